package site

import (
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/diag"
)

func TestTwoFilesOfOneNameAreToldBesideOtherMistakes(t *testing.T) {
	course := full.with(files{
		"content/03-tea/01-pot.md": "---\ntitle: A pot\n---\n[Nowhere](none.md)\n\n### Question: Hot?\n\n- ( ) No\n",
		"content/03-tea/leaf.txt":  "A leaf\n", "content/04-tea/leaf.txt": "Another\n",
		"content/04-tea/01-cup.md": "---\ntitle: A cup\n---\nSip.\n",
	})
	l := Open(course.fs(), Options{})
	for l.Check() {
	}
	said := printedAll(l.Problems())
	for _, name := range []string{"[twin-files]", "[twin-pages]", "[link-broken]", "[key-missing]"} {
		if !strings.Contains(said, name) {
			t.Errorf("nobody is told of %s:\n%s", name, said)
		}
	}
}

// What may be typed in one language counts in all, so an original knows its translations: those of today, and no others.
func TestWhatCountedInAFormerTranslationCountsNoMore(t *testing.T) {
	const file = "content/01-start/01-one.fr.md"
	course := bilingual.fs()
	l := Open(course, Options{})
	french := course[file].Data
	for _, text := range []string{strings.Replace(string(french), "- = vécu", "- = connu", 1), string(french)} {
		course[file] = &fstest.MapFile{Data: []byte(text)}
		l.Update([]string{file})
		clear(themes)
		if !sameAsBuild(t, l, course, Options{}) {
			t.Fatal("the course is not right")
		}
	}
}

// The page stays as it was, and what is wrong with it is said all at once.
func TestAllMistakesOfAPageAreToldAtOnce(t *testing.T) {
	const wrong = "\n\n[Nowhere](none.md), [@nobody], [here](#in-a-new-part)\n\n![](pictures/two%20words.png)\n\n### In a new part\n"
	for _, file := range []string{"content/index.md", "content/01-start/index.md", "content/01-start/01-one.md"} {
		course := bilingual.fs()
		l := Open(course, Options{})
		for l.Check() {
		}
		course[file] = &fstest.MapFile{Data: append(course[file].Data, wrong...)}
		l.Update([]string{file})
		var d, told diag.List
		buildAnew(course, Options{}, &d)
		clear(themes)
		d.Drop(func(m diag.Message) bool { return m.Severity != diag.Error })
		for _, m := range l.Problems() {
			if m.Severity == diag.Error {
				told.Add(m)
			}
		}
		if got, want := printed(&told), printed(&d); d.Count(diag.Error) < 3 || got != want {
			t.Errorf("%s: told\n%s\nthe build says\n%s", file, got, want)
		}
	}
}
