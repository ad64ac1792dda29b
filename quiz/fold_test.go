package quiz_test

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lectern/quiz"
)

func TestFoldBringsWhatIsTheSameToOneForm(t *testing.T) {
	for name, c := range map[string]struct{ typed, want string }{
		"capital letters":                {"Lived EXPERIENCE", "lived experience"},
		"blanks of every sort":           {"\ufeff\tlived\u00a0\u2009 \u200bexperience\u0085\n", "lived experience"},
		"a blank that is no blank":       {"lived\u200dexperience", "lived\u200dexperience"},
		"a letter and its mark apart":    {"ve\u0301cu", "vécu"},
		"marks in another order":         {"o\u0323\u0302 o\u0302\u0323", "ộ ộ"},
		"Turkish capital i":              {"İyi", "iyi"},
		"Turkish small dotless i stays":  {"ı", "ı"},
		"final sigma":                    {"ΛΌΓΟΣ λόγος", "λόγοσ λόγοσ"},
		"German capital sharp s":         {"GROẞ", "groß"},
		"letters of SENĆOŦEN":            {"SENĆOŦEN ȺȻȾṈ", "senćoŧen ⱥȼⱦṉ"},
		"letters of the Dene languages":  {"ɁEDĘ́ Łı̨ Ƚ", "ɂedę́ łı̨ ƚ"},
		"Cyrillic":                       {"ЁЖИК", "ёжик"},
		"syllabics have one case":        {"ᐃᓄᒃᑎᑐᑦ", "ᐃᓄᒃᑎᑐᑦ"},
		"curly quotes":                   {"person‘s “own” «way»", `person's "own" "way`},
		"dashes":                         {"well‑being – well−being", "well-being - well-being"},
		"an ellipsis":                    {"a … b", "a ... b"},
		"punctuation around the answer":  {"¿(“lived experience”)!…", "lived experience"},
		"punctuation within the answer":  {"don't, please", "don't, please"},
		"an answer of punctuation stays": {" ?! ", "?!"},
		"nothing":                        {" \u200b\u3000", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := quiz.Fold(c.typed, false); got != c.want {
				t.Errorf("Fold(%+q) = %+q, want %+q", c.typed, got, c.want)
			}
		})
	}
}

func TestFoldDropsAccentsOnlyWhenAsked(t *testing.T) {
	for typed, want := range map[string]string{"Élan VÉCU": "elan vecu", "nai\u0308ve": "naive", "Ǭ": "o", "ŁÓDŹ": "łodz", "\u0301": ""} {
		if got := quiz.Fold(typed, true); got != want {
			t.Errorf("with accents ignored, Fold(%+q) = %+q, want %+q", typed, got, want)
		}
	}
	if quiz.Fold("vecu", false) == quiz.Fold("vécu", false) {
		t.Error("accents do not count although nobody said so")
	}
}

func TestFoldMakesOfACapitalNothingButItsSmallLetter(t *testing.T) {
	for r := rune('A'); r <= unicode.MaxRune; r++ {
		if !unicode.IsUpper(r) {
			continue
		}
		got := quiz.Fold(string(r), false)
		if got != norm.NFC.String(string(r)) && got != norm.NFC.String(string(unicode.ToLower(r))) {
			t.Errorf("Fold(%q) = %q", r, got)
		}
	}
}

// The library that knows Unicode's normal forms changes long runs of marks.
func TestFoldAddsNothingToALongRunOfMarks(t *testing.T) {
	typed := "a" + strings.Repeat("\u0323", 40) + "\u0302"
	if got, want := quiz.Fold(typed, false), "ậ"+strings.Repeat("\u0323", 39); got != want {
		t.Errorf("got %+q, want %+q", got, want)
	}
}

func TestAFingerprintGoesByWordsAlone(t *testing.T) {
	if got := quiz.Fingerprint("Thank you."); got != "qvu67rhn" {
		t.Errorf("the fingerprint of the same words has become %q: students' stored answers would be lost", got)
	}
	if quiz.Fingerprint(" ve\u0301cu \n ici") != quiz.Fingerprint("vécu ici") {
		t.Error("blanks and the way a letter is stored change a fingerprint")
	}
	if quiz.Fingerprint("vecu") == quiz.Fingerprint("Vecu") {
		t.Error("two different answers have one fingerprint")
	}
}
