package journeys

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// notKept is what a student is told, once on a page, where nothing is kept.
const notKept = "This browser keeps no answers. They are gone when you leave this page."

// storageFaults are what can be wrong with a browser's storage: what a script does before the page's own ones, and
// whether the student is told that nothing is kept.
var storageFaults = map[string]struct {
	script string
	told   bool
}{
	"blocked":          {`for (const s of ["localStorage", "sessionStorage"]) Object.defineProperty(window, s, {get() { throw new DOMException("no", "SecurityError"); }});`, true},
	"null":             {`for (const s of ["localStorage", "sessionStorage"]) Object.defineProperty(window, s, {value: null});`, true},
	"full":             {`Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };`, true},
	"throwing":         {`for (const f of ["getItem", "setItem", "removeItem"]) Storage.prototype[f] = () => { throw new Error("broken"); };`, true},
	"private":          {`Storage.prototype.setItem = () => { throw new DOMException("none", "QuotaExceededError"); }; Storage.prototype.getItem = () => null;`, true},
	"sandboxed frame":  {``, true}, // the host's header makes it one
	"corrupt":          {seeded(`{broken`), true},
	"newer":            {seeded(`{"version":99}`), true},
	"older":            {seeded(`{"response":{}}`), true},
	"evicted":          {`document.addEventListener("change", () => localStorage.clear(), true);`, false},
	"two tabs":         {`document.addEventListener("change", () => localStorage.setItem("lectern:tea-for-all:poured", ` + "`" + poured + "`" + `), true);`, false},
	"clock set back":   {`Date.now = () => -1;`, false},
	"another course's": {`localStorage.setItem("lectern:other:boils", "{}"); localStorage.setItem("x", "y");`, false},
}

// poured is what another tab keeps of a question while this one is answered.
const poured = `{"response":{"answer":["x"]},"verdict":"not-yet","score":0,"tries":1,"at":1,"version":1}`

// seeded puts a record that cannot be read in the place of each that the pages keep.
func seeded(record string) string {
	return `for (const id of ["boils", "lesson:tea/water", "place:last", "quiz:cups"]) localStorage.setItem("lectern:tea-for-all:" + id, '` + record + `');`
}

// Whatever a browser does with what it is to keep, every page stands, questions mark, and the student is told, once.
func TestEveryPageStandsWhateverTheStorageDoes(t *testing.T) {
	if len(storageFaults) != 13 {
		t.Fatalf("%d faults, want thirteen", len(storageFaults))
	}
	for name, fault := range storageFaults {
		t.Run(name, func(t *testing.T) {
			c := teaCourse(t)
			c.write("layouts/scripts/terms.js", fault.script)
			website.Build(t, c.dir)
			host := website.Serve(t, path.Join(c.dir, "public")).URL
			if name == "sandboxed frame" {
				host = sandboxed(t, path.Join(c.dir, "public"))
			}
			tab := browser.Open(t, browser.Look{})
			tab.Visit(host + "tea/water.html")
			before := broken(tab)
			q := answer(t, tab, "boils", "Water")
			want(t, "marked", q.said()[0], "Yes, that’s it")
			want(t, "told", q.sees(notKept), fault.told)
			next := answer(t, tab, "poured", "Tea")
			want(t, "marked", next.said()[0], "Yes, that’s it")
			want(t, "told twice", fault.told && next.sees(notKept), false)
			tab.Visit(host + "tea/leaves.html")
			q.clickIn("main button", "I have read this lesson")
			for _, page := range []string{"", "results.html", "progress.html", "tea/cups.html"} {
				tab.Visit(host + page)
				want(t, page, len(words(tab, "h1")), 1)
			}
			want(t, "what could not be read", broken(tab), before)
			if name == "sandboxed frame" {
				tab.Complaints() // such a page is a stranger to its own host, and gets no faces from it
			}
		})
	}
}

// sandboxed hosts a folder whose pages belong nowhere, as in a frame with the attribute sandbox: their storage throws.
func sandboxed(t *testing.T, dir string) string {
	t.Helper()
	files := http.FileServerFS(os.DirFS(dir))
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "sandbox allow-scripts allow-forms")
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(host.Close)
	return host.URL + "/"
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
