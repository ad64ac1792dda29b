package quiz

import (
	"reflect"
	"testing"
	"testing/fstest"
)

func TestExamplesAreFoundByTheirLanguage(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"example.md": "one", "example.fr.md": "un", "example-several.md": "several", "example-several.fr.md": "plusieurs",
		"manual.md": "not one", "manual.fr.md": "nor this",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for language, want := range map[string][]Example{
		"en": {{"choice", "one"}, {"choice-several", "several"}},
		"fr": {{"choice", "un"}, {"choice-several", "plusieurs"}},
		"de": nil,
	} {
		if got := examplesIn(files, "choice", language); !reflect.DeepEqual(got, want) {
			t.Errorf("in %s: %v, want %v", language, got, want)
		}
	}
}
