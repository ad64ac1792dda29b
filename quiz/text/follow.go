package text

import (
	"fmt"

	"lectern/quiz"
)

// Follow implements quiz.Question. Wordings do not pair: each language has its
// own, and all count in each. So one that two languages have must count the
// same in both.
func (q *Question) Follow(original quiz.Question, p *quiz.Pairing) {
	o := original.(*Question)
	p.Setting("accents", accents(q.IgnoreAccents), accents(o.IgnoreAccents))
	q.IgnoreAccents = o.IgnoreAccents
	for i := range q.Answers {
		a := &q.Answers[i]
		a.Fingerprint = quiz.Fingerprint(quiz.Fold(a.Words, q.IgnoreAccents))
		for _, other := range q.base.Others() {
			q.compare(a, other.(*Question), p)
		}
	}
}

func accents(ignore bool) string {
	if ignore {
		return "ignore"
	}
	return "keep"
}

// said is how an answer counts, in a sentence.
var said = map[string]string{quiz.AnswerRight: "right", quiz.AnswerNear: "nearly right", quiz.AnswerSlip: "a slip"}

func (q *Question) compare(a *Answer, other *Question, p *quiz.Pairing) {
	for _, b := range other.Answers {
		if b.Fingerprint == a.Fingerprint && b.How != a.How {
			p.DiffersFrom(other.Base(), a.at, b.at, fmt.Sprintf("this answer is %s here and %s in another language", said[a.How], said[b.How]),
				"what is typed counts the same on the pages of all languages: mark it alike in both, or take it out of one")
		}
	}
}
