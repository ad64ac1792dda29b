package kinds_test

import (
	"encoding/json"
	"reflect"
	"regexp"
	"testing"

	"lectern/quiz"
	"lectern/quiz/kinds"
)

type markedResponse struct {
	Response quiz.Response `json:"response"`
	Mark     any           `json:"mark"`
}

var named = regexp.MustCompile(`"([a-z]+-)?<([^">]+)>"`)

// marks reads marks.json, in which "<words>" stands for the fingerprint of an
// answer with these words, and "pair-<words>" for a field named by it.
func (c card) marks(t *testing.T) []markedResponse {
	t.Helper()
	data := named.ReplaceAllStringFunc(c.file("marks.json"), func(s string) string {
		part := named.FindStringSubmatch(s)
		return `"` + part[1] + quiz.Fingerprint(part[2]) + `"`
	})
	var marks []markedResponse
	if err := json.Unmarshal([]byte(data), &marks); err != nil {
		t.Fatalf("marks.json of %s: %v", c.path, err)
	}
	return marks
}

func TestCardsAreMarkedAsPeopleSay(t *testing.T) {
	for _, k := range kinds.All() {
		for _, c := range cards(t, k, false) {
			t.Run(k.Name()+"/"+c.name(), func(t *testing.T) {
				q := c.question(t)
				var responses []quiz.Response
				for i, m := range c.marks(t) {
					if got := asJSON(t, q.Mark(m.Response)); !reflect.DeepEqual(got, m.Mark) {
						t.Errorf("mark %d of %v: got %v, want %v", i+1, m.Response, encoded(t, got), encoded(t, m.Mark))
					}
					responses = append(responses, m.Response)
				}
				if len(responses) == 0 {
					t.Error("no marks to compare")
				}
				markAlike(t, q, responses)
			})
		}
	}
}
