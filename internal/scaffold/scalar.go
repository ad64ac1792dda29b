package scaffold

import (
	"slices"
	"strings"

	"lectern/internal/once"
)

var (
	plain = once.Regexp(`^\pL[\pL\pM\p{Nd} ,.?!'’«»()–—-]*$`)
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
