package kinds_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"lectern/quiz"
)

// foldAlike compares what both sides make of texts.
func foldAlike(t testing.TB, texts []string, ignoreAccents bool) {
	t.Helper()
	folded := ask[[]string](t, "fold", map[string]any{"texts": texts, "ignoreAccents": ignoreAccents})
	wrong := 0
	for i, text := range texts {
		if want := quiz.Fold(text, ignoreAccents); folded[i] != want {
			t.Errorf("Fold(%+q, %v) is %+q in Go and %+q in the page", text, ignoreAccents, want, folded[i])
			if wrong++; wrong == 20 {
				t.Fatal("and more")
			}
		}
	}
}

// A character assigned after either side's edition of Unicode may have got
// properties that the other side does not know; all others are compared.
func characters(t *testing.T) []rune {
	unknown := map[rune]bool{}
	for _, r := range ask[[]rune](t, "unassigned", nil) {
		unknown[r] = true
	}
	var all []rune
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if utf8.ValidRune(r) && !unknown[r] && !unicode.Is(unicode.Cn, r) {
			all = append(all, r)
		}
	}
	return all
}

func TestEveryCharacterFoldsAlike(t *testing.T) {
	var texts []string
	for _, r := range characters(t) {
		texts = append(texts, string(r), "a"+string(r)+"B")
	}
	if len(texts) < 2*250_000 {
		t.Fatalf("only %d texts to compare: the two editions of Unicode hardly share a character", len(texts))
	}
	for name, ignoreAccents := range map[string]bool{"accents kept": false, "accents ignored": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // Go folds one batch while node folds another
			for batch := range slices.Chunk(texts, 20_000) {
				foldAlike(t, batch, ignoreAccents)
			}
		})
	}
}

// knots are the characters at which Go's and the browsers' own functions part.
var knots = []string{
	"İ", "I", "ı", "Σ", "ς", "σ", "ß", "ẞ", "Å", "Å", "K", "ſ", "ǅ", "ﬁ", "é", "e\u0301", "Ḍ̇", "ṩ", "Ǭ", "가", "ㄱ", "\u1100\u1161\u11a8",
	"\u0300", "\u0301", "\u0307", "\u0323", "\u0345", "\u0344", "\u034f", "\u05b0", "\u094d", "\u0f73", "\u1ab0", "\u20d0", "\u302a", "\U0001d165", "\U0001d16d",
	" ", "\t", "\r\n", "\u0085", "\u00a0", "\u180e", "\u200b", "\u200d", "\u2028", "\u202f", "\u2060", "\u3000", "\ufeff",
	"“", "”", "‘", "’", "«", "»", "–", "—", "−", "…", ".", "!", "¿", "(", ")", "-", "/", "'", `"`,
	"ᐃ", "ᓄ", "Ɂ", "ʔ", "łı̨́", "Ł", "中", "👩‍🚒", "\U00010400", "\U0010fffd", "\ufffd", "\\", "__proto__",
}

func knotted(r *rand.Rand, most int) string {
	var b strings.Builder
	for range r.IntN(most) {
		if r.IntN(12) == 0 {
			b.WriteString(strings.Repeat(knots[r.IntN(len(knots))], r.IntN(40)))
		}
		b.WriteString(knots[r.IntN(len(knots))])
	}
	return b.String()
}

func TestTangledTextsFoldAlike(t *testing.T) {
	r := seeded(t)
	for range 40 {
		texts := make([]string, 250)
		for i := range texts {
			texts[i] = knotted(r, 12)
		}
		foldAlike(t, texts, false)
		foldAlike(t, texts, true)
	}
}

func FuzzFoldAlike(f *testing.F) {
	for _, s := range knots {
		f.Add("Aé "+s+s+" z", true)
	}
	f.Add(strings.Repeat("\u0323\u0307", 40), false)
	f.Fuzz(func(t *testing.T, s string, ignoreAccents bool) {
		foldAlike(t, []string{known(t, s)}, ignoreAccents)
	})
}

// known makes s text that JSON can carry, and skips what has characters newer
// than Go's edition of Unicode.
func known(t *testing.T, s string) string {
	s = strings.ToValidUTF8(s, "?")
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cn, r) }) {
		t.Skip("a character that is not assigned in Go's edition of Unicode")
	}
	return s
}
