package sort

import "lectern/quiz"

// Key implements quiz.Question.
func (q *Question) Key() any { return q.key() }

func (q *Question) key() (key quiz.Prompts) {
	for _, g := range q.Groups {
		key.Options = append(key.Options, g.Fingerprint)
	}
	for _, i := range q.Items {
		key.Prompts = append(key.Prompts, quiz.Prompt{ID: i.Fingerprint, Field: i.Field(), Right: i.Group})
	}
	return key
}

// Mark implements quiz.Question. prompts.js holds the same rule.
func (q *Question) Mark(r quiz.Response) quiz.Mark { return q.key().Mark(r) }
