package reflect

import "lectern/quiz"

// Key implements quiz.Question: nothing is marked, so there is no key.
func (q *Question) Key() any { return struct{}{} }

// Mark implements quiz.Question. reflect.js holds the same rule.
func (q *Question) Mark(quiz.Response) quiz.Mark { return quiz.Mark{Verdict: quiz.Unmarked} }
