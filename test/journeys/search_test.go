package journeys

import (
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

const (
	searchPage = "search.html"
	// What the search page shows, and what it says to who cannot see that.
	results   = `[...document.querySelectorAll(".results > li > a")].map(a => a.innerText)`
	heard     = `document.querySelector("main [role=status]").textContent`
	searching = `document.activeElement.id === "search-field"`
	listed    = `document.querySelector("#letters").checkVisibility()`
)

// lookUp types into the search's field and waits until all of it has been looked up, which the address says last, and for what is
// said of it.
func lookUp(tab *browser.Page, words, says string) {
	tab.Click("#search-field")
	tab.Type(words)
	tab.Until(`location.search === "?q=" + encodeURIComponent("` + words + `") && ` + heard + `.startsWith("` + says + `")`)
}

func TestSearchFindsAndMarksWhatIsTyped(t *testing.T) {
	site := website.Small(t)
	for name, front := range map[string]string{
		"from a memory stick": site.FileURL("index.html"),
		"below a path":        website.ServeUnder(t, site.Dir, "/courses/peer/").URL,
	} {
		t.Run(name, func(t *testing.T) {
			tab := browser.Open(t, browser.Look{})
			tab.Visit(front)
			tab.Follow("header .to-search")
			want(t, "everything from A to Z is there", browser.Eval[bool](tab, listed), true)
			lookUp(tab, "panels car", "Found: ")
			want(t, "first", browser.Eval[[]string](tab, results)[0], "Panels and cards")
			want(t, "marked", browser.Eval[[]string](tab, `[...document.querySelector(".results a").querySelectorAll("mark")].map(m => m.innerText)`), []string{"Panels", "cards"})
			shown := browser.Eval[string](tab, `document.querySelector(".results li").innerText`)
			if !strings.Contains(shown, "In the lesson: A loaf of bread") || !strings.Contains(shown, "Take care The oven is hot.") {
				t.Errorf("the result says %q", shown)
			}
			want(t, "everything from A to Z is there", browser.Eval[bool](tab, listed), false)
			if at := tab.Location(); !strings.HasSuffix(at, "search.html?q=panels%20car") {
				t.Errorf("the address is %s", at)
			}
			tab.Follow(".results a")
			want(t, "heading", browser.Eval[string](tab, `document.querySelector(":target").innerText`), "Panels and cards")
		})
	}
}

func TestEnterGoesToTheFirstResultAndThenToItsSection(t *testing.T) {
	tab := read(t, browser.Look{}, searchPage)
	lookUp(tab, "panels cards", "Found: ")
	tab.Press("Enter")
	tab.Until(`document.activeElement.closest(".results")`)
	want(t, "the focus is on", tab.FocusedText(), "Panels and cards")
	tab.FollowBy("Enter")
	if at := tab.Location(); !strings.HasSuffix(at, lastLesson+"#panels-and-cards") {
		t.Errorf("it leads to %s", at)
	}
}

func TestALinkCanPointAtASearch(t *testing.T) {
	tab := read(t, browser.Look{}, searchPage+"?q=pan%C3%A9ls%20crads")
	tab.Until(heard + " && " + results + ".length")
	want(t, "asked", browser.Eval[string](tab, `document.querySelector("#search-field").value`), "panéls crads")
	want(t, "first", browser.Eval[[]string](tab, results)[0], "Panels and cards")
}

func TestAnEmptyResultSaysWhatToTry(t *testing.T) {
	tab := read(t, browser.Look{}, searchPage)
	lookUp(tab, "zzzzz", "Nothing found. Try ")
	want(t, "found", len(browser.Eval[[]string](tab, results)), 0)
	want(t, "everything from A to Z is there", browser.Eval[bool](tab, listed), true)
}

func TestMoreResultsFollowTheFirst(t *testing.T) {
	tab := read(t, browser.Look{}, searchPage)
	lookUp(tab, "a", "Found: ")
	want(t, "at once", len(browser.Eval[[]string](tab, results)), 8)
	want(t, "button", browser.Eval[string](tab, `document.querySelector("#results > button").innerText`), "More results")
	tab.Click("#results > button")
	tab.Until(`document.querySelectorAll(".results > li").length > 8`)
	want(t, "the focus is on", tab.FocusedText(), browser.Eval[[]string](tab, results)[8])
}

func TestKeysLeadToTheSearch(t *testing.T) {
	for _, key := range []string{"/", "Control+k"} {
		tab := read(t, browser.Look{}, firstLesson)
		tab.FollowBy(key)
		if at := tab.Location(); !strings.Contains(at, "/"+searchPage) {
			t.Fatalf("%s leads to %s", key, at)
		}
		tab.Until(searching)
		want(t, "typed at once", browser.Eval[string](tab, `document.activeElement.value`), "")
		browser.Eval[any](tab, `void document.activeElement.blur()`)
		tab.Press(key)
		want(t, "the field has the focus after "+key, browser.Eval[bool](tab, searching), true)
	}
}

func TestSearchKeysAreTextWhereSomebodyWrites(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	at := tab.Location()
	q := ask(t, tab, "cover")
	q.write("and/or")
	want(t, "address", tab.Location(), at)
	want(t, "written", eval[string](q, `form.elements.answer.value`), "and/or")
}

func TestSearchKeysCanBeSwitchedOff(t *testing.T) {
	tab := read(t, browser.Look{}, searchPage)
	tab.Click(".switch input")
	tab.Visit(tab.Location()) // kept in the browser
	want(t, "on", browser.Eval[bool](tab, `document.querySelector(".switch input").checked`), false)
	browser.Eval[any](tab, `void document.activeElement.blur()`)
	tab.Press("/")
	want(t, "the field has the focus", browser.Eval[bool](tab, searching), false)
	tab.Click(".switch input")
	browser.Eval[any](tab, `void document.activeElement.blur()`)
	tab.Press("/")
	want(t, "the field has the focus", browser.Eval[bool](tab, searching), true)
}

func TestWithoutScriptTheSearchPageIsAListFromAToZ(t *testing.T) {
	tab := read(t, browser.Look{ScriptOff: true}, searchPage)
	want(t, "a field that does nothing", browser.Eval[bool](tab, `document.querySelector("form").checkVisibility()`), false)
	want(t, "letters", browser.Eval[bool](tab, `document.querySelectorAll(".letters a").length > 5`), true)
	tab.Follow(`.a-z a[href$="#panels-and-cards"]`)
	want(t, "heading", browser.Eval[string](tab, `document.querySelector(":target").innerText`), "Panels and cards")
}

// What is in a lesson is text to the search, whatever it looks like.
func TestSearchShowsTextAsText(t *testing.T) {
	tab := read(t, browser.Look{}, searchPage)
	lookUp(tab, "dough wait", "Found: ")
	want(t, "elements in a result", browser.Eval[[]string](tab, `[...new Set([...document.querySelectorAll(".results *")].map(e => e.tagName))].sort()`),
		[]string{"A", "LI", "MARK", "P"})
}

func TestSearchResultsPassAxe(t *testing.T) {
	browser.Chromium.Only(t, axeOnce)
	tab := read(t, browser.Look{}, searchPage)
	lookUp(tab, "tea", "Found: ")
	for name, look := range map[string]browser.Look{"light": {}, "dark": {Dark: true}, "320": {Width: 320}, "dark-360": {Width: 360, Dark: true}} {
		tab.Change(look)
		tab.WantNoFindings("results, " + look.String())
		if wide := tab.Sideways(); wide != "" {
			t.Errorf("%s: %s", look, wide)
		}
		tab.Screenshot("search-" + name)
	}
	tab.Visit(strings.TrimSuffix(tab.Location(), "?q=tea"))
	tab.Change(browser.Look{Width: 360, Dark: true})
	tab.WantNoFindings("everything from A to Z")
	tab.Screenshot("search-letters")
}
