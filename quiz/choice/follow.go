package choice

import "lectern/quiz"

// Follow implements quiz.Question. Answers pair in the author's order.
func (q *Question) Follow(original quiz.Question, p *quiz.Pairing) {
	o := original.(*Question)
	p.Setting("scoring", string(q.Scoring), string(o.Scoring))
	q.Scoring = o.Scoring
	if q.Several != o.Several {
		right, wrong := o.brackets()
		p.Differs(q.Answers[0].at, o.Answers[0].at, "these answers have other brackets than the ones they translate",
			"begin each with `"+right+"` or `"+wrong+"`")
		return
	}
	if !p.Count(len(q.Answers), len(o.Answers), "answer", "answers") {
		return
	}
	for i := range q.Answers {
		a, b := &q.Answers[i], o.Answers[i]
		p.Agree(a.Right, b.Right, a.at, b.at, "answer", "right")
		p.Agree(a.Pinned, b.Pinned, a.at, b.at, "answer", "pinned")
		a.Fingerprint = b.Fingerprint
	}
}
