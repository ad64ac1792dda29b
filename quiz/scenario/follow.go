package scenario

import (
	"fmt"

	"lectern/quiz"
)

// Follow implements quiz.Question. Steps pair in the author's order, and so do
// the choices of each, which must lead to steps that are pairs.
func (q *Question) Follow(original quiz.Question, p *quiz.Pairing) {
	o := original.(*Question)
	if !p.Count(len(q.Scenes), len(o.Scenes), "step", "steps") {
		return
	}
	there := o.all()
	for i, s := range q.all() {
		s.compare(there[i], p)
	}
	for i, s := range q.Scenes {
		s.ID = o.Scenes[i].ID
	}
	q.base.Unmarked = o.base.Unmarked
}

func (s *Scene) compare(o *Scene, p *quiz.Pairing) {
	p.Agree(s.End != nil, o.End != nil, s.at, o.at, "step", "an end")
	if s.End != nil && o.End != nil {
		s.End.compare(o.End, p)
	}
	if s.End != nil || o.End != nil || !p.CountIn(s.at, o.at, "step", len(s.Ways), len(o.Ways), "choice", "choices") {
		return
	}
	for i, w := range s.Ways {
		if pair := o.Ways[i]; w.To.Number != pair.To.Number {
			p.Differs(w.at, pair.at, fmt.Sprintf("this choice leads to step %d, and the one it translates to step %d", w.To.Number, pair.To.Number),
				"keep the choices and the steps in the order of the original")
		}
	}
}

func (e *End) compare(o *End, p *quiz.Pairing) {
	if here, there := e.worth(), o.worth(); here != there {
		p.Differs(e.at, o.at, fmt.Sprintf("this end has %s, and the one it translates %s", here, there), "write the score of the original")
	}
}

// worth is an end's score, in a sentence.
func (e *End) worth() string {
	if e.Score == nil {
		return "no score"
	}
	return fmt.Sprintf("the score %v", *e.Score)
}
