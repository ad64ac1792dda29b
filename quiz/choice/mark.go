package choice

import "lectern/quiz"

// Scoring is the rule by which a question with several right answers is
// marked. With one right answer all rules give the same mark.
type Scoring string

// With h right answers chosen, f wrong ones chosen, k right in all and n
// answers, the share of the points is:
const (
	PlusMinus Scoring = "plus-minus" // max(0, (h-f)/k)
	Exact     Scoring = "exact"      // 1 if h=k and f=0, else 0
	Each      Scoring = "each"       // (h+n-k-f)/n
)

var scorings = []string{string(PlusMinus), string(Exact), string(Each)}

// Key is what the page marks with.
type Key struct {
	Several bool     `json:"several,omitempty"`
	Scoring Scoring  `json:"scoring,omitempty"` // of several right answers
	Answers []string `json:"answers"`           // fingerprints, in the author's order
	Right   []string `json:"right"`
}

// Key implements quiz.Question.
func (q *Question) Key() any {
	key := Key{Several: q.Several}
	if q.Several {
		key.Scoring = q.Scoring
	}
	for _, a := range q.Answers {
		key.Answers = append(key.Answers, a.Fingerprint)
		if a.Right {
			key.Right = append(key.Right, a.Fingerprint)
		}
	}
	return key
}

// Mark implements quiz.Question. choice.js holds the same rule.
func (q *Question) Mark(r quiz.Response) quiz.Mark {
	chosen := q.chosen(r["answer"])
	if len(chosen) == 0 {
		return quiz.Mark{Verdict: quiz.Blank}
	}
	answers := map[string]string{}
	var count quiz.Count
	for _, a := range q.Answers {
		if a.Right && chosen[a.Fingerprint] {
			answers[a.Fingerprint] = quiz.AnswerRight
			count.Right++
		} else if a.Right {
			answers[a.Fingerprint] = quiz.AnswerMissed
			count.Missed++
		} else if chosen[a.Fingerprint] {
			answers[a.Fingerprint] = quiz.AnswerExtra
			count.Extra++
		}
	}
	return quiz.Scored(q.score(count), answers, count)
}

// chosen keeps what names an answer of this question. Of radio buttons a
// browser sends one; if more arrive, the first counts.
func (q *Question) chosen(values []string) map[string]bool {
	known := map[string]bool{}
	for _, a := range q.Answers {
		known[a.Fingerprint] = true
	}
	chosen := map[string]bool{}
	for _, v := range values {
		if known[v] && (q.Several || len(chosen) == 0) {
			chosen[v] = true
		}
	}
	return chosen
}

func (q *Question) score(c quiz.Count) float64 {
	h, f, k, n := float64(c.Right), float64(c.Extra), float64(c.Right+c.Missed), float64(len(q.Answers))
	if !q.Several || q.Scoring == Exact {
		if h == k && f == 0 {
			return 1
		}
		return 0
	}
	if q.Scoring == Each {
		return (h + n - k - f) / n
	}
	return max(0, (h-f)/k)
}
