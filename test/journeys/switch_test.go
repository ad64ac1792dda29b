package journeys

import (
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

const otherLanguage = ".versions a"

// inTwo opens a page of the course in two languages.
func inTwo(t *testing.T, look browser.Look, page string) *browser.Page {
	t.Helper()
	host := website.Serve(t, website.Bilingual(t).Dir)
	tab := browser.Open(t, look)
	tab.Visit(host.URL + page)
	return tab
}

// at is where a tab is, from the top of the site.
func at(tab *browser.Page, prefix string) string {
	return tab.Location()[strings.Index(tab.Location(), prefix):]
}

func verdict(q question) string { return eval[string](q, "form.dataset.verdict") }

// stand scrolls until an element is at the top of the screen, and stands there for long enough to be at this place, or
// only passes by. The page's clock is the test's: it stands still.
func stand(tab *browser.Page, selector string, long bool) {
	then := "0"
	if long {
		then = "then()"
	}
	browser.Eval[any](tab, `void (window.moved = window.scrolled = false, window.setTimeout = then => (`+then+`, window.scrolled = window.moved, 0))`)
	browser.Eval[any](tab, `void (document.querySelector("`+selector+`").scrollIntoView({behavior: "instant"}), window.moved = true)`)
	tab.Until("window.scrolled")
	browser.Eval[any](tab, "void (window.setTimeout = () => 0)")
}

func TestASwitchOfLanguageKeepsThePlaceAndTheAnswers(t *testing.T) {
	site := website.Bilingual(t)
	for _, way := range []string{"served", "from a folder"} {
		t.Run(way, func(t *testing.T) {
			look := browser.Look{Width: 360, Height: 700}
			tab := inTwo(t, look, "tea/pot.html")
			if way == "from a folder" {
				browser.Chromium.Only(t, "Firefox keeps what a page in a folder stores for that page alone: there every page is a site")
				tab.Visit(site.FileURL("tea/pot.html"))
			}
			q := ask(t, tab, "warm-first")
			q.choose("The milk")
			q.press("Check my answer")
			want(t, "the verdict", verdict(q), "not-yet")

			stand(tab, "#while-it-steeps", true)
			tab.Follow(otherLanguage)
			want(t, "the place", at(tab, "fr/"), "fr/tea/pot.html#while-it-steeps")
			want(t, "the language", browser.Eval[string](tab, "document.documentElement.lang"), "fr")
			want(t, "the heading at the top", browser.Eval[bool](tab, `Math.abs(document.getElementById("while-it-steeps").getBoundingClientRect().top) < 60`), true)
			french := ask(t, tab, "warm-first")
			want(t, "the answer", strings.Join(french.chosen(), ", "), "Le lait")
			want(t, "the verdict in French", verdict(french), "not-yet")

			// Back, from a question this time: the place is the question's.
			stand(tab, "form[data-question=warm-first]", true)
			tab.Follow(otherLanguage)
			want(t, "the place", at(tab, "tea/"), "tea/pot.html#q-warm-first")
			want(t, "the answer", strings.Join(ask(t, tab, "warm-first").chosen(), ", "), "The milk")
		})
	}
}

func TestTheTopOfAPageLeadsToTheTop(t *testing.T) {
	tab := inTwo(t, browser.Look{}, "tea/pot.html")
	tab.Follow(otherLanguage)
	want(t, "the place", at(tab, "fr/"), "fr/tea/pot.html")
}

// The link stands at the top of the page. Who goes up for it is taken to where they were.
func TestWhoGoesUpForAnotherLanguageComesBackDown(t *testing.T) {
	for _, c := range []struct{ after, want string }{{"a moment", "fr/tea/pot.html#while-it-steeps"}, {"a while", "fr/tea/pot.html"}} {
		tab := inTwo(t, browser.Look{Width: 360, Height: 700}, "tea/pot.html")
		stand(tab, "#while-it-steeps", true)
		stand(tab, "body", c.after == "a while")
		tab.Follow(otherLanguage)
		want(t, "after "+c.after+" at the top", at(tab, "fr/"), c.want)
	}
}

func TestLanguagesAreSwitchedWithoutScript(t *testing.T) {
	tab := inTwo(t, browser.Look{ScriptOff: true}, "fr/tea/loaf.html")
	tab.Follow(otherLanguage)
	want(t, "the place", strings.HasSuffix(tab.Location(), "/tea/loaf.html"), true)
	want(t, "it is the original", strings.Contains(tab.Location(), "/fr/"), false)
}

// What is done in one language is done in the other, and a lesson that is not translated counts as the same lesson.
func TestProgressIsTheSameInBothLanguages(t *testing.T) {
	host := website.Serve(t, website.Bilingual(t).Dir)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host.URL + "fr/tea/loaf.html")
	q := ask(t, tab, "rise")
	q.choose("Yeast")
	q.press("Check my answer") // the words of its page are English, too
	want(t, "the verdict", verdict(q), "right")
	for page, words := range map[string]string{"index.html": "done", "fr/index.html": "terminée"} {
		tab.Visit(host.URL + page)
		state := `document.querySelector(".path [data-lesson='tea/loaf']").dataset.state`
		tab.Until(state)
		want(t, page, browser.Eval[string](tab, state), "done")
		if said := browser.Eval[string](tab, `document.querySelector(".path [data-lesson='tea/loaf'] .stop").textContent`); !strings.Contains(strings.ToLower(said), words) {
			t.Errorf("%s says %q, want %q", page, said, words)
		}
	}
}

func TestEachLanguageIsSearched(t *testing.T) {
	tab := inTwo(t, browser.Look{}, "fr/search.html?q=theiere")
	tab.Until(`document.querySelector("#results li a")`)
	want(t, "the first hit", browser.Eval[string](tab, `document.querySelector("#results li a").getAttribute("href")`), "tea/pot.html")
}

func TestTheCourseIsSavedInAllLanguages(t *testing.T) {
	host := website.Serve(t, website.Bilingual(t).Dir)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host.URL + "fr/index.html")
	tab.Until(`document.querySelector(".offline button")`)
	tab.Click(".offline button")
	tab.Until(`document.querySelector(".offline button").hidden`)
	host.Stop()
	for page, title := range map[string]string{"tea/pot.html": "A pot of tea", "fr/tea/pot.html": "Une théière"} {
		tab.Visit(host.URL + page)
		want(t, page, browser.Eval[string](tab, `document.querySelector("h1").textContent`), title)
	}
}
