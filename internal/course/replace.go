package course

import (
	"maps"
	"slices"

	"lectern/internal/diag"
)

// replace puts a page into its slot. What points to a lesson goes on doing so.
func (e *edition) replace(at slot, l *Lesson) Change {
	c, old := e.course, *e.at(at)
	change := Change{URL: l.URL, Named: l.Title != old.Title || l.Lang != old.Lang, Asked: !slices.Equal(namesIn(&old), namesIn(l))}
	key := inContent(l.File.Path)
	before := c.targets[key]
	switch {
	case at.module < 0:
		*c.Home = l.Page
		c.addTarget("index.md", c.Home)
		c.addTarget(".", c.Home)
	case at.lesson < 0:
		m := c.Modules[at.module]
		m.Page = l.Page
		c.addModuleTarget(m)
	default:
		here := e.at(at)
		*here = *l
		c.addLessonTarget(here)
		c.Glossary.moveUses(here, old.Terms, l.Terms)
	}
	change.Linked = !before.leadsAs(c.targets[key])
	return change
}

// namesIn are the names of a lesson's questions and quizzes, old ones included.
func namesIn(l *Lesson) (names []string) {
	for _, q := range l.Doc.Questions {
		names = append(names, "q-"+q.Base().ID)
		for _, was := range q.Base().Was {
			names = append(names, "was-"+was.Value)
		}
	}
	for _, q := range l.Doc.Quizzes {
		names = append(names, "quiz-"+q.ID)
	}
	return names
}

// leadsAs reports whether a link to any part leads to the same with either
// target.
func (t *Target) leadsAs(other *Target) bool {
	return t != nil && other != nil && maps.Equal(t.Anchors, other.Anchors) && maps.Equal(t.Original, other.Original) && maps.Equal(t.Own, other.Own)
}

// moveUses notes that a lesson uses other terms than before.
func (g *Glossary) moveUses(l *Lesson, before, after []*Entry) {
	for _, used := range before {
		if e := g.Entry(used.ID); e != nil {
			e.UsedIn = slices.DeleteFunc(e.UsedIn, func(other *Lesson) bool { return other == l })
		}
	}
	for _, used := range after {
		if e := g.Entry(used.ID); e != nil {
			i, _ := slices.BinarySearchFunc(e.UsedIn, l, func(a, b *Lesson) int { return a.Number - b.Number })
			e.UsedIn = slices.Insert(e.UsedIn, i, l)
		}
	}
}

// CheckNames wants every name of a question or a quiz once, of the whole course
// in its own language.
func (c *Course) CheckNames(d *diag.List) {
	c.checkIDs(d)
	c.checkQuizIDs(d)
}
