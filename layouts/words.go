package layouts

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"lectern/internal/diag"
)

// Words are the interface's sentences in one language.
type Words struct {
	language language.Tag
	pages    map[string]string
	Script   map[string]string // the ones the browser needs
}

// ReadWords reads the sentences of a language: strings/fr-CA.yaml, else
// strings/fr.yaml. A course's own file needs to hold only what it changes; the
// rest comes from the theme's file of that language, and else from English, which
// is told in d. It returns nil after an error.
func ReadWords(theme fs.FS, lang string, d *diag.List) *Words {
	base, _, _ := strings.Cut(lang, "-")
	words := &Words{language.Make(lang), map[string]string{}, map[string]string{}}
	said := &sayings{theme: theme}
	if said.english, _ = readSentences(builtin, "en", d); said.english == nil {
		return nil
	}
	words.add(said.english)
	for _, files := range []fs.FS{builtin, theme} {
		for _, l := range slices.Compact([]string{base, lang}) {
			file, ok := readSentences(files, l, d)
			if !ok {
				return nil
			}
			if file != nil {
				words.add(file)
				said.files = append(said.files, file)
			}
		}
	}
	if len(said.files) == 0 {
		d.ErrorIn("site.yaml", "language-unknown", fmt.Sprintf("the theme has no sentences for the language `%s`", lang),
			"add them as layouts/strings/"+lang+".yaml, or use `language: en`")
		return nil
	}
	said.check(base, d)
	return words
}

// add lays the sentences of a file over those there are.
func (w *Words) add(file *sentences) {
	for _, p := range file.Pages {
		w.pages[p.Key.Value] = p.Value.Value
	}
	for _, p := range file.Script {
		w.Script[p.Key.Value] = p.Value.Value
	}
}

// Say returns the sentence named by key, with {name} replaced from pairs of
// name and value. Of a sentence with several forms, the value of n decides
// which. A key without a sentence is returned as it is.
func (w *Words) Say(key string, pairs ...any) string {
	sentence, ok := w.pages[key]
	if !ok {
		return key
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == "n" {
			sentence = formFor(sentence, w.language, pairs[i+1])
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		sentence = strings.ReplaceAll(sentence, "{"+fmt.Sprint(pairs[i])+"}", w.value(pairs[i+1]))
	}
	return sentence
}

// Has reports whether there is a sentence for key.
func (w *Words) Has(key string) bool { _, ok := w.pages[key]; return ok }
