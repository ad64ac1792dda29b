package prose

import (
	"strings"

	"lectern/internal/once"
)

// French parts some signs from the word before them. The ordinary space that an
// author typed there must not break the line: a no-break space goes inside « »
// and before : and what follows a figure, a narrow one before ; ! and ?. Where
// there is no space none is added, as in 10:30 and an address.
var (
	beforeColon  = once.Regexp(` :([\s.,;)»…]|$)`)
	beforeNarrow = once.Regexp(` (;|\?|!+(?:[^=!]|$))`)
	afterFigure  = once.Regexp(`(\d) ([%$€°])`)
	guillemets   = strings.NewReplacer("« ", "«\u00a0", " »", "\u00a0»")
)

// Unbreaks reports whether a language has spaces that must not break a line.
func Unbreaks(lang string) bool { return lang == "fr" || strings.HasPrefix(lang, "fr-") }

// Unbroken returns words of the language lang with the spaces that must not
// break a line as no-break spaces. Only French has such.
func Unbroken(words, lang string) string {
	if !Unbreaks(lang) || !strings.Contains(words, " ") {
		return words
	}
	words = guillemets.Replace(words)
	words = beforeColon.ReplaceAllString(words, "\u00a0:$1")
	words = beforeNarrow.ReplaceAllString(words, "\u202f$1")
	return afterFigure.ReplaceAllString(words, "$1\u00a0$2")
}
