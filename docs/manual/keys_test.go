package main

import (
	"encoding/json"
	"regexp"
	"testing"

	"lectern/internal/schema"
)

// Whatever may stand in site.yaml or at the top of a lesson, the page about it
// names.
func TestEveryKeyIsInTheManual(t *testing.T) {
	for name, page := range map[string]string{"site": "content/01-writing/01-a-course-is-a-folder.md", "lesson": "content/01-writing/02-the-top-of-a-lesson.md"} {
		written, err := schema.Of(name)
		if err != nil {
			t.Fatal(err)
		}
		var read struct{ Properties map[string]any }
		if err := json.Unmarshal(written, &read); err != nil || len(read.Properties) < 8 {
			t.Fatalf("%d keys of %s (%v)", len(read.Properties), name, err)
		}
		said := text(t, page)
		for key := range read.Properties {
			if !names(said, key) {
				t.Errorf("%s does not name `%s`", page, key)
			}
		}
	}
}

// names reports whether a page has a key as code, alone or with a value.
func names(page, key string) bool {
	return regexp.MustCompile("`" + key + "[`:]").MatchString(page)
}
