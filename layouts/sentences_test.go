package layouts

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"lectern/internal/diag"
)

// built reads the theme's own file of a language.
func built(t *testing.T, lang string) *sentences {
	t.Helper()
	var d diag.List
	file, ok := readSentences(builtin, lang, &d)
	if file == nil || !ok {
		t.Fatalf("strings/%s.yaml cannot be read", lang)
	}
	return file
}

func TestFrenchSaysEverythingThatEnglishSays(t *testing.T) {
	english, french := built(t, "en").all(), built(t, "fr").all()
	for key, e := range english {
		f, ok := french[key]
		if !ok || f.Value.Value == "" {
			t.Errorf("%s is not there", key)
			continue
		}
		if got, want := gapsOf(f.Value.Value), gapsOf(e.Value.Value); !sameNames(got, want) {
			t.Errorf("%s has the gaps %q, and in English %q", key, got, want)
		}
		if got, want := formsOf(f.Value.Value), formsOf(e.Value.Value); len(got) != len(want) {
			t.Errorf("%s has %d forms for counting, and in English %d", key, len(got), len(want))
		}
	}
	for key := range french {
		optional := strings.HasPrefix(key, "pages keyword-") || strings.HasPrefix(key, "pages label-")
		if _, ok := english[key]; !ok && !optional {
			t.Errorf("%s is in French alone", key)
		}
	}
}

func sameNames(a, b []string) bool {
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// Spaces as the Office québécois de la langue française has them; see the head
// of fr.yaml.
func TestFrenchIsSpacedAsFrench(t *testing.T) {
	wrong := regexp.MustCompile("[^\u00a0]:( |$)|  | [:;!?%»]|[\u00a0\u202f][;!?]|«[^\u00a0]|[^\u00a0]»|[.][.][.]|['\"]")
	for key, p := range built(t, "fr").all() {
		if m := wrong.FindString(p.Value.Value); m != "" {
			t.Errorf("%s has %q: %s", key, m, p.Value.Value)
		}
	}
}

func TestSentencesTakeTheFormOfTheirNumber(t *testing.T) {
	polish := "one={n} lekcja|few={n} lekcje|many={n} lekcji|other={n} lekcji"
	arabic := "zero=0|one=1|two=2|few=3+|many=11+|other=100"
	for _, c := range []struct {
		lang     string
		sentence string
		n        any
		want     string
	}{
		{"en", "{n} day|{n} days", 0, "0 days"}, {"en", "{n} day|{n} days", 1, "1 day"}, {"en", "{n} day|{n} days", 1.5, "1.5 days"},
		{"fr", "{n} jour|{n} jours", 0, "0 jour"}, {"fr", "{n} jour|{n} jours", 1.5, "1,5 jour"}, {"fr", "{n} jour|{n} jours", 2, "2 jours"},
		{"pl", polish, 1, "1 lekcja"}, {"pl", polish, 3, "3 lekcje"}, {"pl", polish, 12, "12 lekcji"}, {"pl", polish, 22, "22 lekcje"}, {"pl", polish, 1.5, "1,5 lekcji"},
		{"ar", arabic, 0, "0"}, {"ar", arabic, 2, "2"}, {"ar", arabic, 3, "3+"}, {"ar", arabic, 11, "11+"}, {"ar", arabic, 100, "100"},
		{"ja", "one={n} a|other={n} b", 1, "1 b"}, {"en", "a | b", "no number", " b"}, {"en", "a | b | c", 1, "a | b | c"},
	} {
		w := &Words{language: language.Make(c.lang), pages: map[string]string{"k": c.sentence}}
		if got := w.Say("k", "n", c.n); got != c.want {
			t.Errorf("%s, %v: %q, want %q", c.lang, c.n, got, c.want)
		}
	}
	if forms := formsOf(polish); forms[plural.Few] != "{n} lekcje" {
		t.Errorf("forms: %q", forms)
	}
}

func TestDaysAreWrittenInTheLanguage(t *testing.T) {
	for _, c := range [][3]string{
		{"en", "2027-06-01", "June 1, 2027"}, {"en", "2027-12-24", "December 24, 2027"},
		{"fr", "2027-06-01", "1er juin 2027"}, {"fr", "2027-02-11", "11 février 2027"}, {"fr", "soon", "soon"},
	} {
		var d diag.List
		if got := ReadWords(Over(nil), c[0], &d).Date(c[1]); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

func TestAFileThatLeavesSentencesOutIsTold(t *testing.T) {
	own := fstest.MapFS{
		"own.html": {Data: []byte(`{{.T "mine"}}`)},
		"strings/pl.yaml": {Data: []byte(`pages:
  skip: Przejdź do tekstu
  lessons: "one={n} lekcja|few={n} lekcje|other={m} lekcji"
  questions: "uno={n} pytanie|dos={n} pytania|tres={n}"
  mine: Moje
  tols: Narzędzia
  keyword-match: Połącz
script:
  check: Sprawdź
  skip: Przejdź
`)},
	}
	var d diag.List
	w := ReadWords(Over(own), "pl", &d)
	if w == nil || w.Say("skip") != "Przejdź do tekstu" || w.Say("tools") != "Tools" || w.Script["check"] != "Sprawdź" {
		t.Fatalf("read %v", w)
	}
	var b strings.Builder
	d.Print(&b)
	got := b.String()
	for _, want := range []string{
		"layouts/strings/pl.yaml: warning: ", " sentences are not here and stay in English: `tools`, `menu`, `colon`, `arrow`, `course` … [strings-missing]",
		"layouts/strings/pl.yaml:3:12: warning: nothing is put in the place of `{m}` [strings-gap]", "did you mean `n`?",
		"layouts/strings/pl.yaml:4:14: warning: these forms cannot be told apart [strings-forms]",
		"layouts/strings/pl.yaml:6:3: warning: nothing asks for the sentence `tols` [strings-unknown]", "did you mean `tools`?",
		"layouts/strings/pl.yaml:10:3: warning: nothing asks for the sentence `skip` [strings-unknown]",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nis not in\n%s", want, got)
		}
	}
	if n := d.Count(diag.Warning); n != 5 || d.Failed() {
		t.Errorf("%d warnings:\n%s", n, got)
	}
}

func TestTheManualListsTheFrenchWordsOfLessons(t *testing.T) {
	manual, err := os.ReadFile("../docs/manual/content/01-writing/06-in-several-languages.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range built(t, "fr").Pages {
		kind, _, _ := strings.Cut(p.Key.Value, "-")
		if slices.Contains([]string{"keyword", "label", "panel"}, kind) && !strings.Contains(string(manual), "`"+p.Value.Value+" :`") {
			t.Errorf("the manual does not have %s", p.Value.Value)
		}
	}
}

func TestTheThemesOwnLanguagesBringNoMessage(t *testing.T) {
	for _, lang := range []string{"en", "fr", "fr-CA", "en-CA"} {
		var d diag.List
		own := fstest.MapFS{"strings/fr.yaml": {Data: []byte("pages:\n  menu: Sommaire\n")}, "strings/en.yaml": {Data: []byte("pages:\n  menu: Map\n")}}
		if ReadWords(Over(own), lang, &d) == nil || len(d.Sorted()) > 0 {
			t.Errorf("%s: %v", lang, d.Sorted())
		}
	}
}
