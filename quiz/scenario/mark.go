package scenario

import "lectern/quiz"

// Key is what the page marks with.
type Key struct {
	Steps []KeyStep `json:"steps"` // the opening first
}

// KeyStep is one step; one that leads nowhere is an end.
type KeyStep struct {
	ID    string   `json:"id"`
	To    []string `json:"to,omitempty"`
	Score *float64 `json:"score,omitempty"`
}

// Key implements quiz.Question.
func (q *Question) Key() any {
	var key Key
	for _, s := range q.all() {
		step := KeyStep{ID: s.ID}
		for _, w := range s.Ways {
			step.To = append(step.To, w.To.ID)
		}
		if s.End != nil {
			step.Score = s.End.Score
		}
		key.Steps = append(key.Steps, step)
	}
	return key
}

// Mark implements quiz.Question: what the end is worth that one has walked to.
// One who has not come to an end has answered nothing yet. scenario.js holds
// the same rule.
func (q *Question) Mark(r quiz.Response) quiz.Mark {
	at := q.walk(r["step"])
	if at.End == nil {
		return quiz.Mark{Verdict: quiz.Blank}
	}
	if at.End.Score == nil {
		return quiz.Mark{Verdict: quiz.Unmarked}
	}
	return quiz.Scored(*at.End.Score, map[string]string{at.ID: how(*at.End.Score)}, quiz.Count{})
}

// walk goes from the opening through the steps that were sent, as far as there
// are choices that lead from each to the next.
func (q *Question) walk(ids []string) *Scene {
	at := q.Opening
	for _, id := range ids {
		next := at.next(id)
		if next == nil {
			return at
		}
		at = next
	}
	return at
}

func (s *Scene) next(id string) *Scene {
	for _, w := range s.Ways {
		if w.To.ID == id {
			return w.To
		}
	}
	return nil
}

func how(score float64) string {
	if score >= 1 {
		return quiz.AnswerRight
	}
	if score > 0 {
		return quiz.AnswerNear
	}
	return quiz.AnswerExtra
}
