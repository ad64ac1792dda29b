package course

import (
	"fmt"

	"lectern/internal/diag"
)

// dropDrafts takes drafts out, and modules that nothing is left of.
func (c *Course) dropDrafts(keep bool) {
	var modules []*Module
	numbered := 0
	for _, m := range c.Modules {
		var lessons []*Lesson
		for _, l := range m.Lessons {
			if keep || !l.Front.Draft {
				lessons = append(lessons, l)
			}
		}
		m.Lessons = lessons
		if keep || !m.Front.Draft && len(lessons) > 0 {
			if m.Slug != "" {
				numbered++
				m.Number = numbered
			}
			modules = append(modules, m)
		}
	}
	c.Modules = modules
}

// numberLessons lists the lessons of all modules.
func (c *Course) numberLessons() {
	c.byURL = map[string]*Lesson{}
	for _, m := range c.Modules {
		for _, l := range m.Lessons {
			c.Lessons = append(c.Lessons, l)
			l.Number = len(c.Lessons)
			c.byURL[l.URL] = l
		}
	}
}

// assemble numbers the lessons and ties names to what they name.
func (c *Course) assemble(d *diag.List) {
	c.numberLessons()
	if len(c.Lessons) == 0 && !d.Failed() {
		d.ErrorIn(Dir, "lessons-missing", "there is no lesson in this course", "write one: `content/01-first-module/01-first-lesson.md`")
	}
	c.checkIDs(d)
	c.checkQuizIDs(d)
	c.checkObjectives(d)
	c.checkPrerequisites(d)
	c.Glossary.prepare(nil, d)
	c.indexTargets()
	for _, l := range c.Lessons {
		c.Glossary.mark(&l.Page)
	}
	c.noteUses()
}

// assembleTranslation is assemble for a course that was translated from another
// one: ids, objectives and what they name are the same there.
func (c *Course) assembleTranslation(from *Course, d *diag.List) {
	c.numberLessons()
	c.checkPrerequisites(d)
	c.Glossary.prepare(from.Glossary.IDs(), d)
	c.indexTargets()
	for _, l := range c.Lessons {
		// A page as it is in from has its terms marked already.
		if c.Glossary != nil && l.Original != nil && l.Lang == c.Glossary.Lang {
			c.Glossary.mark(&l.Page)
		}
	}
	c.noteUses()
}

// noteUses tells each term of the glossary which lessons use it.
func (c *Course) noteUses() {
	for _, l := range c.Lessons {
		for _, used := range l.Terms {
			if e := c.Glossary.Entry(used.ID); e != nil {
				e.UsedIn = append(e.UsedIn, l)
			}
		}
	}
}

// ModuleAt is the module of an address in the site. It returns nil when there is
// none.
func (c *Course) ModuleAt(url string) *Module {
	for _, m := range c.Modules {
		if m.URL == url && m.Slug != "" {
			return m
		}
	}
	return nil
}

// LessonAt is the lesson of an address in the site. It returns nil when there is
// none.
func (c *Course) LessonAt(url string) *Lesson { return c.byURL[url] }

// checkObjectives wants every objective known that a question names.
func (c *Course) checkObjectives(d *diag.List) {
	for _, l := range c.Lessons {
		c.checkObjectivesOf(l, d)
	}
}

func (c *Course) checkObjectivesOf(l *Lesson, d *diag.List) {
	var objectives []string
	known := map[string]bool{}
	for _, o := range l.Objectives {
		objectives = append(objectives, o.ID)
		known[o.ID] = true
	}
	for _, o := range l.Doc.Objectives {
		if !known[o.Value] && !l.frontBroken {
			hint := diag.DidYouMean(o.Value, objectives)
			if len(objectives) == 0 {
				hint = fmt.Sprintf("write it into the settings at the top of the lesson:\n---\nobjectives:\n  %s: What students can do then.\n---", o.Value)
			}
			d.Error(l.File, o.At, "objective-unknown", fmt.Sprintf("this lesson has no objective `%s`", o.Value), hint)
		}
	}
}

// checkPrerequisites wants every prerequisite to name a module or a lesson.
func (c *Course) checkPrerequisites(d *diag.List) {
	for _, l := range c.Lessons {
		c.checkPrerequisitesOf(l, d)
	}
}

func (c *Course) checkPrerequisitesOf(l *Lesson, d *diag.List) {
	for _, p := range l.Front.Prerequisites {
		if c.Prerequisite(p.Value) == nil {
			d.Error(l.File, p.At, "prerequisite-unknown", fmt.Sprintf("there is no module or lesson `%s`", p.Value), diag.DidYouMean(p.Value, c.names()))
		}
	}
}

// names are what prerequisites can name.
func (c *Course) names() (known []string) {
	for _, m := range c.Modules {
		known = append(known, m.Slug)
	}
	for _, l := range c.Lessons {
		known = append(known, l.Slug())
	}
	return known
}

// Prerequisite finds a module or a lesson by the name in its address. It
// returns nil when there is none.
func (c *Course) Prerequisite(name string) *Page {
	for _, m := range c.Modules {
		if m.Slug == name {
			return &m.Page
		}
	}
	for _, l := range c.Lessons {
		if l.Slug() == name {
			return &l.Page
		}
	}
	return nil
}
