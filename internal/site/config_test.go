package site

import (
	"strings"
	"testing"

	"lectern/internal/diag"
)

func TestTitleIsAllACourseNeeds(t *testing.T) {
	for title, id := range map[string]string{
		"My course": "my-course", "Cours d’été": "cours-dété", "ᐃᓄᒃᑎᑐᑦ": "ᐃᓄᒃᑎᑐᑦ", "বাংলা কোর্স": "বাংলা-কোর্স", "٢٠٢٦ مقرر": "٢٠٢٦-مقرر",
		"???": "course-a03b221c6c", strings.Repeat("A very long title ", 20): "course-50739b2ed9",
	} {
		s := mustBuild(t, small.with(files{"site.yaml": "title: \"" + title + "\"\n"}).fs(), Options{})
		if s.Config.ID.Value != id {
			t.Errorf("the id made of %q is %q, want %q", title, s.Config.ID.Value, id)
		}
	}
}

func TestSettingsThatCannotWorkAreErrors(t *testing.T) {
	for yaml, want := range map[string]string{
		"":                                     "title-missing",
		"title: A\nid: a b\n":                  "id-bad",
		"title: A\nid: ../a\n":                 "id-bad",
		"title: A\nlanguage: english please\n": "language-bad",
		"title: A\nfonts: big\n":               "fonts-unknown",
		"title: A\nbase_url: example.org\n":    "base-url-bad",
		"title: A\nbase_url: https://example.org/?a=b\n": "base-url-bad",
	} {
		wantMessages(t, small.with(files{"site.yaml": yaml}).fs(), "site.yaml: "+want)
	}
	wantMessages(t, small.with(files{"site.yaml": "id: a b\nlanguages:\n  english please: {}\n"}).fs(), "site.yaml: title-missing", "site.yaml: id-bad", "site.yaml: language-bad")
	wantMessages(t, small.with(files{"site.yaml": "title: \"Tea\nlanguage: en\n"}).fs(), "site.yaml: yaml-quote")
	course := small.with(files{})
	delete(course, "site.yaml")
	wantMessages(t, course.fs(), "site.yaml: config-missing")
}

func TestBaseURLOfTheCommandLineWinsAndIsChecked(t *testing.T) {
	course := small.with(files{"site.yaml": "title: A\nbase_url: https://one.example/\n"}).fs()
	s := mustBuild(t, course, Options{BaseURL: "https://two.example/"})
	if page := s.page(t, "index.html"); !strings.Contains(page, "https://two.example/") || strings.Contains(page, "one.example") {
		t.Error("the command line does not win")
	}
	var d diag.List
	if Build(course, Options{BaseURL: "two.example"}, &d) != nil || !strings.Contains(printed(&d), "--base-url: error: `two.example` is not the address of a site [base-url-bad]") {
		t.Errorf("a bad address is taken: %s", printed(&d))
	}
}
