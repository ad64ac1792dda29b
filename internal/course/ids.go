package course

import (
	"fmt"

	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/quiz"
)

// checkIDs wants every id once, and every old id to lead to one question.
func (c *Course) checkIDs(d *diag.List) {
	now := map[string]*quiz.Base{}
	taken := map[string]bool{}
	for _, b := range c.questions() {
		taken[b.ID] = true
	}
	for _, b := range c.questions() {
		if other, ok := now[b.ID]; ok {
			reportTwin(b, other, taken, d)
		}
		now[b.ID] = b
	}
	old := map[string]*quiz.Base{}
	for _, b := range c.questions() {
		for _, was := range b.Was {
			if other, ok := now[was.Value]; ok {
				reportLiving(b, was, other, d)
			} else if other, ok := old[was.Value]; ok {
				reportHeirs(b, was, other, d)
			}
			old[was.Value] = b
		}
	}
}

// checkQuizIDs wants every quiz's id once: what was handed in is kept by it.
func (c *Course) checkQuizIDs(d *diag.List) {
	now := map[string]*quiz.Quiz{}
	for _, l := range c.Lessons {
		for _, q := range l.Doc.Quizzes {
			if other, ok := now[q.ID]; ok {
				d.Error(q.File, q.IDAt, "quiz-id-twice", fmt.Sprintf("the quiz at %s has the same name or id", where(other.File, other.IDAt)),
					"give one of them an id of its own, right below its heading: `<!-- {id: last-quiz} -->`")
			}
			now[q.ID] = q
		}
	}
}

// questions are the questions of all lessons, in order.
func (c *Course) questions() (all []*quiz.Base) {
	for _, l := range c.Lessons {
		for _, q := range l.Doc.Questions {
			all = append(all, q.Base())
		}
	}
	return all
}

func reportTwin(b, other *quiz.Base, taken map[string]bool, d *diag.List) {
	if b.Derived && other.Derived {
		n := 2
		for taken[fmt.Sprintf("%s-%d", b.ID, n)] {
			n++
		}
		taken[fmt.Sprintf("%s-%d", b.ID, n)] = true
		d.Error(b.File, b.IDAt, "id-twice", fmt.Sprintf("this question and the one at %s ask the same", where(other.File, other.IDAt)),
			fmt.Sprintf("tell them apart by ids, each right below its heading: `<!-- {id: %s-%d} -->`", b.ID, n))
		return
	}
	d.Error(b.File, b.IDAt, "id-twice", fmt.Sprintf("the id `%s` is also used at %s", b.ID, where(other.File, other.IDAt)),
		"every question of a course needs an id of its own: progress is kept by it")
}

// reportLiving reports an old id that a question still goes by: its progress
// would be taken from it.
func reportLiving(b *quiz.Base, was yamlx.Text, other *quiz.Base, d *diag.List) {
	d.Error(b.File, was.At, "was-living", fmt.Sprintf("the old id `%s` is the id of the question at %s", was.Value, where(other.File, other.IDAt)),
		"an old id hands a student's progress on, and that question needs its own; take it out of `was`, or give that question another id")
}

// reportHeirs reports an old id that two questions claim.
func reportHeirs(b *quiz.Base, was yamlx.Text, other *quiz.Base, d *diag.List) {
	at := other.IDAt
	for _, w := range other.Was {
		if w.Value == was.Value {
			at = w.At
		}
	}
	d.Error(b.File, was.At, "was-twice", fmt.Sprintf("the old id `%s` is also given at %s", was.Value, where(other.File, at)),
		"a student's progress can go on with one question only; keep it in one of them")
}

func where(f *source.File, at source.Range) string {
	return fmt.Sprintf("%s:%d", f.Path, f.Position(at.Start).Line)
}
