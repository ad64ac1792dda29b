package match

import "lectern/quiz"

// Key implements quiz.Question.
func (q *Question) Key() any { return q.key() }

func (q *Question) key() (key quiz.Prompts) {
	for _, o := range q.Options {
		key.Options = append(key.Options, o.Fingerprint)
	}
	for _, p := range q.Pairs {
		key.Prompts = append(key.Prompts, quiz.Prompt{ID: p.Fingerprint, Field: p.Field(), Right: p.Option})
	}
	return key
}

// Mark implements quiz.Question. prompts.js holds the same rule.
func (q *Question) Mark(r quiz.Response) quiz.Mark { return q.key().Mark(r) }
