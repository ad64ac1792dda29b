package match

import (
	"slices"

	"lectern/quiz"
)

// Follow implements quiz.Question. Pairs go together in the author's order, and
// so do the right sides that fit nothing.
func (q *Question) Follow(original quiz.Question, p *quiz.Pairing) {
	o := original.(*Question)
	here, there := q.extras(), o.extras()
	if !p.Count(len(q.Pairs), len(o.Pairs), "pair", "pairs") ||
		!p.Count(len(here), len(there), "right side that fits nothing", "right sides that fit nothing") {
		return
	}
	names := map[string]string{} // the original's right sides, by the fingerprints of ours
	for i := range q.Pairs {
		a, b := &q.Pairs[i], o.Pairs[i]
		if problem := q.compareRight(i, o); problem != "" {
			p.Differs(a.at, b.at, problem, "let the same pairs share a right side in both languages")
			return
		}
		names[a.Option] = b.Option
		a.Fingerprint = b.Fingerprint
	}
	for i := range here {
		names[here[i].Fingerprint] = there[i].Fingerprint
	}
	for i := range q.Pairs {
		q.Pairs[i].Option = o.Pairs[i].Option
	}
	for i := range q.Options {
		q.Options[i].Fingerprint = names[q.Options[i].Fingerprint]
	}
}

// compareRight says what is wrong when pair i shares its right side with a pair
// above it in one language and not in the other.
func (q *Question) compareRight(i int, o *Question) string {
	for j := range i {
		here, there := q.Pairs[i].Option == q.Pairs[j].Option, o.Pairs[i].Option == o.Pairs[j].Option
		switch {
		case here && !there:
			return "this pair has the right side of one above, and the pair it translates has not"
		case there && !here:
			return "this pair has not the right side of one above, and the pair it translates has"
		}
	}
	return ""
}

// extras are the right sides that fit nothing, in the author's order.
func (q *Question) extras() (extras []Option) {
	for _, o := range q.Options {
		if !o.Fits {
			extras = append(extras, o)
		}
	}
	slices.SortFunc(extras, func(a, b Option) int { return a.at.Start - b.at.Start })
	return extras
}
