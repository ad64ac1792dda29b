package kinds_test

import (
	"os"
	"strings"
	"testing"

	"lectern/quiz"
	"lectern/quiz/cards"
	"lectern/quiz/kinds"
)

// What the marks should be is tested in each kind's folder, with Go alone.
func TestCardsAreMarkedAlike(t *testing.T) {
	for _, k := range kinds.All() {
		for _, c := range goodCards(t, k) {
			t.Run(k.Name()+"/"+c.Name(), func(t *testing.T) {
				var responses []quiz.Response
				for _, m := range c.Marks(t) {
					responses = append(responses, m.Response)
				}
				markAlike(t, question(t, c), responses)
			})
		}
		for _, c := range cards.Good(t, cards.Translated(folderOf(k))) {
			t.Run(k.Name()+"/translated/"+c.Name(), func(t *testing.T) {
				languages, _ := c.Languages(t, kinds.All()...)
				for _, m := range c.Marks(t) {
					for _, questions := range languages {
						markAlike(t, questions[0], []quiz.Response{m.Response})
					}
				}
			})
		}
	}
}

// `make mutants` changes mark.go and runs the tests beside it. A kind that
// marks elsewhere, or is tested elsewhere, would go through it untried.
func TestMarkingOfEveryKindIsTestedInItsFolder(t *testing.T) {
	for _, k := range kinds.All() {
		for name, want := range map[string]string{"mark.go": ") Mark(", "mark_test.go": "cards.AreMarkedAsPeopleSay("} {
			path := "../" + k.Name() + "/" + name
			if data, err := os.ReadFile(path); err != nil || !strings.Contains(string(data), want) {
				t.Errorf("%s does not hold %s (%v)", path, want, err)
			}
		}
	}
}
