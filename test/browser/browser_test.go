package browser_test

import (
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"lectern/test/browser"
)

func TestMain(m *testing.M) {
	code := browser.RunInEach(m)
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

func TestScreenshotSavesTheWholePage(t *testing.T) {
	page := show(t, browser.Look{Width: 320, Height: 400}, "<style>main { height: 2000px }</style>", "")
	file, err := os.Open(page.Screenshot("harness/whole-page"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	picture, err := png.DecodeConfig(file)
	if err != nil || picture.Width != 320 || picture.Height < 2000 {
		t.Errorf("want 320 by 2000 or more, have %d by %d (%v)", picture.Width, picture.Height, err)
	}
}

func TestLostFocusNamesWhatCannotBeSeen(t *testing.T) {
	for want, style := range map[string]string{
		"":                    "",
		"no ring around":      "button:focus { outline: none }",
		"out of sight":        "button { position: fixed; left: -99px }",
		"something lies over": "h1 { position: fixed; inset: 0; margin: 0 }",
	} {
		page := show(t, browser.Look{}, "<style>:focus { outline: 3px solid }"+style+"</style>", `<button>Go</button>`)
		if lost := page.LostFocus(); lost != "nothing has the focus" {
			t.Errorf("%s: before Tab: %q", style, lost)
		}
		page.Press("Tab")
		if lost := page.LostFocus(); want == "" && lost != "" || !strings.HasPrefix(lost, want) {
			t.Errorf("%s: have %q, want %q", style, lost, want)
		}
	}
}

func TestFollowByWaitsForTheNextPage(t *testing.T) {
	page := show(t, browser.Look{}, "", `<a href="./?next">Next</a>`)
	page.Press("Tab")
	page.FollowBy("Enter")
	if at := page.Location(); !strings.HasSuffix(at, "?next") {
		t.Errorf("still at %s", at)
	}
}

func TestScreenshotOfSavesOneElement(t *testing.T) {
	page := show(t, browser.Look{}, "<style>p { width: 200px; height: 50px }</style>", "<p>Here</p>")
	file, err := os.Open(page.ScreenshotOf("p", "harness/element"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	picture, err := png.DecodeConfig(file)
	if err != nil || picture.Width != 200 || picture.Height != 50 {
		t.Errorf("want 200 by 50, have %d by %d (%v)", picture.Width, picture.Height, err)
	}
}

// The search writes what was typed into its address; that is no end of the way to another page.
func TestAVisitEndsWithItsPageThoughTheOneBeforeRewritesItsAddress(t *testing.T) {
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(`<!doctype html><html lang="en"><head><title>` + r.URL.Path + `</title><link rel="icon" href="data:,"></head>
			<body><script>setInterval(function () { history.replaceState(null, "", "?again"); }, 0)</script>` +
			strings.Repeat(`<iframe title="A frame" srcdoc="<p>Text"></iframe>`, 20) + `</body></html>`))
	}))
	t.Cleanup(host.Close)
	page := browser.Open(t, browser.Look{})
	for _, name := range []string{"/a", "/b", "/c", "/d"} {
		page.Visit(host.URL + name)
		if got := browser.Eval[string](page, "document.title + ' is ' + document.readyState"); got != name+" is complete" {
			t.Fatalf("after a visit to %s, %s", name, got)
		}
	}
}
