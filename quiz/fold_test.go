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
		"a mark that begins a text":      {"\u0301a", "\u0301a"},
		"a mark that others keep apart":  {"a\u033d\u0301", "a\u033d\u0301"},
		"marks that join no letter":      {"x\u0302\u0323 x\u0300\u0323", "x\u0323\u0302 x\u0323\u0300"},
		"the first mark of all":          {"a\u0300", "à"},
		"Korean letters apart":           {"\u1112\u1161\u11ab", "한"},
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
		"apostrophes of every sort":      {"a\u2018a\u2019a\u201aa\u201ba\u2032a\u02bca", "a'a'a'a'a'a'a"},
		"quotes of every sort":           {"a\u201ca\u201da\u201ea\u201fa\u2033a\u00aba\u00bba", `a"a"a"a"a"a"a"a`},
		"dashes":                         {"well‑being – well−being", "well-being - well-being"},
		"dashes of every sort":           {"a\u2010a\u2011a\u2012a\u2013a\u2014a\u2015a\u2212a", "a-a-a-a-a-a-a-a"},
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

func TestFoldTakesForABlankWhatLooksLikeOne(t *testing.T) {
	for _, blank := range "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff" {
		if got := quiz.Fold("a"+string(blank)+"b", false); got != "a b" {
			t.Errorf("Fold with %U between letters = %+q", blank, got)
		}
	}
	for _, other := range "\b\x0e\u1fff\u200c\u2027\u202a" {
		if got, want := quiz.Fold("a"+string(other)+"b", false), "a"+string(other)+"b"; got != want {
			t.Errorf("Fold with %U between letters = %+q", other, got)
		}
	}
}

func TestFoldDropsAccentsOnlyWhenAsked(t *testing.T) {
	for typed, want := range map[string]string{"Élan VÉCU": "elan vecu", "nai\u0308ve": "naive", "Ǭ": "o", "À la": "a la", "a\u036fb\u0370": "ab\u0370", "ŁÓDŹ": "łodz", "\u0301": ""} {
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
