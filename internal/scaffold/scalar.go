package scaffold

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

var (
	plain = regexp.MustCompile(`^\pL[\pL\pM\p{Nd} ,.?!'’«»()–—-]*$`)
	// Words that other readers of YAML take for something else than text.
	special = []string{"true", "false", "yes", "no", "on", "off", "y", "n", "null"}
)

// Scalar writes words as one value of YAML, with quotes around them where they
// need any.
func Scalar(words string) string {
	if plain.MatchString(words) && !slices.Contains(special, strings.ToLower(words)) {
		return words
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(words) + `"`
}

// Title is a title in one line, without signs that nobody can see.
func Title(words string) string {
	words = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || r == unicode.ReplacementChar || r == '\ufeff':
			return -1
		}
		return r
	}, words)
	return strings.Join(strings.Fields(words), " ")
}
