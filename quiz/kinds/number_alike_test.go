package kinds_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"lectern/quiz"
)

type quantity struct {
	Value float64
	Unit  string
}

// quantitiesAlike compares what both sides read in texts, and returns how many
// are quantities.
func quantitiesAlike(t testing.TB, texts []string) (read int) {
	t.Helper()
	inPage := ask[[]*quantity](t, "quantity", texts)
	for i, text := range texts {
		q, ok := quiz.ReadQuantity(text)
		switch have := inPage[i]; {
		case ok != (have != nil):
			t.Fatalf("%+q: a quantity in Go: %v, in the page: %v", text, ok, have != nil)
		case ok && *have != quantity{q.Value(), q.Unit}:
			t.Fatalf("%+q is %v %q in Go and %v in the page", text, q.Value(), q.Unit, *have)
		case ok:
			read++
		}
	}
	return read
}

// pieces are what numbers are made of, and what looks like it.
var pieces = []string{
	"0", "1", "5", "9", "12", "000", "345", "007", "123456789", "99999999999999999", "9007199254740993", ".", ".", ",", ",", "..",
	" ", " ", "\u00a0", "\u2007", "\u2009", "\u202f", "\t", "\u200b", "\u0085", "\ufeff", "\u3000", "'", "’", "_",
	"-", "+", "−", "–", "—", "‐", "±", "%", " min", "h", "mg", "µg", "μg", "°C", "m²", "e", "E3", "x", "0x", "inf", "NaN", "forty", "١", "５", "\u0301", "!",
}

func scribble(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(7) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

func TestGeneratedNumbersAreReadAlike(t *testing.T) {
	r := seeded(t)
	read := 0
	for range 40 {
		texts := make([]string, 500)
		for i := range texts {
			if texts[i] = scribble(r); r.IntN(2) == 0 {
				texts[i] = figures(r) + pick(r, "", " ", "min", " µg", knotted(r, 4))
			}
		}
		read += quantitiesAlike(t, texts)
	}
	if read < 5_000 {
		t.Errorf("only %d of 20000 texts were quantities, which compares little", read)
	}
}

// Digits that lie between two doubles are where parsers part.
func TestLongNumbersAreReadAlike(t *testing.T) {
	r := seeded(t)
	texts := []string{"9007199254740993", "0.1000000000000000055511151231257827", "2.2250738585072011", strings.Repeat("9", 30), strings.Repeat("9", 31)}
	for range 5_000 {
		digits := make([]byte, 1+r.IntN(31))
		for i := range digits {
			digits[i] = byte('0' + r.IntN(10))
		}
		at := r.IntN(len(digits) + 1)
		texts = append(texts, string(digits[:at])+"."+string(digits[at:]))
	}
	if read := quantitiesAlike(t, texts); read < 4_000 {
		t.Errorf("only %d texts were quantities", read)
	}
}

func FuzzQuantityAlike(f *testing.F) {
	for _, s := range pieces {
		f.Add("1" + s + "5 min")
	}
	f.Fuzz(func(t *testing.T, s string) { quantitiesAlike(t, []string{known(t, s)}) })
}
