package quiz

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
)

//go:embed example*.md
var groupExamples embed.FS

// Example is a question as an author might have written it, to begin from. It
// is whole: filled, with remarks for authors, and nothing is wrong with it.
type Example struct {
	Name string // "match"; "choice-several" for another question of the kind "choice"
	Text string // Markdown that ends with a line break
}

// ExampleLanguages are the languages that there are examples in, as codes.
var ExampleLanguages = []string{"en", "fr"}

// Examples lists the examples of all kinds, and of a quiz, in one of
// ExampleLanguages. Each kind has example.md, and example-<more>.md if it likes;
// a translation is example.fr.md.
func (c Catalog) Examples(language string) []Example {
	var all []Example
	for _, k := range c {
		all = append(all, examplesIn(k.Files(), k.Name(), language)...)
	}
	return append(all, examplesIn(groupExamples, "quiz", language)...)
}

func examplesIn(files fs.FS, name, language string) []Example {
	ending := ".md"
	if language != ExampleLanguages[0] {
		ending = "." + language + ending
	}
	var found []Example
	paths, _ := fs.Glob(files, "example*"+ending) // the pattern is ours
	for _, p := range paths {
		more := strings.TrimSuffix(strings.TrimPrefix(p, "example"), ending)
		text, err := fs.ReadFile(files, p)
		if err == nil && !strings.Contains(more, ".") {
			found = append(found, Example{name + more, string(text)})
		}
	}
	slices.SortFunc(found, func(a, b Example) int { return strings.Compare(a.Name, b.Name) })
	return found
}
