package settings

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/diag"
)

// read reads a site.yaml, and returns the names of what is said of it.
func read(text string) (s *Site, said []string) {
	var d diag.List
	s = Read(fstest.MapFS{File: {Data: []byte(text)}}, &d)
	for _, m := range d.Sorted() {
		said = append(said, m.Name)
	}
	return s, said
}

func TestTitleIsAllACourseNeeds(t *testing.T) {
	for title, id := range map[string]string{
		"My course": "my-course", "Cours d’été": "cours-dété", "ᐃᓄᒃᑎᑐᑦ": "ᐃᓄᒃᑎᑐᑦ", "বাংলা কোর্স": "বাংলা-কোর্স", "٢٠٢٦ مقرر": "٢٠٢٦-مقرر",
		"???": "course-a03b221c6c", strings.Repeat("A very long title ", 20): "course-50739b2ed9",
	} {
		s, said := read("title: \"" + title + "\"\n")
		if s == nil || len(said) > 0 {
			t.Errorf("%q is told %q", title, said)
		} else if s.ID.Value != id || s.Language.Value != "en" || s.Review.Days() != "1 3 7 16 35" {
			t.Errorf("%q gets the id %q, the language %q and the boxes %s", title, s.ID.Value, s.Language.Value, s.Review.Days())
		}
	}
}

func TestSettingsThatCannotWorkAreErrors(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                     {"title-missing"},
		"title: A\nid: a b\n":                  {"id-bad"},
		"title: A\nid: ../a\n":                 {"id-bad"},
		"title: A\nlanguage: english please\n": {"language-bad"},
		"title: A\nfonts: big\n":               {"fonts-unknown"},
		"title: A\nbase_url: example.org\n":    {"base-url-bad"},
		"title: A\nbase_url: https://example.org/?a=b\n":    {"base-url-bad"},
		"title: A\neditor: javascript:alert(1)//{file}\n":   {"editor-bad"},
		"title: A\nreview: {boxes: [3, 2], goal: soon}\n":   {"date-bad", "box-order"},
		"title: A\nlanguages:\n  en: {}\n  fr: {}\n":        {"language-own"},
		"title: \"Tea\nlanguage: en\n":                      {"yaml-quote"},
		"id: a b\nlanguages:\n  english please: {}\n":       {"title-missing", "id-bad", "language-bad"},
		strings.Repeat("# a remark\n", most/len("# a rem")): {"unreadable"},
	} {
		s, said := read(text)
		slices.Sort(said)
		slices.Sort(want)
		if s != nil || !slices.Equal(said, want) {
			t.Errorf("%.60q: told %q, want %q; read: %v", text, said, want, s != nil)
		}
	}
	var d diag.List
	if Read(fstest.MapFS{File: {Data: []byte("title: Tea\n"), Mode: fs.ModeNamedPipe}}, &d) != nil || d.Sorted()[0].Name != "unreadable" {
		t.Error("a pipe is read")
	}
	d = diag.List{}
	if Read(fstest.MapFS{}, &d) != nil || d.Sorted()[0].Name != "config-missing" {
		t.Error("a folder without settings is a course")
	}
}

func TestFurtherLanguagesHaveTheirUsualCodesAndTitles(t *testing.T) {
	s, said := read("title: Tea\nlanguages:\n  FR-ca: {title: Le thé}\n")
	if s == nil || !slices.Equal(s.FurtherCodes(), []string{"fr-CA"}) || s.Further()[0].Title != "Le thé" {
		t.Errorf("read as %+v; told %q", s, said)
	}
}

func TestAddressOfTheCommandLineWinsAndIsChecked(t *testing.T) {
	s, _ := read("title: Tea\nbase_url: https://one.example/\n")
	var d diag.List
	if !s.SetBaseURL("https://two.example/", &d) || s.BaseURL.Value != "https://two.example/" {
		t.Errorf("the address is %s", s.BaseURL.Value)
	}
	if s.SetBaseURL("three.example", &d) || d.Sorted()[0].Path != "--base-url" {
		t.Error("a bad address is taken")
	}
}
