package site

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"lectern/internal/diag"
)

func TestACourseInOneLanguageHasNothingOfSeveral(t *testing.T) {
	s := mustBuild(t, full.fs(), Options{})
	for _, f := range s.Files {
		for _, sign := range []string{"hreflang", `class="versions"`, ".versions{", "untranslated", `"words":{"`} {
			if bytes.Contains(f.Data, []byte(sign)) {
				t.Errorf("%s has %s", f.Path, sign)
			}
		}
	}
	if len(s.Languages) != 1 {
		t.Errorf("it has %d languages", len(s.Languages))
	}
}

func TestLanguagesWrittenFromRightToLeftSayso(t *testing.T) {
	arabic := files{"layouts/strings/ar.yaml": "pages:\n  skip: تخط\n"}
	s := mustBuild(t, small.with(arabic).with(files{"site.yaml": "title: دورة\nlanguage: ar\n"}).fs(), Options{})
	for _, page := range []string{"index.html", "start/a-lesson.html", "print/start/a-lesson-handout.html"} {
		if !strings.Contains(s.page(t, page), `<html lang="ar" dir="rtl" `) {
			t.Errorf("%s is not written from right to left", page)
		}
	}
	two := mustBuild(t, small.with(arabic).with(files{"content/index.md": "Hello.\n", "content/index.ar.md": "مرحبا\n"}).fs(), Options{})
	if page := two.page(t, "ar/start/a-lesson.html"); !strings.Contains(page, `<main id="main" lang="en" dir="ltr">`) || !strings.Contains(page, ` lang="ar" dir="rtl">`) {
		t.Error("what is not translated is written from right to left")
	}
	if page := two.page(t, "start/a-lesson.html"); !strings.Contains(page, `hreflang="ar" lang="ar" dir="rtl">العربية</a>`) {
		t.Error("the way to Arabic does not say how it is written")
	}
}

func TestSettingsOfLanguagesAreChecked(t *testing.T) {
	for yaml, want := range map[string]string{
		"title: A\nlanguages: {french: {}}\n":          "site.yaml: language-bad",
		"title: A\nlanguages: {fr: {titel: B}}\n":      "site.yaml: unknown-key",
		"title: A\nlanguages: {en: {title: B}}\n":      "site.yaml: language-own",
		"title: A\nlanguages: {fr: {title: B}}\n":      "site.yaml: language-empty",
		"title: A\nlanguages: [fr]\n":                  "site.yaml: yaml-type",
		"title: A\nlanguages: {fr: }\nlanguage: fr-CA": "site.yaml: language-empty",
	} {
		wantMessages(t, small.with(files{"site.yaml": yaml}).fs(), want)
	}
	wantMessages(t, small.with(files{"content/01-start/01-a-lesson.is.md": "# X\n"}).fs(), "content/01-start/01-a-lesson.is.md: language-unknown")
}

func TestNamesOfLanguages(t *testing.T) {
	s := mustBuild(t, bilingual.with(files{
		"layouts/strings/cr.yaml": "pages: {}\n", "content/index.cr.md": "x\n",
		"site.yaml": "title: A\nlanguages:\n  cr: {name: Nēhiyawēwin}\n",
	}).fs(), Options{})
	var names []string
	for _, n := range elementsOf(t, s, "fr/index.html", "a") {
		if code := attr(n, "hreflang"); code != "" {
			names = append(names, code+" "+text(n))
		}
	}
	if !slices.Equal(names, []string{"en English", "cr Nēhiyawēwin"}) {
		t.Errorf("got %q", names)
	}
	if got := nameIn("fr", "cr"); got != "français" {
		t.Errorf("where nobody knows the word for French it is %q", got)
	}
}

func TestEveryErrorInAnOriginalIsToldOnce(t *testing.T) {
	var d diag.List
	Build(bilingual.with(files{"content/02-more/02-two.md": "---\ntitle: Two\n---\n[gone](nowhere.md)\n"}).fs(), Options{}, &d)
	if n := d.Count(diag.Error); n != 1 {
		t.Errorf("%d errors:\n%s", n, printed(&d))
	}
}

func TestTheReportNamesTheLanguages(t *testing.T) {
	s := mustBuild(t, bilingual.fs(), Options{})
	var said strings.Builder
	if err := s.Report(&diag.List{}).Print(&said); err != nil {
		t.Fatal(err)
	}
	if want := "languages: en, fr (4 files not translated)\n"; !strings.Contains(said.String(), want) {
		t.Errorf("the report does not say %q:\n%s", want, said.String())
	}
}
