package journeys

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/tools"
	"lectern/test/website"
)

// inLanguage hosts a little course in a language, with the theme's own faces and a few sentences of its own.
func inLanguage(t *testing.T, language, sentences string) *website.Server {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"site.yaml":                             "title: A course\nlanguage: " + language + "\n",
		"content/01-words/01-letters.md":        "# Letters\n\nThe letters <span lang=\"cr\">ᐁ ᐃ ᐅ ᐊ</span> stand in a row.\n",
		"content/01-words/02-a-question.md":     "# A question\n\n## First\n\nText.\n\n## Second\n\nText.\n\n### Question: Which?\n\n- (x) One\n- ( ) Two\n- ( ) Three\n\n> **Hint:** Look.\n",
		"layouts/strings/" + language + ".yaml": sentences,
	} {
		must(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		must(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	must(t, os.CopyFS(filepath.Join(dir, "layouts", "fonts"), os.DirFS(filepath.Join(tools.Top(t), "layouts", "fonts"))))
	website.Build(t, dir)
	return website.Serve(t, filepath.Join(dir, "public"))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A page pays for the face of syllabics when it has some, and only then.
func TestSyllabicsComeWithTheirOwnFace(t *testing.T) {
	host := inLanguage(t, "es", "pages:\n  skip: Ir al texto\n")
	tab := browser.Open(t, browser.Look{})
	for _, page := range []string{"words/a-question.html", "words/letters.html"} { // the one without them first: what is kept is not asked for
		tab.Visit(host.URL + page)
		has := page == "words/letters.html"
		want(t, page+" asks for the face of syllabics", strings.Contains(strings.Join(tab.Asked(), "\n"), "aboriginal"), has)
		for name, shown := range map[string]bool{"atkinson": true, "ucas": has} {
			want(t, page+" shows "+name, browser.Eval[bool](tab, `[...document.fonts].some(f => /`+name+`/i.test(f.family) && f.status === "loaded")`), shown)
		}
	}
	want(t, "the language of the letters", browser.Eval[string](tab, `document.querySelector("main span[lang]").lang`), "cr")
}

// A language that is written from right to left turns the whole page round, and what points along the line.
func TestPagesReadFromRightToLeft(t *testing.T) {
	host := inLanguage(t, "ar", "pages:\n  skip: انتقل إلى النص\n")
	for _, look := range []browser.Look{{Width: 320}, {}} {
		tab := browser.Open(t, look)
		turn := func(page string) {
			tab.Visit(host.URL + page)
			want(t, page+" says so", browser.Eval[string](tab, `document.documentElement.dir`), "rtl")
			want(t, page+" needs no room beside it", browser.Eval[bool](tab, `document.documentElement.scrollWidth <= innerWidth`), true)
		}
		turn("index.html")
		want(t, "the arrow points to the left", browser.Eval[float64](tab, `new DOMMatrix(getComputedStyle(document.querySelector("main .acts .icon")).transform).a`), -1.0)
		turn("words/a-question.html")
		points := `Math.sign(new DOMMatrix(getComputedStyle(document.querySelector("main .hint summary"), "::before").transform).a)`
		want(t, "a closed hint points to the left", browser.Eval[float64](tab, points), -1.0)
		browser.Eval[any](tab, `void (document.querySelector("main .hint").open = true)`)
		want(t, "an open hint points down", browser.Eval[float64](tab, points), 1.0)
		want(t, "the box stands to the right of its answer", browser.Eval[bool](tab, `(() => {
			const answer = document.querySelector("main label.opt"), box = answer.querySelector("input").getBoundingClientRect();
			return box.left > answer.getBoundingClientRect().left + answer.offsetWidth / 2;
		})()`), true)
	}
}
