package journeys

import (
	"slices"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

const (
	isSaved   = "This course is saved on this device. It works without a signal."
	isRemoved = "The saved copy is removed from this device."
	isLost    = "The connection was lost before everything was here. What has arrived is kept: press the button again when you have a signal, and it goes on from there."
	saveIt    = `.offline button`
	removeIt  = `.offline button + button`
)

// savedLine waits until the first page says a sentence about the saved copy.
func savedLine(tab *browser.Page, sentence string) {
	tab.Until(`document.querySelector(".offline [role=status]")?.textContent === ` + "`" + sentence + "`")
}

// save presses the button on the first page and waits for the whole course.
func save(tab *browser.Page) {
	tab.Click(saveIt)
	savedLine(tab, isSaved)
}

func TestASavedCourseWorksWithoutASignal(t *testing.T) {
	site := website.Small(t)
	for name, host := range map[string]*website.Server{
		"at the root of a host": website.Serve(t, site.Dir),
		"below a path":          website.ServeUnder(t, site.Dir, "/courses/peer/"),
	} {
		t.Run(name, func(t *testing.T) {
			tab := browser.Open(t, browser.Look{})
			tab.Visit(host.URL)
			save(tab)
			host.Stop()

			pages := site.Pages(t)
			if name == "below a path" || browser.Firefox.Runs() {
				pages = site.Lessons(t) // what differs there is the path, or who serves it, and no page knows either
			}
			for _, page := range pages {
				tab.Visit(host.URL + page)
				if heading := browser.Eval[string](tab, `document.querySelector("h1")?.innerText ?? ""`); heading == "" {
					t.Errorf("%s shows no heading", page)
				}
				browser.Eval[any](tab, `Promise.all([...document.images].map(i => (i.loading = "eager", i.decode()))).then(() => null)`)
				want(t, page+": faces that did not come", browser.Eval[int](tab,
					`document.fonts.ready.then(faces => [...faces].filter(f => f.status === "error").length)`), 0)
				want(t, page+": styles", browser.Eval[bool](tab, `document.styleSheets.length > 0 && [...document.styleSheets].every(s => s.cssRules.length > 0)`), true)
				if strings.HasPrefix(page, "print/") {
					continue // a sheet marks nothing
				}
				for kind, verdict := range browser.Eval[map[string]string](tab, rightly) {
					if verdict != "right" && !slices.Contains([]string{"reflect", "rate", "scenario"}, kind) {
						t.Errorf("%s: a right answer to %s is %s", page, kind, verdict)
					}
				}
			}
			for address, at := range map[string]string{
				"":                            "",
				"?from=a-friend#path":         "?from=a-friend#path",
				"tea/":                        "tea/",
				"tea":                         "tea/",
				firstLesson + "?x=1#warm":     firstLesson + "?x=1#warm",
				"tea/a-pot-of-tea":            "tea/a-pot-of-tea",
				"tea/a-page-that-is-not.html": "404.html",
			} {
				tab.Visit(host.URL + address)
				want(t, "the way to "+address, tab.Location(), host.URL+at)
				if at == "404.html" {
					tab.Complaints() // there is no network to ask for it
				}
			}
			tab.Visit(host.URL)
			anew(tab, host.URL) // else it would carry on where these visits ended
			tab.Follow("main .acts a")
			tab.Follow(".pn [rel=next]")
			want(t, "at", tab.Location(), host.URL+marksLesson)
		})
	}
}

func TestASavedCourseHasItsFacesWithoutASignal(t *testing.T) {
	site := website.Course(t)
	host := website.Serve(t, site.Dir)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host.URL)
	save(tab)
	host.Stop()
	for _, page := range site.Lessons(t) {
		tab.Visit(host.URL + page)
		faces := browser.Eval[[]string](tab, `document.fonts.ready.then(all => [...all].filter(f => f.status !== "unloaded").map(f => f.status))`)
		if len(faces) == 0 || slices.Contains(faces, "error") || slices.Contains(faces, "loading") {
			t.Errorf("%s: its faces are %q; without any, run `make site` with npm at hand", page, faces)
		}
	}
}

func TestNothingIsSavedBeforeTheStudentAsks(t *testing.T) {
	site := website.Small(t)
	host := website.Serve(t, site.Dir)
	tab := browser.Open(t, browser.Look{})
	for _, page := range []string{"index.html", firstLesson, "index.html"} {
		tab.Visit(host.URL + page)
	}
	tab.Until(`!document.querySelector(".offline").hidden`)
	want(t, "registrations", browser.Eval[int](tab, `navigator.serviceWorker.getRegistrations().then(all => all.length)`), 0)
	want(t, "caches", browser.Eval[int](tab, `caches.keys().then(all => all.length)`), 0)
	if slices.Contains(host.Asked(), "/sw.js") {
		t.Error("the worker was fetched")
	}
}

func TestASavedCopyIsRemoved(t *testing.T) {
	host := website.Serve(t, website.Small(t).Dir)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host.URL)
	browser.Eval[any](tab, `caches.open("somebody else's").then(() => null)`)
	for range 2 { // what was removed can be saved again, from the same page
		save(tab)
		want(t, "focus", browser.Eval[string](tab, `document.activeElement.innerText`), isSaved)
		tab.Visit(host.URL)
		savedLine(tab, isSaved)
		tab.Click(removeIt)
		savedLine(tab, isRemoved)
		want(t, "focus", browser.Eval[string](tab, `document.activeElement.innerText`), isRemoved)
		want(t, "caches", browser.Eval[[]string](tab, `caches.keys()`), []string{"somebody else's"})
		want(t, "registrations", browser.Eval[int](tab, `navigator.serviceWorker.getRegistrations().then(all => all.length)`), 0)
	}
	tab.Visit(host.URL)
	tab.Until(`!document.querySelector(".offline").hidden`)
	want(t, "the button", strings.HasPrefix(browser.Eval[string](tab, `document.querySelector(".offline button").innerText.trim()`), "Save for offline ("), true)
}

func TestASaveThatIsBrokenOffGoesOnFromThere(t *testing.T) {
	host := website.Serve(t, website.Small(t).Dir)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host.URL)
	host.Break("/references.html")
	tab.Click(saveIt)
	savedLine(tab, isLost)
	want(t, "focus", browser.Eval[bool](tab, `document.activeElement === document.querySelector(".offline button")`), true)
	host.Break("")
	host.Asked()
	save(tab)
	if asked := host.Asked(); slices.Contains(asked, "/404.html") || !slices.Contains(asked, "/references.html") {
		t.Errorf("the second try asks for %q", asked)
	}
	tab.Complaints() // the line that went dead
}
