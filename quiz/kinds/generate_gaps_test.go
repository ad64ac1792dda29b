package kinds_test

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

// makeGaps puts blanks into the detail, now and then two with the same words.
func makeGaps(r *rand.Rand, b *quiz.Block) {
	text := prose.Text{HTML: "<p>"}
	for range 1 + r.IntN(3) {
		text.HTML += "words "
		text.Refs = append(text.Refs, prose.Ref{Kind: prose.Blank, At: len(text.HTML), Target: makeBlank(r)})
	}
	b.Pieces = append(b.Pieces, quiz.Piece{Text: text})
	set(b, "accents", pick(r, "keep", "ignore"))
}

func makeBlank(r *rand.Rand) string {
	switch r.IntN(4) {
	case 0:
		return "(listen) / diagnose / prescribe"
	case 1:
		return "A / (b) / c" + strconv.Itoa(r.IntN(3))
	case 2:
		return "lived / living"
	}
	words := strings.Join(strings.Fields(knotted(r, 5)), " ")
	return words + " / Élan vital"
}

// makeJudge gives a panel's votes to a few replies.
func makeJudge(r *rand.Rand, b *quiz.Block) {
	b.Inline = func(part string, _ source.Range) prose.Text { return plain(part) }
	panel := 1 + r.IntN(20)
	for i := range 2 + r.IntN(5) {
		votes := strconv.Itoa(r.IntN(panel + 1))
		addItem(b, quiz.Item{Source: "(" + votes + "/" + strconv.Itoa(panel) + ") reply " + strconv.Itoa(i)})
	}
}

func init() {
	generators["gaps"], generators["judge"] = makeGaps, makeJudge
}
