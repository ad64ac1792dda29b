package reference

import (
	"strings"
	"unicode"
)

// name is a person (Family and the rest) or a group (Literal).
type name struct {
	Family   string   `yaml:"family"`
	Given    []string `yaml:"given"` // a list in the oldest pandoc exports
	Particle string   `yaml:"non-dropping-particle"`
	Dropping string   `yaml:"dropping-particle"`
	Suffix   string   `yaml:"suffix"`
	Literal  string   `yaml:"literal"`
}

// OpenKeys allows CSL's hints for other styles, such as comma-suffix.
func (name) OpenKeys() {}

// surname is what a citation in the text calls the author: "van der Berg".
func (n name) surname() string {
	if n.Family == "" {
		return n.Literal
	}
	if strings.HasSuffix(n.Particle, "'") || strings.HasSuffix(n.Particle, "’") || strings.HasSuffix(n.Particle, "-") {
		return n.Particle + n.Family
	}
	return spaced(n.Particle, n.Family)
}

func (n name) initials() string {
	if n.Family == "" {
		return ""
	}
	return initials(strings.Join(n.Given, " "))
}

// inverted is the name as an author in the reference list: "King, M. L., Jr."
func (n name) inverted() string {
	out := n.surname()
	if first := spaced(n.initials(), n.Dropping); first != "" {
		out += ", " + first
	}
	if n.Suffix != "" && n.Family != "" {
		out += ", " + n.Suffix
	}
	return out
}

// straight is the name as an editor of a book: "M. L. King Jr."
func (n name) straight() string {
	if n.Family == "" {
		return n.Literal
	}
	return spaced(n.initials(), n.Dropping, n.surname(), n.Suffix)
}

// initials shortens given names: "Jean-Paul" to "J.-P.", "S.P." and "SP" to
// "S. P.". A particle among them stays: "Ludwig van" is "L. van".
func initials(given string) string {
	given = strings.NewReplacer("‐", "-", "‑", "-").Replace(given)
	given = strings.ReplaceAll(strings.ReplaceAll(given, ".", ". "), ". -", ".-")
	var out []string
	for i, word := range strings.Fields(given) {
		switch {
		case i > 0 && isLower(word):
			out = append(out, word)
		case areInitials(word):
			for _, r := range word {
				out = append(out, string(r)+".")
			}
		default:
			out = append(out, hyphened(word))
		}
	}
	return spaced(out...)
}

func hyphened(word string) string {
	var out []string
	for _, part := range strings.Split(word, "-") {
		if short := initial(part); short != "" {
			out = append(out, short)
		}
	}
	return strings.Join(out, "-")
}

// initial is the first letter with its accents and a point. Scripts without
// capital letters have no initials; there the whole name is kept.
func initial(word string) string {
	start := strings.IndexFunc(word, unicode.IsLetter)
	if start < 0 {
		return ""
	}
	letters := []rune(word[start:])
	if !unicode.IsUpper(letters[0]) && !unicode.IsLower(letters[0]) && !unicode.IsTitle(letters[0]) {
		return word
	}
	end := 1
	for end < len(letters) && unicode.IsMark(letters[end]) {
		end++
	}
	return string(letters[:end]) + "."
}

// areInitials tells "SP", as PubMed writes given names, from a name.
func areInitials(word string) bool {
	n := len([]rune(word))
	return (n == 2 || n == 3) && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

func isLower(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLower(r) && r != '\'' && r != '’' }) < 0
}

// manyNames is the greatest number of authors that an entry names in full.
const manyNames = 20

// joinNames writes names as a list with and before the last of them. English
// has a comma there, between two names only where they are inverted.
func (w *Words) joinNames(names []string, and string, inverted bool) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	if len(names) > manyNames {
		return strings.Join(names[:manyNames-1], ", ") + ", . . . " + names[last]
	}
	between := " "
	if w.SerialComma && (last > 1 || inverted) {
		between = ", "
	}
	return strings.Join(names[:last], ", ") + between + and + " " + names[last]
}

// spaced joins the words that are not empty.
func spaced(words ...string) string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}
