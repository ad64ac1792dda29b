package gaps

import (
	"slices"

	"lectern/quiz"
)

// Key is what the page marks with.
type Key struct {
	IgnoreAccents bool       `json:"ignoreAccents,omitempty"`
	Blanks        []KeyBlank `json:"blanks"`
}

// KeyBlank is one blank: what is accepted, folded; of a menu the fingerprint of
// the right choice and those of all.
type KeyBlank struct {
	ID       string   `json:"id"` // names its field, too
	Accepted []string `json:"accepted"`
	Options  []string `json:"options,omitempty"`
}

// Key implements quiz.Question.
func (q *Question) Key() any { return q.key() }

func (q *Question) key() Key {
	key := Key{IgnoreAccents: q.IgnoreAccents}
	for i, b := range q.Blanks {
		k := KeyBlank{ID: b.ID}
		if !b.Menu() {
			k.Accepted = q.accepted(i)
		}
		for _, o := range b.Options {
			k.Options = append(k.Options, o.Fingerprint)
			if o.right {
				k.Accepted = append(k.Accepted, o.Fingerprint)
			}
		}
		key.Blanks = append(key.Blanks, k)
	}
	return key
}

// accepted is what fills typed blank i, folded: in this language, then in others.
func (q *Question) accepted(i int) (folded []string) {
	for _, words := range slices.Concat(q.Blanks[i].Accepted, q.elsewhere(i)) {
		if f := quiz.Fold(words, q.IgnoreAccents); !slices.Contains(folded, f) {
			folded = append(folded, f)
		}
	}
	return folded
}

// Mark implements quiz.Question. gaps.js holds the same rule.
func (q *Question) Mark(r quiz.Response) quiz.Mark {
	answers := map[string]string{}
	var count quiz.Count
	key := q.key()
	for _, b := range key.Blanks {
		if given := filled(b, r.Get(b.ID), key.IgnoreAccents); given == "" {
			answers[b.ID] = quiz.AnswerMissed
			count.Missed++
		} else if slices.Contains(b.Accepted, given) {
			answers[b.ID] = quiz.AnswerRight
			count.Right++
		} else {
			answers[b.ID] = quiz.AnswerExtra
			count.Extra++
		}
	}
	if count.Missed == len(key.Blanks) {
		return quiz.Mark{Verdict: quiz.Blank}
	}
	return quiz.Scored(float64(count.Right)/float64(len(key.Blanks)), answers, count)
}

// filled is what a blank holds, in the form of the key; "" when it is empty.
func filled(b KeyBlank, value string, ignoreAccents bool) string {
	if b.Options == nil {
		return quiz.Fold(value, ignoreAccents)
	}
	if !slices.Contains(b.Options, value) {
		return ""
	}
	return value
}
