package site

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"lectern/internal/diag"
)

// bilingual is the full course with some of it in French, too.
var bilingual = full.with(files{
	"site.yaml":               "title: A full course\nid: bilingual\nlanguages:\n  fr: {title: Un cours complet}\n",
	"content/index.fr.md":     "---\nsummary: De quoi parle ce cours.\n---\nCommencez par [la première leçon](01-start/01-one.fr.md) ou cherchez [un mot](term:peer-worker).\n",
	"content/glossary.fr.md":  "Paire aidante\n: Une personne qui est passée par là, voir [un](01-start/01-one.md) et [@tracy2016].\n\nVécu\n: Ce que vous savez de [votre vie](term:peer-worker).\n",
	"content/support.fr.yaml": "note: Parlez à quelqu'un.\n",
	"content/01-start/01-one.fr.md": `---
title: Un
summary: La première leçon.
objectives:
  see: Voir ce qu'il y a.
content_note: Parle de deuil.
---
## Une partie

Une paire aidante marche à vos côtés [@tracy2016, p. 143].

![Une petite image](pictures/two%20words.png "Avec une légende")

### Question: Lequel est juste?

- (x) Celui-ci, voir [deux](../02-more/02-two.md)
- ( ) Celui-là

> **Hint:** Voir [la partie](#a-part), ou [la même](#une-partie).

### Question: Quel est le mot?

- = vécu

### Reflect: Que retenez-vous?
`,
	"content/01-start/pictures/two words.fr.png": string(pngOf(60, 40)),
})

// elementsOf are the elements with a tag on a page.
func elementsOf(t *testing.T, s *Site, page, tag string) []*html.Node {
	t.Helper()
	return elements(document(t, s.page(t, page)), tag)
}

func TestATranslatedPageLiesUnderItsLanguage(t *testing.T) {
	s := mustBuild(t, bilingual.fs(), Options{})
	page := s.page(t, "fr/start/one.html")
	for _, want := range []string{
		`<html lang="fr" data-course="bilingual">`, "<title>Un – Un cours complet</title>", `<body data-lesson="start/one">`, `<main id="main">`,
		"<h1>Un</h1>", "Voir ce qu&#39;il y a.", "Question 1 sur 3", `<h2 id="a-part">Une partie</h2>`, `data-question="first"`, `<a href="#a-part">la même</a>`,
		`src="../../start/pictures/two%20words.fr.png" width="60" height="40"`, `<a href="../more/two.html">deux</a>`, `id="term-peer-worker"`, "<dt>Paire aidante</dt>",
		"Course team", // the owner is the original's
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	for _, name := range s.pages() {
		if !strings.HasPrefix(name, "fr/") && name != notFound && s.find("fr/"+name) == nil {
			t.Errorf("%s is not there in French", name)
		}
	}
	if s.find("fr/404.html") != nil {
		t.Error("there are two pages for what is missing, and servers show one")
	}
}

func TestWhatIsNotTranslatedSaysSoAndKeepsItsLanguage(t *testing.T) {
	s := mustBuild(t, bilingual.fs(), Options{})
	const notice = "Cette page n’existe pas encore en français. La voici en anglais."
	for page, lang := range map[string]string{"fr/more/two.html": "en", "fr/print/more/two-handout.html": "en", "fr/start/one.html": "", "fr/glossary.html": "", "fr/help.html": ""} {
		main := elementsOf(t, s, page, "main")[0]
		if got := attr(main, "lang"); got != lang {
			t.Errorf("%s: the text is in %q, want %q", page, got, lang)
		}
		notes := slices.DeleteFunc(elements(main, "p"), func(n *html.Node) bool { return !strings.Contains(attr(n, "class"), "untranslated") })
		if (len(notes) == 1) != (lang != "") {
			t.Errorf("%s: %d notices", page, len(notes))
			continue
		}
		if lang != "" && (strings.TrimSpace(text(notes[0])) != notice || attr(notes[0], "lang") != "fr") {
			t.Errorf("%s says %q in %q", page, text(notes[0]), attr(notes[0], "lang"))
		}
	}
	two := s.page(t, "fr/more/two.html")
	for _, want := range []string{"Lesson 2 of 4", `<a class="skip" href="#main">Aller au texte</a>`, `<a href="two.html" aria-current="page" lang="en">`} {
		if !strings.Contains(two, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	// What the original page loads, this one loads.
	own, there := loads(t, s, "more/two.html"), loads(t, s, "fr/more/two.html")
	if !slices.Equal(own, there) {
		t.Errorf("it loads %q, and the original %q", there, own)
	}
	if module := s.page(t, "fr/start/index.html"); !strings.Contains(module, `<h1 lang="en">The start</h1>`) || !strings.Contains(module, "Partie 1") || !strings.Contains(module, notice) {
		t.Errorf("a module's page is\n%s", module)
	}
}

func TestATermIsExplainedInTheLanguageOfTheText(t *testing.T) {
	s := mustBuild(t, bilingual.fs(), Options{})
	for page, want := range map[string]string{"more/two.html": "Peer worker", "fr/more/two.html": "Peer worker", "fr/start/one.html": "Paire aidante", "fr/glossary.html": "Paire aidante"} {
		terms := elementsOf(t, s, page, "dt")
		if len(terms) == 0 || text(terms[0]) != want {
			t.Errorf("%s: the terms do not begin with %s", page, want)
		}
	}
	if glossary := s.page(t, "fr/glossary.html"); !strings.Contains(glossary, `<a href="start/one.html">Un</a>`) || !strings.Contains(glossary, `<a href="more/two.html" lang="en">Two</a>`) {
		t.Error("the glossary does not say where its terms are used")
	}
}

func TestEveryPageLeadsToItselfInTheOtherLanguage(t *testing.T) {
	for _, o := range []Options{{}, {BaseURL: "https://example.org/course/"}} {
		s := mustBuild(t, bilingual.fs(), o)
		for _, name := range s.pages() {
			if strings.Contains(name, printDir) {
				continue
			}
			want, lang, title := "fr/"+name, "fr", "Français"
			if rest, french := strings.CutPrefix(name, "fr/"); french {
				want, lang, title = rest, "en", "English"
			} else if name == notFound {
				want = "fr/index.html"
			}
			var ways []*html.Node
			for _, n := range elementsOf(t, s, name, "a") {
				if attr(n, "hreflang") != "" {
					ways = append(ways, n)
				}
			}
			if len(ways) != 1 || attr(ways[0], "lang") != lang || attr(ways[0], "hreflang") != lang || text(ways[0]) != title {
				t.Errorf("%s: %d ways to other languages", name, len(ways))
				continue
			}
			if to := strings.TrimPrefix(attr(ways[0], "href"), "/course/"); name == notFound && to != want || name != notFound && resolve(t, name, to) != want {
				t.Errorf("%s leads to %s, want %s", name, to, want)
			}
		}
	}
}

func TestSearchEnginesLearnOfTheOtherLanguage(t *testing.T) {
	s := mustBuild(t, bilingual.fs(), Options{BaseURL: "https://example.org/course/"})
	const at = "https://example.org/course/"
	alternates := func(page string) (found []string) {
		for _, n := range elementsOf(t, s, page, "link") {
			if attr(n, "rel") == "alternate" {
				found = append(found, attr(n, "hreflang")+" "+strings.TrimPrefix(attr(n, "href"), at))
			}
		}
		return found
	}
	both := []string{"en start/one.html", "fr fr/start/one.html", "x-default start/one.html"}
	for page, want := range map[string][]string{"start/one.html": both, "fr/start/one.html": both, "more/two.html": nil, "fr/more/two.html": nil, notFound: nil} {
		if got := alternates(page); !slices.Equal(got, want) {
			t.Errorf("%s has %q, want %q", page, got, want)
		}
	}
	if !strings.Contains(s.page(t, "fr/more/two.html"), `<link rel="canonical" href="`+at+`more/two.html">`) {
		t.Error("a page that stands in for its translation does not name the original")
	}
	sitemap := s.page(t, "sitemap.xml")
	for _, want := range []string{"<loc>" + at + "fr/start/one.html</loc>", `<xhtml:link rel="alternate" hreflang="fr" href="` + at + `fr/start/one.html">`, `xmlns:xhtml="http://www.w3.org/1999/xhtml"`} {
		if !strings.Contains(sitemap, want) {
			t.Errorf("the sitemap has no %s", want)
		}
	}
	if strings.Contains(sitemap, "fr/more/two.html") {
		t.Error("the sitemap has a page that stands in for its translation")
	}
	without := mustBuild(t, bilingual.fs(), Options{})
	if strings.Contains(without.page(t, "index.html"), `rel="alternate"`) {
		t.Error("a page names addresses that nobody knows")
	}
}

func TestEachLanguageHasASearchOfItsOwn(t *testing.T) {
	s := mustBuild(t, bilingual.fs(), Options{})
	index := func(page string) string {
		form := elementsOf(t, s, page, "form")[0]
		return string(s.find(strings.TrimPrefix(page, "search.html")[:len(page)-len("search.html")] + attr(form, "data-index")))
	}
	english, french := index("search.html"), index("fr/search.html")
	for _, c := range []struct{ in, word, index string }{{"French", "première", french}, {"French", "Paire aidante", french}, {"French", "Two", french}, {"English", "walks alongside", english}} {
		if !strings.Contains(c.index, c.word) {
			t.Errorf("the search in %s does not know %q", c.in, c.word)
		}
	}
	if strings.Contains(french, "walks alongside") || strings.Contains(english, "première") || strings.Contains(french, `"fr/`) {
		t.Error("the two are mixed")
	}
}

func TestADeviceSavesAllLanguagesAndIsSpokenToInEach(t *testing.T) {
	s := mustBuild(t, bilingual.fs(), Options{})
	worker := s.page(t, workerFile)
	list, _, _ := strings.Cut(strings.TrimPrefix(worker, "var course="), ";\n")
	var saved savedCourse
	if err := json.Unmarshal([]byte(list), &saved); err != nil {
		t.Fatal(err)
	}
	for _, f := range s.Files {
		if _, there := saved.Files[f.Path]; !there && f.Path != workerFile {
			t.Errorf("%s is not saved", f.Path)
		}
	}
	words := s.Languages[1].Words.Script
	if saved.Words["fr"]["offline-newer"] != words["offline-newer"] || words["offline-newer"] == s.Languages[0].Words.Script["offline-newer"] {
		t.Errorf("the words are %q", saved.Words)
	}
	if home := s.page(t, "fr/index.html"); !strings.Contains(home, ` data-top="../" hidden`) || strings.Contains(home, sizeHere) {
		t.Error("the French home does not know where the worker is")
	}
	var m installable
	if err := json.Unmarshal(s.find("fr/"+installFile), &m); err != nil {
		t.Fatal(err)
	}
	if m.Lang != "fr" || m.Name != "Un cours complet" || m.Scope != "../" || m.StartURL != "index.html" || m.Icons[0].Src != "../icon-192.png" {
		t.Errorf("the manifest is %+v", m)
	}
}

func TestThePagesAboutProgressKnowTheSameQuestionsInEachLanguage(t *testing.T) {
	s := mustBuild(t, bilingual.fs(), Options{})
	data := func(page string) (lessons []lessonData) {
		for _, f := range loads(t, s, page) {
			if kindOf(f) == courseData {
				script := string(s.find(f))
				from, to := strings.Index(script, "["), strings.LastIndex(script, "]")
				if err := json.Unmarshal([]byte(script[from:to+1]), &lessons); err != nil {
					// the minifier takes quotes off keys
					t.Skipf("not JSON: %v", err)
				}
			}
		}
		return lessons
	}
	english, french := data("results.html"), data("fr/results.html")
	for i, l := range french {
		if l.Name != english[i].Name || len(l.Questions) != len(english[i].Questions) {
			t.Errorf("%s has %d questions", l.Name, len(l.Questions))
		}
	}
}

func TestACourseInOneLanguageHasNothingOfSeveral(t *testing.T) {
	s := mustBuild(t, full.fs(), Options{})
	for _, f := range s.Files {
		for _, sign := range []string{"hreflang", "versions", "untranslated", `"words":{"`} {
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
