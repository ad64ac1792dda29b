package browser_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"lectern/test/browser"
)

func TestMain(m *testing.M) {
	code := m.Run()
	browser.Close()
	os.Exit(code)
}

// show opens one page made of this head and body.
func show(t *testing.T, look browser.Look, head, body string) *browser.Page {
	t.Helper()
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(`<!doctype html><html lang="en"><head><title>A page</title>
			<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">` + head +
			`</head><body><main><h1>A page</h1>` + body + `</main></body></html>`))
	}))
	t.Cleanup(host.Close)
	page := browser.Open(t, look)
	page.Visit(host.URL + "/")
	return page
}

func TestAGoodPageHasNoFindingsAndNoComplaints(t *testing.T) {
	page := show(t, browser.Look{}, "", `<label>Your name <input></label>`)
	page.WantNoFindings("a good page")
	if complaints := page.Complaints(); len(complaints) > 0 {
		t.Errorf("a good page complains: %q", complaints)
	}
}

func TestAxeReportsAMissingLabel(t *testing.T) {
	page := show(t, browser.Look{}, "", `<input id="nameless">`)
	for _, finding := range page.Axe() {
		if finding.Rule == "label" && finding.Selector == "#nameless" {
			return
		}
	}
	t.Error("axe does not see an input without a label")
}

func TestAxeReportsFaintTextOnlyInTheLookThatHasIt(t *testing.T) {
	const faintWhenDark = `<style>@media (prefers-color-scheme: dark) { p { color: #555; background: #444 } }</style>`
	page := show(t, browser.Look{}, faintWhenDark, `<p>Easy to read by day.</p>`)
	page.WantNoFindings("light")
	page.Change(browser.Look{Dark: true})
	if findings := page.Axe(); len(findings) != 1 || findings[0].Rule != "color-contrast" {
		t.Errorf("dark: want one finding about contrast, have %v", findings)
	}
}

func TestAxeEntersAPageThatForbidsForeignScript(t *testing.T) {
	const strict = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src data:">`
	page := show(t, browser.Look{}, strict, `<input>`)
	if len(page.Axe()) == 0 {
		t.Error("axe does not see an input without a label")
	}
}

func TestAPageComplainsOf(t *testing.T) {
	for name, c := range map[string]struct{ head, want string }{
		"an error in its console":   {`<script>console.error("lamp is out")</script>`, "lamp is out"},
		"an exception":              {`<script>throw new Error("no oil")</script>`, "no oil"},
		"a promise nobody catches":  {`<script>Promise.reject(new Error("no wick"))</script>`, "no wick"},
		"a file that is missing":    {`<link rel="stylesheet" href="missing.css">`, "missing.css"},
		"a script it must not run":  {`<meta http-equiv="Content-Security-Policy" content="script-src 'self'"><script>1</script>`, "script-src"},
		"a style it must not apply": {`<meta http-equiv="Content-Security-Policy" content="style-src 'self'"><style>p{}</style>`, "style-src"},
	} {
		t.Run(name, func(t *testing.T) {
			complaints := show(t, browser.Look{}, c.head, "").Complaints()
			if !slices.ContainsFunc(complaints, func(s string) bool { return strings.Contains(s, c.want) }) {
				t.Errorf("no complaint about %q in %q", c.want, complaints)
			}
		})
	}
}

func TestScriptOffShowsWhatAPageIsWithoutScript(t *testing.T) {
	page := show(t, browser.Look{ScriptOff: true}, "",
		`<noscript><p>All of it, on paper too.</p></noscript><script>document.body.textContent = "script"</script>`)
	if text := browser.Eval[string](page, "document.body.innerText"); !strings.Contains(text, "on paper too") {
		t.Errorf("script ran, or noscript does not show: %q", text)
	}
}

func TestTheLookReachesThePage(t *testing.T) {
	for query, look := range map[string]browser.Look{
		"(prefers-color-scheme: dark)":           {Dark: true},
		"(forced-colors: active)":                {ForcedColours: true},
		"(prefers-reduced-motion: reduce)":       {ReducedMotion: true},
		"print":                                  {Print: true},
		"(width: 320px)":                         {Width: 320},
		"(width: 320px) and (resolution: 4dppx)": {Zoom: 400},
	} {
		t.Run(query, func(t *testing.T) {
			page := show(t, browser.Look{}, "", "")
			matches := `matchMedia("` + query + `").matches`
			if browser.Eval[bool](page, matches) {
				t.Error("true in the plain look already")
			}
			page.Change(look)
			if !browser.Eval[bool](page, matches) {
				t.Errorf("not true in the look %q", look)
			}
		})
	}
}

func TestSidewaysNamesWhatIsTooWide(t *testing.T) {
	page := show(t, browser.Look{Width: 320}, "<style>#wide { width: 500px }</style>", `<p id="wide">A long way</p>`)
	if found := page.Sideways(); !strings.Contains(found, `id="wide"`) {
		t.Errorf("want the wide paragraph named, have %q", found)
	}
	page.Change(browser.Look{Width: 800})
	if found := page.Sideways(); found != "" {
		t.Errorf("it fits 800 px, have %q", found)
	}
}

func TestKeysReachThePage(t *testing.T) {
	page := show(t, browser.Look{}, "", `<label>First <input id="first"></label>
		<button aria-label="Answer the question" onclick="document.title = 'answered'">Go</button>`)
	page.Press("Tab")
	if name := page.FocusedText(); name != "First" {
		t.Errorf("after one Tab the focus is on %q", name)
	}
	page.Type("naïve 42")
	if value := browser.Eval[string](page, "first.value"); value != "naïve 42" {
		t.Errorf("typed %q", value)
	}
	page.Press("Tab")
	if name := page.FocusedText(); name != "Answer the question" {
		t.Errorf("after two Tabs the focus is on %q", name)
	}
	page.Press("Space")
	page.Until(`document.title === "answered"`)
	page.Press("Shift+Tab")
	if name := page.FocusedText(); name != "First" {
		t.Errorf("after going back the focus is on %q", name)
	}
}

func TestFollowWaitsForTheNextPage(t *testing.T) {
	page := show(t, browser.Look{}, "", `<a href="./?next">Next</a>`)
	page.Follow("a")
	if at := page.Location(); !strings.HasSuffix(at, "?next") {
		t.Errorf("still at %s", at)
	}
}

func TestAskedListsWhatThePageLoads(t *testing.T) {
	page := show(t, browser.Look{}, `<script src="missing.js"></script>`, "")
	page.Complaints() // the missing file is on purpose
	asked := page.Asked()
	if len(asked) < 2 || !strings.HasSuffix(asked[1], "/missing.js") {
		t.Errorf("asked for %q", asked)
	}
}
