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

// Pieces are found without asking for each sign, and are those that Go's own
// function finds.
func FuzzPieces(f *testing.F) {
	for _, text := range []string{"", " ", "one", " one, two ", "l’eau — café… ᐃᓄᒃ", "a\xffb \xe2\x80", "'tis 10:30", "x\u3000y\U0001F600z"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := slices.Collect(pieces(text)), strings.FieldsFunc(text, isGap); !slices.Equal(got, want) {
			t.Errorf("the pieces of %q are %q, want %q", text, got, want)
		}
	})
}
