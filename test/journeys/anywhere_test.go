package journeys

import (
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// A course works wherever its folder lies.
func TestACourseWorks(t *testing.T) {
	site := website.Small(t)
	for name, front := range map[string]string{
		"from a memory stick":   site.FileURL("index.html"),
		"at the root of a host": website.Serve(t, site.Dir).URL,
		"below a path":          website.ServeUnder(t, site.Dir, "/courses/peer/").URL,
	} {
		t.Run(name, func(t *testing.T) {
			tab := browser.Open(t, browser.Look{})
			tab.Visit(front)
			tab.Follow("main .acts a")
			want(t, "heading", browser.Eval[string](tab, `document.querySelector("h1").innerText`), "A pot of tea")

			tab.Click(".prose .term")
			want(t, "meaning", browser.Eval[string](tab, `document.querySelector(".gloss").innerText`),
				"A padded cover for a pot. It keeps the tea warm.")
			tab.Click(".prose .term")
			want(t, "meanings open", browser.Eval[int](tab, `document.querySelectorAll(".gloss").length`), 0)

			q := ask(t, tab, "warm-first")
			q.choose("The pot")
			q.press("Check my answer")
			want(t, "verdict", q.said()[0], "Yes, that’s it")
			cover := ask(t, tab, "cover")
			cover.write("tea cosy")
			tab.Press("Enter")
			want(t, "verdict", cover.said()[0], "Yes, that’s it")

			tab.Follow(".pn [rel=next]")
			if at := tab.Location(); !strings.HasSuffix(at, marksLesson) {
				t.Errorf("the next lesson is %s", at)
			}
			tab.Follow(`footer a[href$="glossary.html"]`)
			want(t, "terms", browser.Eval[[]string](tab, `[...document.querySelectorAll("dt")].map(e => e.innerText)`), []string{"steep", "tea cosy"})
			tab.Follow(`footer a[href$="help.html"]`)
			want(t, "telephone", browser.Eval[string](tab, `document.querySelector("a[href^='tel:']").innerText`), "1-800-555-0199")
		})
	}
}
