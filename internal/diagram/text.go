package diagram

import (
	"strings"
	"unicode"
)

// widths are rough advance widths in em, rounded up from the bold of the theme's face, so that text set in any
// common sans serif fits where it was promised to fit.
var widths = []struct {
	em    float64
	runes string
}{
	{.31, " !',.:;ijl|`"},
	{.44, "()[]{}-/\"frtI1"},
	{.57, "?*ckszvxyJLF"},
	{.6, "abdeghnopqu23579E"},
	{.72, "ABCDGHKNOQRU&"},
	{.89, "mwMW@%"},
}

// ascii holds the widths of the characters below 128: every line is measured many times over.
var ascii = func() (em [128]float64) {
	for r := range em {
		em[r] = .66
	}
	for _, w := range widths {
		for _, r := range w.runes {
			em[r] = w.em
		}
	}
	return em
}()

// widthOf returns how wide r may be, in em.
func widthOf(r rune) float64 {
	if r >= 0 && int(r) < len(ascii) {
		return ascii[r]
	}
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r < 0x250: // Latin with accents
		return .66
	case r >= 0x2E80: // Chinese, Japanese, Korean, and pictographs
		return 1.05
	case unicode.Is(unicode.Canadian_Aboriginal, r):
		return .8
	}
	return .72
}

// width returns how wide text may be, in em.
func width(text string) (em float64) {
	for _, r := range text {
		em += widthOf(r)
	}
	return em
}

// wrap breaks text at spaces into lines of at most room em. Only a word that is longer than a line is broken inside;
// whole says that none was.
func wrap(text string, room float64) (lines []string, whole bool) {
	whole = true
	line := ""
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' }) {
		if line != "" && width(line+" "+word) <= room {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for line = word; width(line) > room; whole = false {
			cut := breakAt(line, room)
			if cut == len(line) {
				break
			}
			lines, line = append(lines, line[:cut]), line[cut:]
		}
	}
	return append(lines, line), whole
}

// breakAt returns the byte offset, past the first character, where a word must break to stay within room em.
// Marks stay with the letter they belong to: they have no width of their own.
func breakAt(word string, room float64) int {
	em := 0.0
	for i, r := range word {
		w := widthOf(r)
		if em += w; em > room && i > 0 && w > 0 {
			return i
		}
	}
	return len(word)
}

// balance wraps like wrap and then evens the lines out, so that no single word is left alone on the last.
func balance(text string, room float64) (lines []string, whole bool) {
	lines, whole = wrap(text, room)
	for narrow := room - .25; whole && narrow > 0; narrow -= .25 {
		even, ok := wrap(text, narrow)
		if !ok || len(even) > len(lines) {
			break
		}
		lines = even
	}
	return lines, whole
}

// spread wraps like balance, into n lines if the words allow it, so that neighbours look alike.
func spread(text string, room float64, n int) []string {
	best, _ := balance(text, room)
	for narrow := room; narrow > 0 && len(best) < n; narrow -= .25 {
		lines, whole := wrap(text, narrow)
		if !whole || len(lines) > n {
			break
		}
		best, _ = balance(text, narrow)
	}
	return best
}

// widest returns the width of the longest line, in em.
func widest(lines []string) (em float64) {
	for _, line := range lines {
		em = max(em, width(line))
	}
	return em
}
