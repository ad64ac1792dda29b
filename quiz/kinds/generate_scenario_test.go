package kinds_test

import (
	"fmt"
	"math/rand/v2"

	"lectern/internal/prose"
	"lectern/quiz"
	"lectern/quiz/scenario"
)

func init() {
	generators["scenario"], responders["scenario"] = makeScenario, walkScenario
}

// makeScenario writes an opening and a few steps, each with choices that lead
// anywhere, or with an end.
func makeScenario(r *rand.Rand, b *quiz.Block) {
	steps := 1 + r.IntN(5)
	b.Pieces[0].List.Items = choices(r, steps)
	scored := r.IntN(4) > 0
	for i := range steps {
		name := fmt.Sprintf("step-%d", i)
		b.Pieces = append(b.Pieces, quiz.Piece{Heading: &quiz.Heading{Words: plain(name), Name: name, ID: name}})
		if i > 0 && r.IntN(2) == 0 {
			b.Pieces = append(b.Pieces, quiz.Piece{List: &quiz.List{Items: choices(r, steps)}})
			continue
		}
		end := "An end."
		if scored {
			end += pick(r, " (score 0)", " (score 0,25)", " (score 0.5)", " (Score: 1)", " (score 1.0)")
		}
		b.Pieces = append(b.Pieces, quiz.Piece{Label: quiz.LabelEnd, Text: plain(end)})
	}
}

func choices(r *rand.Rand, steps int) (items []quiz.Item) {
	for range 1 + r.IntN(3) {
		const tag = `<a href="`
		to := prose.Ref{Kind: prose.Link, At: len(tag), Target: fmt.Sprintf("#step-%d", r.IntN(steps))}
		items = append(items, quiz.Item{Text: prose.Text{HTML: tag + `">Go on</a>`, Refs: []prose.Ref{to}}})
	}
	return items
}

// walkScenario goes through real choices, and now and then through a wall.
func walkScenario(r *rand.Rand, q quiz.Question) quiz.Response {
	steps := q.Key().(scenario.Key).Steps
	response, at := quiz.Response{}, steps[0]
	for range r.IntN(12) {
		id := steps[r.IntN(len(steps))].ID
		if len(at.To) > 0 && r.IntN(8) > 0 {
			id = pick(r, at.To...)
		}
		for _, s := range steps {
			if s.ID == id {
				at = s
			}
		}
		response.Add("step", id)
	}
	return response
}
