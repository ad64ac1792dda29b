package kinds_test

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"lectern/quiz"
)

// makeNumber writes numbers in every form an author may use.
func makeNumber(r *rand.Rand, b *quiz.Block) {
	unit := pick(r, "", "", "min", " h", " mg", " %", " µg")
	for i := range 1 + r.IntN(4) {
		marker := pick(r, "=", "~", "!=")
		if i == 0 {
			marker = "="
		}
		words := figures(r) + pick(r, "", " ± "+figures(r), " +- "+strconv.Itoa(r.IntN(30))+"%", ".."+figures(r))
		addItem(b, quiz.Item{Marker: marker, Source: words + pick(r, unit, unit, unit, ""), Text: plain(words)})
	}
}

// figures is a number as people write it.
func figures(r *rand.Rand) string {
	s := pick(r, "", "", "", "-", "+", "−") + strconv.Itoa(r.IntN(1+r.IntN(300)))
	if r.IntN(4) == 0 {
		s += pick(r, " ", "\u00a0", "\u202f", "\u2009", "'") + pick(r, "000", "500", "05")
	}
	if r.IntN(3) == 0 {
		s += pick(r, ".", ",") + strings.Repeat("0", r.IntN(3)) + strconv.Itoa(r.IntN(1000))
	}
	return s
}
