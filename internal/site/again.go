package site

import (
	"io/fs"

	"lectern/internal/course"
	"lectern/internal/diag"
)

// again builds a course of which there is a memory. It returns nil when that is
// not enough: when anything is wrong, or when a lesson that has not changed may
// look another from what has. Then all is built.
func again(fsys fs.FS, config *Config, theme *theme, o Options, d *diag.List) *Site {
	var own diag.List
	t := *theme
	w := newWorkshop(fsys, config, o, &own)
	w.before = o.Before
	if !w.read(&t, o, course.Recall(o.Before.briefs())) || own.Failed() || len(w.languages) != 1 || w.languages[0].shape() != o.Before.Shape {
		return nil
	}
	w.recall()
	s := w.site(&t, o)
	if own.Failed() {
		return nil
	}
	for _, m := range own.Sorted() {
		d.Add(m)
	}
	return s
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
	for _, l := range w.languages[0].course.Lessons {
		if l.Brief == nil {
			continue
		}
		was := w.before.Lessons[l.File.Path]
		w.prints.Store(l.URL, was.Print)
		for _, said := range was.Said {
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
	m, known := b.before.Made[p.url]
	if !known {
		b.diags.ErrorIn(p.url, "forgotten", "it stands in the site, and nothing is known of it", "")
	}
	read := func() ([]byte, error) { return fs.ReadFile(b.before.site, p.url) }
	return File{Path: p.url, kept: &kept{pieces: []piece{read}, size: m.Size, print: m.Print, stands: true}}, m.Weight, true
}
