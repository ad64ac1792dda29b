package site

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/settings"
	"lectern/internal/theme"
)

// Live is a course that is looked at while somebody writes it. It has the same
// files as Build makes, each made when it is asked for, and after an edit it
// reads again what was edited. What is wrong goes to Problems; the files then
// are those of the last time that they were right. It is safe for several
// goroutines.
type Live struct {
	fsys    fs.FS
	options Options

	mu       sync.RWMutex // held for writing while the course changes
	config   *settings.Site
	theme    *theme.Theme // before any course's questions are joined to it
	kept     *course.Kept
	shop     *workshop // nil until the course has once been right
	renewer  *course.Renewer
	files    map[string]string // what lies beside the lessons: address -> path
	needs    map[string]string // address of a lesson, in all languages -> the parts its pages load
	behind   bool              // the course has changed since, and could not be read
	examined *workshop         // what pages are looked at for problems, shop or what is wrong
	edits    int               // how often the course has changed; files of another count are out of date

	whole sync.Mutex // of who has the whole site made, locked before mu

	notes sync.Mutex // for what follows
	said  map[string][]diag.Message
	stale map[string]bool // files that have errors of their own now: what pages show of them is older
	todo  []string        // addresses of pages that nobody has looked at yet
	made  map[string]madeFile
}

// madeFile is a file as it was made after so many edits.
type madeFile struct {
	edits int
	data  []byte
}

// Open reads the course in fsys. What is wrong with it is in Problems. With a
// memory of a build, lessons that are as they were are parsed when they are
// looked at; the site of that build is of no matter.
func Open(fsys fs.FS, o Options) *Live {
	before := o.Before
	o.Before = nil
	l := &Live{fsys: fsys, options: o, said: map[string][]diag.Message{}, stale: map[string]bool{}, made: map[string]madeFile{}}
	if before == nil || !l.begin(before) {
		l.readSettings()
	}
	return l
}

// readSettings reads everything anew.
func (l *Live) readSettings() {
	var d diag.List
	l.kept = &course.Kept{}
	config, look := configured(l.fsys, l.options, &d)
	if l.theme = look; look == nil {
		l.fail(nil, &d)
		return
	}
	l.config = config
	l.readCourse(&d)
}

// readCourse reads all files of the course again, and parses those that have
// changed.
func (l *Live) readCourse(d *diag.List) {
	t := *l.theme
	w := &workshop{fsys: l.fsys, config: l.config, diags: d, facilitator: l.options.Facilitator}
	whole := w.read(&t, l.options, l.kept)
	if !whole || d.Failed() {
		if !whole {
			w = nil
		}
		l.fail(w, d)
		return
	}
	l.put(w)
}

// put begins to show a course that was read.
func (l *Live) put(w *workshop) {
	l.shop, l.examined, l.behind = w, w, false
	var courses []*course.Course
	var options []course.Options
	for _, b := range w.languages {
		courses, options = append(courses, b.course), append(options, b.options)
	}
	l.renewer = w.content.Renewer(courses, options)
	l.files, l.needs = w.languages[0].fileNames(), map[string]string{}
	for _, b := range w.languages {
		for _, lesson := range b.course.Lessons {
			l.needs[b.folder+lesson.URL] = b.needsOf(lesson)
		}
	}
	l.edits++
	l.sayAfresh(w.diags)
	l.examineAll()
}

// fail keeps what there is. w is the course that is wrong, as far as it could be
// read.
func (l *Live) fail(w *workshop, d *diag.List) {
	l.behind, l.examined = true, w
	l.edits++
	l.sayAfresh(d)
	l.examineAll()
}

// Config is what site.yaml says; nil until it has once been right.
func (l *Live) Config() *settings.Site {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.config
}

// Ready reports whether there is a site: the course has once been right.
func (l *Live) Ready() bool {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.shop != nil
}

// File is a file of the site by its path. The first pages of the course say how
// large the site is only when sw.js has been asked for since the last edit: to
// know it, everything has to be made.
func (l *Live) File(name string) ([]byte, bool) {
	if name == workerFile {
		l.makeWhole()
	}
	l.parseFor(name)
	l.mu.RLock()
	defer l.mu.RUnlock()
	if !l.shows(name) {
		return nil, false
	}
	made, known := l.lastMade(name)
	if known && made.edits == l.edits {
		return made.data, true
	}
	var d diag.List
	data, ok := l.shop.file(name, l.files, &d)
	failed := d.Failed()
	if !l.behind { // else what is looked at for problems is newer
		l.notePage(name, &d)
	}
	if strings.HasSuffix(name, ".html") {
		l.later(aboutWeight + name)
	}
	if failed && known {
		return made.data, true // as it was when it was last right
	}
	if !ok {
		return nil, false
	}
	if isMade(name) {
		l.keep(name, data)
	}
	return data, true
}

// isMade reports whether a file is made, and not one of the course's own: those
// stay where they are.
func isMade(name string) bool {
	return slices.Contains([]string{".html", ".js", ".css", ".xml", ".webmanifest"}, path.Ext(name))
}

func (l *Live) keep(name string, data []byte) {
	l.notes.Lock()
	defer l.notes.Unlock()
	l.made[name] = madeFile{l.edits, data}
}

func (l *Live) lastMade(name string) (madeFile, bool) {
	l.notes.Lock()
	defer l.notes.Unlock()
	made, ok := l.made[name]
	return made, ok
}

// makeWhole makes the whole site, for the list of its files that sw.js is, and
// keeps what cannot be made without it. Nobody waits for it but who asked, and it is
// made for one at a time: the next finds it made.
func (l *Live) makeWhole() {
	l.whole.Lock()
	defer l.whole.Unlock()
	l.mu.RLock()
	edits := l.edits
	made, ok := l.lastMade(workerFile)
	ready := l.shop != nil && !(ok && made.edits == edits)
	l.mu.RUnlock()
	if !ready {
		return
	}
	built := Build(l.fsys, l.options, &diag.List{})
	l.mu.RLock()
	defer l.mu.RUnlock()
	if built == nil || l.edits != edits {
		return
	}
	for _, f := range built.Files {
		if f.Path == workerFile || l.shop.isHome(f.Path) {
			l.keep(f.Path, f.Data)
		}
	}
}

func (w *workshop) isHome(name string) bool {
	return slices.ContainsFunc(w.languages, func(b *builder) bool { return name == b.folder+homePage })
}
