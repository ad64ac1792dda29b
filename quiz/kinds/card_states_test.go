package kinds_test

import (
	"os"
	"strings"
	"testing"

	"lectern/quiz"
	"lectern/quiz/cards"
	"lectern/quiz/kinds"
)

// testdata/states.txt of a kind lists what its cards must show between them:
// one state a line, given by what is so, or by "no" before what is not so, on
// one card. What there is to say is whatever traitsOf finds.
func TestEveryStateOfAKindHasACard(t *testing.T) {
	for _, k := range kinds.All() {
		t.Run(k.Name(), func(t *testing.T) {
			list, err := os.ReadFile("../" + k.Name() + "/testdata/states.txt")
			if err != nil {
				t.Fatal(err)
			}
			var shown []map[string]bool
			for _, c := range goodCards(t, k) {
				shown = append(shown, traitsOf(t, c))
			}
			for line := range strings.Lines(string(list)) {
				state := strings.Split(strings.TrimSpace(line), ", ")
				if !anyShows(shown, state) {
					t.Errorf("no card shows the state %q; the cards show %v", state, shown)
				}
			}
		})
	}
}

func anyShows(shown []map[string]bool, state []string) bool {
	for _, traits := range shown {
		all := true
		for _, trait := range state {
			absent, negative := strings.CutPrefix(trait, "no ")
			all = all && traits[absent] != negative
		}
		if all {
			return true
		}
	}
	return false
}

// traitsOf is what is true of a card: the plain values of its key
// ("scoring=each"), the outcomes of its marks ("verdict=right",
// "answer=slip"), and the classes and attributes of its page (".hint",
// "data-tries").
func traitsOf(t *testing.T, c cards.Card) map[string]bool {
	traits := map[string]bool{}
	q := question(t, c)
	key, _ := asJSON(t, q.Key()).(map[string]any)
	for name, value := range key {
		switch value := value.(type) {
		case string, bool, float64:
			traits[name+"="+strings.Trim(encoded(t, value), `"`)] = true
		}
	}
	for _, m := range c.Marks(t) {
		mark := q.Mark(m.Response)
		traits["verdict="+string(mark.Verdict)] = true
		for _, how := range mark.Answers {
			traits["answer="+how] = true
		}
	}
	addPageTraits(t, q, traits)
	return traits
}

func addPageTraits(t *testing.T, q quiz.Question, traits map[string]bool) {
	for n := range parsePage(t, page(t, q)).root.Descendants() {
		for _, a := range n.Attr {
			traits[a.Key] = true
		}
		for _, class := range strings.Fields(attribute(n, "class")) {
			traits["."+class] = true
		}
	}
}
