package journeys

import (
	"path"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// storageFaults are what a browser's storage can be like before a page asks for it.
var storageFaults = map[string]string{
	"blocked":         `for (const s of ["localStorage", "sessionStorage"]) Object.defineProperty(window, s, {get() { throw new DOMException("no", "SecurityError"); }});`,
	"missing":         `for (const s of ["localStorage", "sessionStorage"]) Object.defineProperty(window, s, {value: null});`,
	"full":            `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };`,
	"throwing":        `for (const f of ["getItem", "setItem", "removeItem"]) Storage.prototype[f] = () => { throw new Error("broken"); };`,
	"clock set back":  `Date.now = () => -1;`,
	"broken records":  `for (const id of ["boils", "lesson:tea/water", "place:last", "quiz:cups"]) localStorage.setItem("lectern:tea-for-all:" + id, "{broken");`,
	"later records":   `for (const id of ["boils", "lesson:tea/water", "place:last", "quiz:cups"]) localStorage.setItem("lectern:tea-for-all:" + id, '{"version":99}');`,
	"older records":   `for (const id of ["boils", "lesson:tea/water", "place:last", "quiz:cups"]) localStorage.setItem("lectern:tea-for-all:" + id, '{"response":{}}');`,
	"other's records": `localStorage.setItem("lectern:other:boils", "{}"); localStorage.setItem("x", "y");`,
}

// Whatever a browser does with what it is to keep, every page stands, questions mark, and the student is told.
func TestEveryPageStandsWhateverTheStorageDoes(t *testing.T) {
	for name, fault := range storageFaults {
		t.Run(name, func(t *testing.T) {
			c := teaCourse(t)
			c.write("layouts/scripts/terms.js", fault)
			website.Build(t, c.dir)
			host := website.Serve(t, path.Join(c.dir, "public")).URL
			tab := browser.Open(t, browser.Look{})
			tab.Visit(host + "tea/water.html")
			before := broken(tab)
			q := answer(t, tab, "boils", "Water")
			want(t, "marked", q.said()[0], "Yes, that’s it")
			want(t, "told", q.sees("This browser keeps no answers. They are gone when you leave this page."),
				name != "clock set back" && name != "other's records")
			tab.Visit(host + "tea/leaves.html")
			q.clickIn("main button", "I have read this lesson")
			for _, page := range []string{"", "results.html", "progress.html", "tea/cups.html"} {
				tab.Visit(host + page)
				want(t, page, len(words(tab, "h1")), 1)
			}
			want(t, "what could not be read", broken(tab), before)
		})
	}
}

// broken is what lies in the storage and cannot be read, where there is any.
func broken(tab *browser.Page) []string {
	return browser.Eval[[]string](tab, `(() => { try {
		return Object.entries(localStorage).filter(([k, v]) => ["{broken", '{"version":99}', '{"response":{}}'].includes(v)).map(e => e.join()).sort();
	} catch (problem) { return []; } })()`)
}

// What another tab keeps is seen here; two frames of one site share a storage as two tabs do.
func TestAnotherTabsAnswersAreMarkedHere(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	browser.Eval[any](tab, `void (window.other = document.body.appendChild(document.createElement("iframe")), other.style.inlineSize = "900px", other.src = "tea/water.html")`)
	tab.Until(`!!other.contentDocument.querySelector("form[data-question] .acts button")`)
	browser.Eval[any](tab, `void ((form) => { form.querySelector("input").click(); form.querySelector("button[type=submit]").click() })(other.contentDocument.querySelector("[data-question=boils]"))`)
	tab.Until(`!!document.querySelector(".path .stop")`)
	want(t, "begun", words(tab, ".path .stop"), []string{", Begun"})
	tab.Visit(host + "results.html")
	want(t, "kept", len(words(tab, ".outcomes li")), 2)
}

// A browser may throw away what it keeps while a page is open.
func TestAnswersGoOnAfterTheBrowserForgot(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Tin")
	browser.Eval[any](tab, `void localStorage.clear()`)
	answer(t, tab, "poured", "Tea")
	tab.Visit(host + "results.html")
	want(t, "kept", words(tab, ".outcomes li"), []string{"Boil water. 0 of 1 right", "Pour it. 1 of 1 right"})
	want(t, "again", words(tab, ".again li"), []string{})
}
