package site

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"lectern/layouts"
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
		`<html lang="fr" data-course="bilingual">`, "<title>Un – Un cours complet</title>", `<body data-lesson="start/one"`, `<main id="main">`,
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

// named are the lessons, objectives and questions that a page about progress knows.
var named = regexp.MustCompile(`\b(?:name|id):"[^"]*"`)

func TestThePagesAboutProgressKnowTheSameQuestionsInEachLanguage(t *testing.T) {
	s := mustBuild(t, bilingual.fs(), Options{})
	var known [2][]string
	for i, page := range []string{"results.html", "fr/results.html"} {
		for _, f := range loads(t, s, page) {
			if kindOf(f) == layouts.Course {
				known[i] = named.FindAllString(string(s.find(f)), -1)
			}
		}
	}
	if len(known[0]) < 7 || !slices.Equal(known[0], known[1]) {
		t.Errorf("in French they know\n%q\nand in English\n%q", known[1], known[0])
	}
}
