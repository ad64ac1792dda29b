package site

import (
	"html"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// inFrench is the course that has every kind of question, with its interface in
// French. What its author wrote stays as it is.
func inFrench(t *testing.T) fs.FS {
	t.Helper()
	course := fstest.MapFS{}
	kinds := os.DirFS("../../test/testdata/course")
	err := fs.WalkDir(kinds, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(kinds, name)
		course[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	settings := course["site.yaml"]
	settings.Data = []byte(languageLine.ReplaceAllString(string(settings.Data), "") + "\nlanguage: fr\n")
	return course
}

var languageLine = regexp.MustCompile(`(?m)^language:.*$`)

// sentencesOf are the theme's own sentences in a language.
func sentencesOf(t *testing.T, lang string) map[string]string {
	t.Helper()
	data, err := os.ReadFile("../../layouts/strings/" + lang + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	f, err := source.New(lang, data)
	if err != nil {
		t.Fatal(err)
	}
	var d diag.List
	var read map[string]map[string]string
	if !yamlx.Decode(f, f.All(), &read, &d) {
		t.Fatal(printed(&d))
	}
	all := map[string]string{}
	for part, sentences := range read {
		for key, s := range sentences {
			all[part+" "+key] = s
		}
	}
	return all
}

var gapOrBar = regexp.MustCompile(`\{[^}]*\}|\|`)

// telling are the pieces of a sentence that are long enough to be nobody
// else's.
func telling(sentence string) []string {
	return slices.DeleteFunc(gapOrBar.Split(sentence, -1), func(piece string) bool {
		letters := 0
		for _, r := range piece {
			if unicode.IsLetter(r) {
				letters++
			}
		}
		return letters < 12
	})
}

func TestACourseInFrenchHasNoEnglishOfTheInterface(t *testing.T) {
	s := mustBuild(t, inFrench(t), Options{Facilitator: true})
	english, french := sentencesOf(t, "en"), sentencesOf(t, "fr")
	said := map[string]bool{}
	for _, f := range s.Files {
		kind := path.Ext(f.Path)
		if !slices.Contains([]string{".html", ".js", ".webmanifest"}, kind) {
			continue
		}
		text := string(f.Data)
		if kind == ".html" {
			if !strings.Contains(text, `<html lang="fr"`) {
				t.Errorf("%s does not say that it is in French", f.Path)
			}
			text = html.UnescapeString(text)
		}
		for key, sentence := range english {
			if strings.HasPrefix(key, "pages panel-") {
				continue // an author wrote these
			}
			for _, piece := range telling(sentence) {
				if sentence != french[key] && strings.Contains(text, piece) {
					t.Errorf("%s says %q (%s)", f.Path, piece, key)
				}
			}
			for _, piece := range telling(french[key]) {
				said[key] = said[key] || strings.Contains(text, piece)
			}
		}
	}
	if len(said) < len(english)/2 {
		t.Errorf("only %d of %d sentences were looked for", len(said), len(english))
	}
}

func TestAFrenchCourseIsSetInFrench(t *testing.T) {
	course := fstest.MapFS{
		"site.yaml": {Data: []byte("title: Marcher\nlanguage: fr\n")},
		"content/01-a/01-b.md": {Data: []byte(`---
title: "La ligne d'aide : qui répond ?"
review_by: 2027-06-01
objectives:
  dire: "Dire : bonjour !"
---
Elle dit "oui" ! Voir [@tremblay2020] et [@roy].
`)},
		"content/references.yaml": {Data: []byte(`- {id: tremblay2020, type: book, title: "Le lien : une étude", author: [{family: Tremblay, given: A}, {family: Roy, given: B}], issued: 2020}
- {id: roy, type: webpage, title: Ici, author: [{family: Roy, given: B}], URL: "https://example.org/", accessed: 2020-04-01}
`)},
	}
	page := html.UnescapeString(mustBuild(t, course, Options{}).page(t, "a/b.html"))
	for _, want := range []string{
		"<h1>La ligne d'aide\u00a0: qui répond\u202f?</h1>", "<li>Dire\u00a0: bonjour\u202f!</li>", "«\u00a0oui\u00a0»\u202f!",
		"À réviser d’ici le 1er juin 2027.", "Tremblay et Roy, 2020", "Le lien\u00a0: une étude", "(s.d.)", "Consulté le 1er avril 2020 à l’adresse",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in\n%s", want, page)
		}
	}
}

func TestATranslationNamesItsSourcesInItsLanguage(t *testing.T) {
	course := fstest.MapFS{
		"site.yaml":               {Data: []byte("title: Walking\n")},
		"content/01-a/01-b.md":    {Data: []byte("# Ties\n\nSee [@two], she says \"yes\".\n")},
		"content/01-a/01-b.fr.md": {Data: []byte("# Des liens\n\nVoir [@two], elle dit \"oui\".\n")},
		"content/references.yaml": {Data: []byte(`- {id: two, type: book, title: Ties, author: [{family: Tremblay, given: A}, {family: Roy, given: B}]}` + "\n")},
	}
	s := mustBuild(t, course, Options{})
	for page, want := range map[string][]string{
		"a/b.html": {"Tremblay & Roy, n.d.", "“yes”"}, "fr/a/b.html": {"Tremblay et Roy, s.d.", "«\u00a0oui\u00a0»"},
	} {
		text := html.UnescapeString(s.page(t, page))
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is not in\n%s", page, w, text)
			}
		}
	}
}

func TestLettersAndTermsAreInTheAlphabetOfTheLanguage(t *testing.T) {
	course := fstest.MapFS{
		"site.yaml":            {Data: []byte("title: Mots\nlanguage: fr\n")},
		"content/01-a/01-b.md": {Data: []byte("# Zone\n")},
		"content/01-a/02-c.md": {Data: []byte("# Écoute\n")},
		"content/01-a/03-d.md": {Data: []byte("# Eau\n")},
		"content/01-a/04-e.md": {Data: []byte("# Entraide\n")},
		"content/glossary.md":  {Data: []byte("éthique\n: Un.\n\nzèle\n: Deux.\n\nEspoir\n: Trois.\n\nentraide\n: Quatre.\n")},
	}
	s := mustBuild(t, course, Options{})
	inTurn := func(page string, words ...string) {
		t.Helper()
		at := 0
		for _, word := range words {
			i := strings.Index(page[at:], word)
			if i < 0 {
				t.Fatalf("%q does not follow in\n%s", word, page)
			}
			at += i
		}
	}
	_, letters, _ := strings.Cut(s.page(t, "search.html"), "<main")
	inTurn(letters, ">E</h", ">Eau<", ">Écoute<", ">Entraide<", ">entraide ", ">Espoir ", ">éthique ", ">Z</h", ">zèle ", ">Zone<")
	_, glossary, _ := strings.Cut(s.page(t, "glossary.html"), "<main")
	inTurn(glossary, ">E</h", "entraide</dt", "Espoir</dt", "éthique</dt", ">Z</h", "zèle</dt")
}
