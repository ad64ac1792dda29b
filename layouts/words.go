package layouts

import (
	"fmt"
	"io/fs"
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

// ReadWords reads strings/<language>.yaml of the theme. It returns nil after
// an error, which goes to d.
func ReadWords(theme fs.FS, language string, d *diag.List) *Words {
	name := "strings/" + language + ".yaml"
	data, err := fs.ReadFile(theme, name)
	if err != nil {
		d.ErrorIn("site.yaml", "language-unknown", fmt.Sprintf("the theme has no sentences for the language `%s`", language),
			"add them as layouts/"+name+", or use `language: en`")
		return nil
	}
	f, err := source.New("layouts/"+name, data)
	if err != nil {
		d.ErrorIn("layouts/"+name, "encoding", err.Error(), "")
		return nil
	}
	var read struct {
		Pages  map[string]string `yaml:"pages"`
		Script map[string]string `yaml:"script"`
	}
	if !yamlx.Decode(f, f.All(), &read, d) {
		return nil
	}
	return &Words{read.Pages, read.Script}
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
