package number

import (
	"fmt"

	"lectern/quiz"
)

// Follow implements quiz.Question. The words of units are each language's own,
// and all count in each. In a unit that another language has too, or
// without any, the numbers are the same.
func (q *Question) Follow(_ quiz.Question, p *quiz.Pairing) {
	for _, a := range q.Answers {
		if rival, in := q.rival(a); in != nil {
			p.DiffersFrom(in, a.at, rival.at, fmt.Sprintf("`%s` is %s here, and not in another language", a.Words, said[a.How]),
				"write the numbers of the original; only the words of units are translated")
		}
	}
}

// said is how an answer counts, in a sentence.
var said = map[string]string{quiz.AnswerRight: "right", quiz.AnswerNear: "nearly right", quiz.AnswerSlip: "a slip"}

// rival is an answer that another language has in the unit of a; in is nil when
// there is none, or when another language has a itself.
func (q *Question) rival(a Answer) (rival Answer, in *quiz.Base) {
	for _, other := range q.base.Others() {
		for _, b := range other.(*Question).Answers {
			switch {
			case a.same(b) && a.How == b.How:
				return Answer{}, nil
			case a.Unit == b.Unit && in == nil:
				rival, in = b, other.Base()
			}
		}
	}
	return rival, in
}

// same reports whether two answers take the same numbers in the same unit.
func (a Answer) same(b Answer) bool { return a.Low == b.Low && a.High == b.High && a.Unit == b.Unit }
