package search

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// wordsAlike compares what both sides find in texts.
func wordsAlike(t *testing.T, texts []string) {
	t.Helper()
	wrong := 0
	for i, inPage := range ask[[][]string](t, "words", texts) {
		if want := Words(texts[i]); !slices.Equal(want, inPage) {
			t.Errorf("%+q has the words %+q in Go and %+q in the page", texts[i], want, inPage)
			if wrong++; wrong == 20 {
				t.Fatal("and more")
			}
		}
	}
}

// A character that either side's edition of Unicode does not know is left out.
func TestEveryCharacterIsTakenAlike(t *testing.T) {
	unknown := map[rune]bool{}
	for _, r := range ask[[]rune](t, "unassigned", nil) {
		unknown[r] = true
	}
	var texts []string
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if utf8.ValidRune(r) && !unknown[r] && !unicode.Is(unicode.Cn, r) {
			texts = append(texts, "a"+string(r)+"B")
		}
	}
	if len(texts) < 250_000 {
		t.Fatalf("only %d texts to compare", len(texts))
	}
	wordsAlike(t, texts)
}

// knots are where two languages may part.
var knots = []string{
	"a", "B", "é", "e\u0301", "L'", "l’", "qu'", "Qu’", "d''", "'s", "’S", "'", "'", "ʼ", "′", "‘", "‛", "‚", " ", " ", "\u00a0", "\u200b", "\u200d", "-", "–", ".", "…",
	"İ", "ı", "Σ", "ς", "ß", "ſ", "ﬁ", "Å", "K", "\u0338", "=\u0338", "≠", "\u0300", "\u0345", "\u034f", "\u1ab0", "ª", "º", "µ", "²", "·", "×", "÷", "_", "$", "1", "٣",
	"ᐃ", "᐀", "᙮", "Ɂ", "ʔ", "ł\u0328\u0301", "中", "文", "。", "가", "\u1100\u1161", "👩‍🚒", "\ufe0f", "\U00010400", "\U0001d165", "\U0010fffd", "\ufffd", "\uff41", "；", "\\", "__proto__",
}

func TestTangledTextsAreTakenAlike(t *testing.T) {
	seed := rand.Uint64()
	r := rand.New(rand.NewPCG(seed, 1))
	texts := make([]string, 30_000)
	for i := range texts {
		var b strings.Builder
		for range 1 + r.IntN(10) {
			b.WriteString(knots[r.IntN(len(knots))])
		}
		texts[i] = b.String()
	}
	wordsAlike(t, texts)
	if t.Failed() {
		t.Logf("the seed was %d", seed)
	}
}

func TestMarkedTextIsTheTextItself(t *testing.T) {
	texts := []string{"", "no such word", "L’eau est là", "Peer support, by a PEER’s peer"}
	want := []int{0, 0, 1, 3}
	for i, parts := range ask[[][][2]any](t, "cut", texts) {
		whole, marked := "", 0
		for _, p := range parts {
			whole += p[0].(string)
			if p[1].(bool) {
				marked++
			}
		}
		if whole != texts[i] || marked != want[i] {
			t.Errorf("%q is cut into %v", texts[i], parts)
		}
	}
}
