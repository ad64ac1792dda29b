package course

import (
	"lectern/internal/diag"
	"lectern/internal/markdown"
)

// Alone returns the course with one of its pages and no other, read anew as
// those want it who check a course: the page that the file at path belongs to,
// or the glossary, as it is now. It returns nil when that is no page's. What is
// wrong with it is not said.
func (r *Renewer) Alone(path string) *Course {
	at, ok := r.slots[path]
	if !ok {
		return r.glossaryAlone(path)
	}
	var own *Lesson
	for i := range r.editions {
		e := r.editions[i].forChecks()
		if i == 0 {
			if own = e.reread(at); path == at.original {
				return e.course.only(at, own)
			}
		} else if e.files[at.original] == path {
			return e.course.only(at, e.translate(at, r.editions[0].course, own))
		}
	}
	return nil
}

// forChecks reads as those want it who check a course.
func (e edition) forChecks() edition {
	o := e.options
	o.Kept, o.Markdown.Passages, o.Markdown.Facilitator = nil, true, true
	e.reader = &reader{fsys: e.fsys, language: e.language, translates: e.translates, options: o, diags: &diag.List{}, markdown: markdown.New(o.Markdown)}
	return e
}

// glossaryAlone is the course with no other page than its glossary, when that is
// what the file at path is.
func (r *Renewer) glossaryAlone(path string) *Course {
	for _, e := range r.editions {
		if g := e.course.Glossary; g != nil && g.File != nil && g.File.Path == path && g.Lang == e.course.Language {
			read := Page{Dir: g.Dir, URL: g.URL}
			e.forChecks().page(&read, path, markdown.Request{Slug: "glossary", Entries: true})
			alone := *e.course
			alone.Home, alone.Modules, alone.Lessons = &Page{Doc: &markdown.Document{}}, nil, nil
			alone.Glossary = &Glossary{Page: read, Entries: g.Entries}
			return &alone
		}
	}
	return nil
}

// only is a course that has no other page than l.
func (c *Course) only(at slot, l *Lesson) *Course {
	alone := *c
	alone.Home, alone.Modules, alone.Lessons = &Page{Doc: &markdown.Document{}}, nil, nil
	if at.module < 0 {
		alone.Home = &l.Page
		return &alone
	}
	m := *c.Modules[at.module]
	m.Lessons = nil
	if at.lesson < 0 {
		m.Page = l.Page
	} else {
		m.File, m.Doc, m.Lessons = nil, &markdown.Document{}, []*Lesson{l}
		l.Module, alone.Lessons = &m, m.Lessons
	}
	alone.Modules = []*Module{&m}
	return &alone
}

// Pages are the pages of modules and of lessons, in order.
func (c *Course) Pages() (pages []*Page) {
	for _, m := range c.Modules {
		pages = append(pages, &m.Page)
		for _, l := range m.Lessons {
			pages = append(pages, &l.Page)
		}
	}
	return pages
}
