package site

import (
	"io/fs"
	"slices"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/settings"
	"lectern/internal/theme"
	"lectern/internal/together"
)

// again builds a course of which there is a memory. It returns nil when that is
// not enough or anything is wrong: then all is built.
func again(fsys fs.FS, config *settings.Site, look *theme.Theme, o Options, d *diag.List) *Site {
	briefs := o.Before.briefs()
	own := &diag.List{}
	w := readAgain(fsys, config, look, o, briefs, own)
	if w == nil {
		return nil
	}
	if stale := w.stale(); len(stale) > 0 {
		for _, name := range stale {
			delete(briefs, name)
		}
		own = &diag.List{}
		if w = readAgain(fsys, config, look, o, briefs, own); w == nil || len(w.stale()) > 0 {
			return nil
		}
	}
	w.recall()
	s := w.site(o)
	said := own.Sorted()
	if own.Failed() || slices.ContainsFunc(said, hasNoPlace) {
		return nil
	}
	for _, m := range said {
		d.Add(m)
	}
	return s
}

// hasNoPlace reports whether a message is about a file that was not read.
func hasNoPlace(m diag.Message) bool { return m.File != nil && m.File.IsUnread() }

// readAgain reads the course, and parses the lessons of which there is no brief.
// It returns nil when anything is wrong.
func readAgain(fsys fs.FS, config *settings.Site, look *theme.Theme, o Options, briefs map[string]*course.Brief, d *diag.List) *workshop {
	t := *look
	w := newWorkshop(fsys, config, o, d)
	w.before = o.Before
	if !w.read(&t, o, course.Recall(briefs, o.Before.untouched)) || d.Failed() || len(w.languages) != 1 {
		return nil
	}
	return w
}

// stale are the files of lessons that have not changed, and whose pages see
// something else of the course than before.
func (w *workshop) stale() (files []string) {
	b := w.languages[0]
	sight := b.sight()
	lessons := b.course.Lessons
	another := make([]bool, len(lessons))
	_ = together.Do(len(lessons), func(i int) error {
		if l := lessons[i]; l.Brief != nil {
			was := w.before.Lessons[l.File.Path]
			another[i] = sight.from(l, was.Asked) != was.Sees
		}
		return nil
	})
	for i, l := range lessons {
		if another[i] {
			files = append(files, l.File.Path)
		}
	}
	return files
}

func (m *Memory) briefs() map[string]*course.Brief {
	briefs := map[string]*course.Brief{}
	for name, l := range m.Lessons {
		briefs[name] = l.Brief
	}
	return briefs
}

// recall takes from the memory what was found out about the lessons that stand,
// and says what was said of them.
func (w *workshop) recall() {
	w.told = map[string]*lessonIn{}
	for _, l := range w.languages[0].course.Lessons {
		if l.Brief == nil {
			continue
		}
		was := w.before.Lessons[l.File.Path]
		w.told[l.File.Path] = was
		w.prints.Store(l.URL, was.Print)
		for _, said := range w.before.Said[l.File.Path] {
			said.File = l.File
			w.diags.Add(said)
		}
	}
}

// standing is a page that the site has already, as it was made of a lesson that
// has not changed.
func (b *builder) standing(p page) (f File, weight int, stands bool) {
	if p.lesson == nil || p.lesson.Brief == nil {
		return File{}, 0, false
	}
	m, known := b.madeBefore(p.url)
	if !known {
		b.diags.ErrorIn(p.url, "forgotten", "it stands in the site, and nothing is known of it", "")
	}
	return b.standingAs(p.url, m), m.Weight, true
}

// madeBefore is what the last build made at an address.
func (w *workshop) madeBefore(path string) (m made, known bool) {
	if w.before != nil {
		m, known = w.before.Made[path]
	}
	return m, known
}

// standingAs is the file that the last build made.
func (w *workshop) standingAs(path string, m made) File {
	site := w.before.site
	read := func([]byte) ([]byte, error) { return fs.ReadFile(site, path) }
	return File{Path: path, kept: &kept{pieces: []piece{read}, size: m.Size, print: m.Print, stands: true}}
}
