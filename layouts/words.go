package layouts

import (
	"fmt"
	"io/fs"
	"maps"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// Words are the interface's sentences in one language.
type Words struct {
	pages  map[string]string
	Script map[string]string // the ones the browser needs
}

// ReadWords reads the sentences of a language: strings/fr-CA.yaml, else
// strings/fr.yaml. A course's own file needs to hold only what it changes; the
// rest comes from the theme's file of that language, and else from English. It
// returns nil after an error, which goes to d.
func ReadWords(theme fs.FS, language string, d *diag.List) *Words {
	base, _, _ := strings.Cut(language, "-")
	words := &Words{map[string]string{}, map[string]string{}}
	found := false
	for _, from := range []struct {
		files    fs.FS
		language string
	}{{builtin, "en"}, {builtin, base}, {builtin, language}, {theme, base}, {theme, language}} {
		there, ok := words.add(from.files, from.language, d)
		if !ok {
			return nil
		}
		found = found || there && from.language != "en" || base == "en"
	}
	if !found {
		d.ErrorIn("site.yaml", "language-unknown", fmt.Sprintf("the theme has no sentences for the language `%s`", language),
			"add them as layouts/strings/"+language+".yaml, or use `language: en`")
		return nil
	}
	return words
}

// add lays the sentences of one file over those there are. ok is false after
// an error; a file that is not there is none.
func (w *Words) add(files fs.FS, language string, d *diag.List) (there, ok bool) {
	name := "strings/" + language + ".yaml"
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return false, true
	}
	f, err := source.New("layouts/"+name, data)
	if err != nil {
		d.ErrorIn("layouts/"+name, "encoding", err.Error(), "")
		return true, false
	}
	var read struct {
		Pages  map[string]string `yaml:"pages"`
		Script map[string]string `yaml:"script"`
	}
	ok = yamlx.Decode(f, f.All(), &read, d)
	maps.Copy(w.pages, read.Pages)
	maps.Copy(w.Script, read.Script)
	return true, ok
}

// Say returns the sentence named by key, with {name} replaced from pairs of
// name and value. A sentence with a bar has two forms; n decides between one
// and several. A key without a sentence is returned as it is.
func (w *Words) Say(key string, pairs ...any) string {
	sentence, ok := w.pages[key]
	if !ok {
		return key
	}
	one, several, both := strings.Cut(sentence, "|")
	for i := 0; i+1 < len(pairs); i += 2 {
		if both && pairs[i] == "n" {
			sentence = several
			if pairs[i+1] == 1 {
				sentence = one
			}
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		sentence = strings.ReplaceAll(sentence, "{"+fmt.Sprint(pairs[i])+"}", fmt.Sprint(pairs[i+1]))
	}
	return sentence
}

// Has reports whether there is a sentence for key.
func (w *Words) Has(key string) bool { _, ok := w.pages[key]; return ok }
