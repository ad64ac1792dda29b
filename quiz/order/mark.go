package order

import (
	"cmp"
	"slices"

	"lectern/quiz"
)

// Key is what the page marks with.
type Key struct {
	Steps []string `json:"steps"` // fingerprints, in the right order
}

// Key implements quiz.Question.
func (q *Question) Key() any {
	var key Key
	for _, s := range q.Steps {
		key.Steps = append(key.Steps, s.Fingerprint)
	}
	return key
}

// Scrambled are the steps as the page lists them at first: in the order of
// their fingerprints, which has nothing to do with the right one. Should it be
// the right one all the same, the first step goes to the end.
func (q *Question) Scrambled() []Step {
	byName := slices.SortedFunc(slices.Values(q.Steps), func(a, b Step) int { return cmp.Compare(a.Fingerprint, b.Fingerprint) })
	same := func(a, b Step) bool { return a.Fingerprint == b.Fingerprint }
	if slices.EqualFunc(byName, q.Steps, same) {
		byName = append(byName[1:], byName[0])
	}
	return byName
}

// Mark implements quiz.Question. With n steps, of which at most l stand in the
// right order, though not necessarily next to each other, the share of the
// points is (l-1)/(n-1). A step alone is in no order. order.js holds the same
// rule.
func (q *Question) Mark(r quiz.Response) quiz.Mark {
	given := q.given(r["answer"])
	if len(given) == 0 {
		return quiz.Mark{Verdict: quiz.Blank}
	}
	run := longestRun(given)
	n, l := len(q.Steps), len(run)
	if l == 1 {
		run = nil
	}
	answers := map[string]string{}
	for i, s := range q.Steps {
		switch {
		case slices.Contains(run, i):
			answers[s.Fingerprint] = quiz.AnswerRight
		case slices.Contains(given, i):
			answers[s.Fingerprint] = quiz.AnswerExtra
		default:
			answers[s.Fingerprint] = quiz.AnswerMissed
		}
	}
	count := quiz.Count{Right: len(run), Extra: len(given) - len(run), Missed: n - len(given)}
	return quiz.Scored(float64(l-1)/float64(n-1), answers, count)
}

// given are the right places of the steps that were sent, each step once.
func (q *Question) given(values []string) []int {
	var given []int
	for _, v := range values {
		place := slices.IndexFunc(q.Steps, func(s Step) bool { return s.Fingerprint == v })
		if place >= 0 && !slices.Contains(given, place) {
			given = append(given, place)
		}
	}
	return given
}

// longestRun returns the longest run of places that rise; of several as long,
// the one that ends first.
func longestRun(places []int) []int {
	runs := make([][]int, len(places)) // the longest that ends at each place
	var longest []int
	for i, place := range places {
		var before []int
		for j := range i {
			if places[j] < place && len(runs[j]) > len(before) {
				before = runs[j]
			}
		}
		runs[i] = append(slices.Clone(before), place)
		if len(runs[i]) > len(longest) {
			longest = runs[i]
		}
	}
	return longest
}
