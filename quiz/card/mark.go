package card

import "lectern/quiz"

// What students say of themselves, as the form sends it.
const (
	knew   = "knew"
	notYet = "not-yet"
)

// Key is what the page marks with.
type Key struct {
	Knew   string `json:"knew"`
	NotYet string `json:"notYet"`
}

// Key implements quiz.Question.
func (q *Question) Key() any { return Key{knew, notYet} }

// Mark implements quiz.Question. card.js holds the same rule.
func (q *Question) Mark(r quiz.Response) quiz.Mark {
	switch r.Get("answer") {
	case knew:
		return quiz.Scored(1, nil, quiz.Count{Right: 1})
	case notYet:
		return quiz.Scored(0, nil, quiz.Count{Missed: 1})
	}
	return quiz.Mark{Verdict: quiz.Blank}
}
