package course

import (
	"lectern/internal/diag"
	"lectern/internal/markdown"
)

// Renewer reads single pages of a course again, in all its languages, so that
// an edit costs as much as the page and not as the course. It changes the
// courses it was made for: nobody may look at them meanwhile.
type Renewer struct {
	editions []edition
	slots    map[string]slot // by the paths of files, translations included
	drafts   bool
}

// edition is the course in one language.
type edition struct {
	*reader
	course *Course
	files  map[string]string // file -> its translation; nil of the course's own language
}

// slot is where a page is in each of the courses.
type slot struct {
	original       string // its file in the course's own language
	module, lesson int    // -1 for the front page; for a module's own page
}

// Change is what renewing a page may mean for others.
type Change struct {
	URL    string
	Files  []string // the page's, translations included
	Named  bool     // its title or its language is another, which menus and lists show
	Linked bool     // it has other parts that links lead to
	Asked  bool     // the names of its questions or quizzes are others

	// Unfit is what was read and is not taken after an error, by language. A page
	// that is no lesson comes in one.
	Unfit map[string]*Lesson
}

// Renewer is for courses that were read from l: the one in the folder's own
// language and what Translate made of it, each with its options.
func (l *Folder) Renewer(courses []*Course, options []Options) *Renewer {
	r := &Renewer{slots: map[string]slot{}, drafts: options[0].Drafts}
	for i, c := range courses {
		e := edition{course: c}
		e.reader = &reader{fsys: l.fsys, language: c.Language, options: options[i], markdown: markdown.New(options[i].Markdown)}
		if i > 0 {
			e.translates = true
			e.files = l.translations[c.Language]
		}
		r.editions = append(r.editions, e)
	}
	own := courses[0]
	r.note(own.Home, -1, -1)
	for i, m := range own.Modules {
		r.note(&m.Page, i, -1)
		for j, lesson := range m.Lessons {
			r.note(&lesson.Page, i, j)
		}
	}
	return r
}

func (r *Renewer) note(p *Page, module, lesson int) {
	if p.File == nil {
		return
	}
	at := slot{p.File.Path, module, lesson}
	r.slots[p.File.Path] = at
	for _, e := range r.editions[1:] {
		if file := e.files[p.File.Path]; file != "" {
			r.slots[file] = at
		}
	}
}

// Knows reports whether a file is a page's.
func (r *Renewer) Knows(path string) bool { _, ok := r.slots[path]; return ok }

// Renew reads the page again that the file at path belongs to. It returns false
// when that is no page's, or when more than this page may have changed: then the
// whole course has to be read. After an error, which goes to d, everything is as
// it was.
func (r *Renewer) Renew(path string, d *diag.List) (change Change, ok bool) {
	at, ok := r.slots[path]
	if !ok {
		return change, false
	}
	change.Files = []string{at.original}
	var fresh []*Lesson
	for i := range r.editions {
		e := &r.editions[i]
		old, l := e.at(at), (*Lesson)(nil)
		e.diags = d
		if i == 0 {
			l = e.reread(at)
		} else {
			l = e.translate(at, r.editions[0].course, fresh[0])
			if file := e.files[at.original]; file != "" {
				change.Files = append(change.Files, file)
			}
		}
		if d.Failed() {
			change.Unfit = map[string]*Lesson{e.course.Language: l}
			for j, read := range fresh {
				change.Unfit[r.editions[j].course.Language] = read
			}
			return change, true
		}
		if !r.drafts && l.Front.Draft != old.Front.Draft || (l.Original == nil) != (old.Original == nil) {
			return change, false
		}
		fresh = append(fresh, l)
	}
	for i, l := range fresh {
		change.add(r.editions[i].replace(at, l))
	}
	return change, true
}

func (c *Change) add(other Change) {
	c.URL = other.URL
	c.Named, c.Linked, c.Asked = c.Named || other.Named, c.Linked || other.Linked, c.Asked || other.Asked
}

// at is what is in a slot now. A page that is no lesson comes as a copy in one.
func (e *edition) at(at slot) *Lesson {
	switch {
	case at.module < 0:
		return &Lesson{Page: *e.course.Home}
	case at.lesson < 0:
		return &Lesson{Page: e.course.Modules[at.module].Page}
	}
	return e.course.Modules[at.module].Lessons[at.lesson]
}

// reread reads the page in a slot in the course's own language.
func (e *edition) reread(at slot) *Lesson {
	old := e.at(at)
	l := &Lesson{Module: old.Module, Number: old.Number}
	l.Dir, l.URL = old.Dir, old.URL
	switch {
	case at.module < 0:
		e.page(&l.Page, at.original, markdown.Request{Slug: "home"})
	case at.lesson < 0:
		slug := e.course.Modules[at.module].Slug
		l.Title = TitleFromName(slug)
		e.page(&l.Page, at.original, markdown.Request{Slug: slug})
	default:
		e.lesson(l, foundLesson{path: at.original, slug: l.Slug()})
		e.course.settle(l, e.diags)
	}
	return l
}

// translate reads the translation of own, which is what will be in the slot in
// the course's own language.
func (e *edition) translate(at slot, from *Course, own *Lesson) *Lesson {
	old := e.at(at)
	t := &translator{reader: e.reader, from: from, to: e.course, files: e.files, drafts: e.options.Drafts}
	l := *own
	l.Module, l.Number = old.Module, old.Number
	slug := "home"
	switch {
	case at.lesson >= 0:
		slug = own.Slug()
	case at.module >= 0:
		slug = e.course.Modules[at.module].Slug
	}
	t.page(&l.Page, markdown.Request{Slug: slug})
	t.wait.Wait()
	switch {
	case l.Original == nil:
	case at.lesson >= 0:
		t.lesson(&l)
		e.course.settle(&l, e.diags)
	case at.module >= 0:
		t.wantTitle(&l.Page, "page", l.Original.Title)
	}
	return &l
}

// settle does for one lesson what assemble does for all.
func (c *Course) settle(l *Lesson, d *diag.List) {
	if l.Original == nil {
		c.checkObjectivesOf(l, d)
	}
	c.checkPrerequisitesOf(l, d)
	if c.Glossary != nil && l.Lang == c.Glossary.Lang {
		c.Glossary.mark(&l.Page)
	}
}
