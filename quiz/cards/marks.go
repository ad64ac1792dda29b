package cards

import (
	"encoding/json"
	"reflect"
	"testing"

	"lectern/internal/once"
	"lectern/quiz"
)

// Marked is a response and the mark that people say it gets, as JSON.
type Marked struct {
	Response quiz.Response `json:"response"`
	Mark     any           `json:"mark"`
}

var named = once.Regexp(`"([a-z]+-)?<([^">]+)>"`)

// Marks reads marks.json, in which "<words>" stands for the fingerprint of an
// answer with these words, and "pair-<words>" for a field named by it.
func (c Card) Marks(t *testing.T) []Marked {
	t.Helper()
	data := named.ReplaceAllStringFunc(c.File("marks.json"), func(s string) string {
		part := named.FindStringSubmatch(s)
		return `"` + part[1] + quiz.Fingerprint(part[2]) + `"`
	})
	var marks []Marked
	if err := json.Unmarshal([]byte(data), &marks); err != nil {
		t.Fatalf("marks.json of %s: %v", c.Path, err)
	}
	if len(marks) == 0 {
		t.Fatalf("%s says nothing of marks", c.Path)
	}
	return marks
}

// AreMarkedAsPeopleSay is the test of marking in a kind's own folder: its good
// cards give the page the key that they hold, and every response the mark that
// they hold, in every language that they are in. It starts nothing, so that it
// can run once for every change that `make mutants` tries.
func AreMarkedAsPeopleSay(t *testing.T, kind quiz.Kind) {
	good := Good(t, "testdata")
	if len(good) == 0 {
		t.Fatal("this kind has no cards")
	}
	for _, c := range good {
		t.Run(c.Name(), func(t *testing.T) {
			q := c.Question(t, kind)
			if got, want := asJSON(t, q.Key()), decoded(t, []byte(c.File("key.json"))); !reflect.DeepEqual(got, want) {
				t.Errorf("the page gets the key\n%v, want\n%v", got, want)
			}
			for i, m := range c.Marks(t) {
				if got := asJSON(t, q.Mark(m.Response)); !reflect.DeepEqual(got, m.Mark) {
					t.Errorf("mark %d of %v: got\n%v, want\n%v", i+1, m.Response, got, m.Mark)
				}
			}
		})
	}
	translated := Good(t, Translated("testdata"))
	if len(translated) == 0 {
		t.Fatal("this kind has no card with a translation")
	}
	for _, c := range translated {
		t.Run("translated/"+c.Name(), func(t *testing.T) { c.areMarkedAlike(t, kind) })
	}
}

// areMarkedAlike wants the marks of a card that has a translation from its
// question in every language.
func (c Card) areMarkedAlike(t *testing.T, kind quiz.Kind) {
	languages, messages := c.Languages(t, kind)
	if messages != "" {
		t.Fatalf("%s is refused:\n%s", c.Path, messages)
	}
	for _, questions := range languages {
		q := questions[0]
		for i, m := range c.Marks(t) {
			if got := asJSON(t, q.Mark(m.Response)); !reflect.DeepEqual(got, m.Mark) {
				t.Errorf("mark %d of %v in %s: got\n%v, want\n%v", i+1, m.Response, q.Base().File.Path, got, m.Mark)
			}
		}
	}
}

// asJSON is v as another program reads it.
func asJSON(t *testing.T, v any) any {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, data)
}

func decoded(t *testing.T, data []byte) (v any) {
	t.Helper()
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
