package quiz

import (
	"cmp"
	"slices"
	"strings"

	"lectern/internal/prose"
)

// ByAlphabet sorts what a page lists, so that the order tells nothing of what
// belongs together. The page, the page without script and the paper agree.
func ByAlphabet[T any](list []T, text func(T) prose.Text) {
	slices.SortStableFunc(list, func(a, b T) int {
		x, y := text(a).Plain(), text(b).Plain()
		return cmp.Or(cmp.Compare(Fold(x, true), Fold(y, true)), cmp.Compare(x, y))
	})
}

// longOption is how many characters of an option a menu shows on a small screen.
const longOption = 40

// ShortOptions returns the words of options as a menu can hold them. listed
// tells that it cannot hold all of one of them, because it is long or more
// than words: then they begin with the letters that a list above gives them.
func ShortOptions(texts []prose.Text) (short []string, listed bool) {
	listed = slices.ContainsFunc(texts, func(t prose.Text) bool {
		plain := t.Plain()
		return plain == "" || len([]rune(plain)) > longOption || len(t.Refs) > 0 || strings.Contains(t.HTML, "<img")
	})
	for i, t := range texts {
		words := t.Plain()
		if listed {
			words = strings.TrimSpace(letter(i) + ". " + begin(words))
		}
		short = append(short, words)
	}
	return short, listed
}

// begin is the first words of an option that is too long for a menu.
func begin(words string) string {
	const room = 28
	runes := []rune(words)
	if len(runes) <= room {
		return words
	}
	first := string(runes[:room])
	if gap := strings.LastIndexByte(first, ' '); gap > 0 {
		first = first[:gap]
	}
	return strings.TrimRight(first, ",;:.") + " …"
}

// letter is A to Z, then AA, AB …, as browsers count in letters.
func letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letter(i/26-1) + string(rune('A'+i%26))
}

// FingerprintOf names a text by its words; a picture alone, by its source.
func FingerprintOf(text prose.Text, source string) string {
	if words := text.Plain(); words != "" {
		return Fingerprint(words)
	}
	return Fingerprint(source)
}
