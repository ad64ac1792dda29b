package reflect

import "lectern/quiz"

// Follow implements quiz.Question. The text is the student's own, whatever
// language it is in.
func (q *Question) Follow(original quiz.Question, p *quiz.Pairing) {
	p.Count(len(q.Checklist), len(original.(*Question).Checklist), "line in its checklist", "lines in its checklist")
}
