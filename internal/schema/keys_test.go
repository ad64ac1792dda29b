package schema

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"lectern/internal/course"
	"lectern/internal/settings"
	"lectern/quiz"
)

// paths collects the keys that a schema describes.
func paths(s *jsonschema.Schema, prefix string, found map[string]bool) {
	if s == nil {
		return
	}
	for name, below := range s.Properties {
		found[prefix+name] = true
		paths(below, prefix+name+".", found)
	}
	paths(s.AdditionalProperties, prefix, found)
}

// A key that Lectern reads and nobody explains is of use to nobody: a new one
// needs a sentence in every language, and one that is gone leaves none behind.
func TestEveryKeyIsExplainedInEveryLanguage(t *testing.T) {
	for _, language := range quiz.ExampleLanguages {
		w, err := wordsIn(language)
		if err != nil {
			t.Fatal(err)
		}
		for name, of := range map[string]reflect.Type{"site": reflect.TypeFor[settings.Site](), "lesson": reflect.TypeFor[course.FrontMatter]()} {
			keys := map[string]bool{"about": true}
			facts := map[string]map[string]fact{"site": siteFacts(), "lesson": lessonFacts()}[name]
			paths(builder{facts: facts}.structure(of, ""), "", keys)
			want, got := slices.Sorted(maps.Keys(keys)), slices.Sorted(maps.Keys(w[name]))
			if !slices.Equal(got, want) {
				t.Errorf("keys.%s.yaml explains of %s\n%v\nand Lectern reads\n%v", language, name, got, want)
			}
			for key := range facts {
				if !keys[key] {
					t.Errorf("facts.go knows %s of %s, which Lectern does not read", key, name)
				}
			}
		}
	}
}

// Nobody should have to read a pattern to learn what was meant.
func TestEveryPatternSaysInWordsWhatItWants(t *testing.T) {
	found := 0
	var look func(*jsonschema.Schema, string)
	look = func(s *jsonschema.Schema, key string) {
		if s == nil {
			return
		}
		if s.Pattern != "" {
			found++
			if s.Extra["patternErrorMessage"] == nil {
				t.Errorf("%s has a pattern and no words for it", key)
			}
		}
		for name, below := range s.Properties {
			look(below, key+"."+name)
		}
		for _, below := range s.AnyOf {
			look(below, key)
		}
		look(s.AdditionalProperties, key)
		look(s.Items, key)
	}
	look(builder{facts: siteFacts()}.structure(reflect.TypeFor[settings.Site](), ""), "site")
	look(builder{facts: lessonFacts()}.structure(reflect.TypeFor[course.FrontMatter](), ""), "lesson")
	if found < 12 {
		t.Errorf("%d patterns were found", found)
	}
}
