package kinds_test

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

func init() { generators["match"], generators["sort"] = makeMatch, makeSort }

// inlinePlain renders the parts of generated lines, which hold no Markdown.
func inlinePlain(part string, _ source.Range) prose.Text { return plain(part) }

// makeMatch pairs few left sides with fewer right sides, so that some fit
// several and some nothing.
func makeMatch(r *rand.Rand, b *quiz.Block) {
	b.Inline = inlinePlain
	rights := 2 + r.IntN(3)
	for i := range 2 + r.IntN(4) {
		addItem(b, quiz.Item{Source: "left " + strconv.Itoa(i) + " -> right " + strconv.Itoa(r.IntN(rights))})
	}
	for range r.IntN(3) {
		addItem(b, quiz.Item{Source: "-> right " + strconv.Itoa(r.IntN(9))})
	}
}

func makeSort(r *rand.Rand, b *quiz.Block) {
	b.Inline = inlinePlain
	n := 0
	for i := range 1 + r.IntN(4) {
		items := make([]string, r.IntN(4))
		for j := range items {
			items[j] = "item " + strconv.Itoa(n)
			n++
		}
		addItem(b, quiz.Item{Source: "group " + strconv.Itoa(i) + ": " + strings.Join(items, "; ")})
	}
}
