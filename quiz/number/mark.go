package number

import (
	"cmp"
	"slices"

	"lectern/quiz"
)

// shares is how much of the points each sort of answer earns.
var shares = map[string]float64{quiz.AnswerRight: 1, quiz.AnswerNear: 0.5, quiz.AnswerSlip: 0}

// Key is what the page marks with.
type Key struct {
	HasUnits bool        `json:"hasUnits"`
	Answers  []KeyAnswer `json:"answers"`
}

// KeyAnswer is one span of numbers. The bounds are worked out already, so that
// marking only compares.
type KeyAnswer struct {
	ID   string  `json:"id"` // the answer's fingerprint
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	Unit string  `json:"unit"`
	How  string  `json:"how"`
}

// Key implements quiz.Question.
func (q *Question) Key() any { return q.key() }

// key holds the answers of all languages, as they are tried: right, near,
// slips.
func (q *Question) key() (key Key) {
	answers := slices.Concat(q.Answers, q.elsewhere())
	slices.SortStableFunc(answers, func(a, b Answer) int { return cmp.Compare(shares[b.How], shares[a.How]) })
	for _, a := range answers {
		key.HasUnits = key.HasUnits || a.Unit != ""
		key.Answers = append(key.Answers, KeyAnswer{a.Fingerprint, a.Low, a.High, a.Unit, a.How})
	}
	return key
}

// elsewhere are the answers that only other languages foresee.
func (q *Question) elsewhere() (answers []Answer) {
	for _, other := range q.base.Others() {
		for _, b := range other.(*Question).Answers {
			if !slices.ContainsFunc(slices.Concat(q.Answers, answers), b.same) {
				answers = append(answers, b)
			}
		}
	}
	return answers
}

// Mark implements quiz.Question. number.js holds the same rule.
func (q *Question) Mark(r quiz.Response) quiz.Mark {
	key := q.key()
	given, ok := quiz.ReadQuantity(r.Get("answer"))
	if !ok || given.Unit != "" && !key.HasUnits {
		return quiz.Mark{Verdict: quiz.Blank} // with no unit to compare, words after a number say nothing
	}
	value := given.Value()
	for _, a := range key.Answers {
		if a.Low <= value && value <= a.High && (given.Unit == "" || given.Unit == a.Unit) {
			return quiz.Scored(shares[a.How], map[string]string{a.ID: a.How}, quiz.Count{})
		}
	}
	return quiz.Scored(0, nil, quiz.Count{})
}
