package kinds_test

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"lectern/quiz"
)

func makeRate(r *rand.Rand, b *quiz.Block) {
	for i := range r.IntN(4) {
		addItem(b, quiz.Item{Text: plain("statement " + strconv.Itoa(i))})
	}
	points := strings.Split("never rarely sometimes often mostly always yes no", " ")[:r.IntN(9)]
	b.Pieces = append(b.Pieces, quiz.Piece{Label: quiz.LabelScale, Text: plain(strings.Join(points, " / "))})
}
