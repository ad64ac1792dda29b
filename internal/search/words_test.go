package search

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsAreWhatPeopleLookFor(t *testing.T) {
	for text, want := range map[string][]string{
		"Peer support: what it is":       {"peer", "support", "what", "it", "is"},
		"Élève, élevé; ÉLÈVE":            {"eleve", "eleve", "eleve"},
		"l’eau, d'abord, qu'on, jusqu’à": {"eau", "abord", "on", "a"},
		"aujourd'hui":                    {"aujourdhui"},
		"a person's; don’t; 'quoted'":    {"a", "person", "dont", "quoted"},
		"self-care 24/7 (1 500 km²)":     {"self", "care", "24", "7", "1", "500", "km"},
		"ᐃᓄᒃᑎᑐᑦ ᓄᓇᕗᑦ᙮":                   {"ᐃᓄᒃᑎᑐᑦ", "ᓄᓇᕗᑦ"},
		"SENĆOŦEN Łı̨́ Ɂ":                {"sencoŧen", "łı", "ɂ"},
		"👩‍🚒 … — «»  '":                  nil,
	} {
		if got := Words(text); !slices.Equal(got, want) {
			t.Errorf("%q has the words %q, want %q", text, got, want)
		}
		if got, want := string(AppendWords([]byte("x"), text)), strings.Join(append([]string{"x"}, want...), " "); got != want {
			t.Errorf("%q in a line of words: %q, want %q", text, got, want)
		}
	}
}
