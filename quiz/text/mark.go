package text

import (
	"slices"

	"lectern/quiz"
)

// shares is how much of the points each sort of answer earns.
var shares = map[string]float64{quiz.AnswerRight: 1, quiz.AnswerNear: 0.5, quiz.AnswerSlip: 0}

// Key is what the page marks with.
type Key struct {
	IgnoreAccents bool        `json:"ignoreAccents,omitempty"`
	Answers       []KeyAnswer `json:"answers"`
}

// KeyAnswer is one foreseen wording, folded.
type KeyAnswer struct {
	ID     string `json:"id"` // the answer's fingerprint
	Folded string `json:"folded"`
	How    string `json:"how"`
}

// Key implements quiz.Question.
func (q *Question) Key() any { return q.key() }

// key holds the wordings of this language, then those of others.
func (q *Question) key() Key {
	key := Key{IgnoreAccents: q.IgnoreAccents}
	for _, a := range slices.Concat(q.Answers, q.elsewhere()) {
		key.Answers = append(key.Answers, KeyAnswer{a.Fingerprint, quiz.Fold(a.Words, q.IgnoreAccents), a.How})
	}
	return key
}

// elsewhere are the answers that only other languages foresee.
func (q *Question) elsewhere() (answers []Answer) {
	for _, other := range q.base.Others() {
		for _, b := range other.(*Question).Answers {
			same := func(a Answer) bool { return a.Fingerprint == b.Fingerprint }
			if !slices.ContainsFunc(slices.Concat(q.Answers, answers), same) {
				answers = append(answers, b)
			}
		}
	}
	return answers
}

// Mark implements quiz.Question. text.js holds the same rule.
func (q *Question) Mark(r quiz.Response) quiz.Mark {
	given := quiz.Fold(r.Get("answer"), q.IgnoreAccents)
	if given == "" {
		return quiz.Mark{Verdict: quiz.Blank}
	}
	for _, a := range q.key().Answers {
		if a.Folded == given {
			return quiz.Scored(shares[a.How], map[string]string{a.ID: a.How}, quiz.Count{})
		}
	}
	return quiz.Scored(0, nil, quiz.Count{})
}
