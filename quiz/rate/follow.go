package rate

import "lectern/quiz"

// Follow implements quiz.Question. Statements pair in the author's order, and
// so do the points of the scale.
func (q *Question) Follow(original quiz.Question, p *quiz.Pairing) {
	o := original.(*Question)
	if p.Count(len(q.Statements), len(o.Statements), "statement", "statements") {
		for i := range q.Statements {
			q.Statements[i].Fingerprint = o.Statements[i].Fingerprint
		}
	}
	if p.Count(len(q.Scale), len(o.Scale), "point on its scale", "points on its scale") {
		for i := range q.Scale {
			q.Scale[i].Fingerprint = o.Scale[i].Fingerprint
		}
	}
}
