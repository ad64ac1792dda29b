package kinds_test

import (
	"math/rand/v2"
	"strconv"

	"lectern/internal/source"
	"lectern/quiz"
)

func makeOrder(r *rand.Rand, b *quiz.Block) {
	b.Pieces[0].List.Ordered = true
	for i := range 2 + r.IntN(6) {
		at := source.Range{Start: i, End: i + 1}
		addItem(b, quiz.Item{Text: plain("step " + strconv.Itoa(r.IntN(40))), At: at})
	}
}

func makeCard(r *rand.Rand, b *quiz.Block) {
	b.Pieces = []quiz.Piece{{Label: quiz.LabelBack, Text: plain(pick(r, "a back", "another back"))}}
}
