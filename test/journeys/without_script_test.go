package journeys

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

func TestWithoutScriptTheLessonIsAllThere(t *testing.T) {
	readsWithoutScript(t, read(t, browser.Look{ScriptOff: true}, firstLesson))
}

// A shop's wireless network that lets pages through and nothing else.
func TestWithoutTheScriptsFileTheLessonIsAllThere(t *testing.T) {
	readsWithoutScript(t, readBlocked(t))
}

func readsWithoutScript(t *testing.T, tab *browser.Page) {
	t.Helper()
	for id, answers := range map[string][]string{
		"warm-first": {
			"Not this one: The milk", "Cold milk is fine. It cools the tea a little.",
			"Right: The pot", "A warm pot does not cool the water.",
			"Not this one: The spoon", "A spoon is soon warm by itself.",
			"The water should stay hot while the leaves steep.",
		},
		"tray": {
			"Right: Cups", "Somebody will want to drink.", "Without cups nobody can drink.", "A hammer", "It has no use here.",
			"A tray holds what a guest needs.",
		},
		"cover":   {"Right: tea cosy", "Yes, or cozy with a z.", "Nearly: cosy", "Not this: hat", "A cosy keeps the heat in."},
		"welcome": {"pull out a chair", "Compare. My answer …", "I said their name."},
	} {
		q := ask(t, tab, id)
		if !eval[bool](q, `form.querySelector(".stem").checkVisibility() && form.elements.answer && true`) {
			t.Errorf("%s: the question cannot be read", id)
		}
		tab.Click(q.selector() + " .answer summary")
		shown := eval[string](q, `form.querySelector(".answer").innerText`)
		for _, want := range answers {
			if !strings.Contains(shown, want) {
				t.Errorf("%s: the answer does not say %q but %q", id, want, shown)
			}
		}
	}
	hintsOpen(t, tab)
	termsLeadToTheFoot(t, tab)
	if dead := browser.Eval[[]string](tab, `[...document.querySelectorAll("button, [type=submit], [type=button]")].map(b => b.outerHTML)`); len(dead) > 0 {
		t.Errorf("a button that does nothing: %q", dead)
	}
}

func hintsOpen(t *testing.T, tab *browser.Page) {
	t.Helper()
	q := ask(t, tab, "warm-first")
	for _, which := range []string{":nth-of-type(1)", ":nth-of-type(2)"} {
		tab.Click(q.selector() + " details.hint" + which + " summary")
	}
	want(t, "hints", eval[[]string](q, `[...form.querySelectorAll(".hint p")].filter(p => p.checkVisibility()).map(p => p.innerText)`),
		[]string{"It holds the water.", "It has a spout."})
}

func termsLeadToTheFoot(t *testing.T, tab *browser.Page) {
	t.Helper()
	tab.Click(`.prose a.term`)
	want(t, "the term leads to", browser.Eval[string](tab, `document.querySelector(":target")?.innerText.replace(/\s+/g, " ") ?? ""`),
		"tea cosy A padded cover for a pot. It keeps the tea warm.")
}

// readBlocked opens the first lesson where the script's file is missing.
func readBlocked(t *testing.T) *browser.Page {
	t.Helper()
	dir := website.Small(t).Copy(t)
	scripts, err := filepath.Glob(filepath.Join(dir, "assets", "*.js"))
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no script to take away (%v)", err)
	}
	for _, script := range scripts {
		if err := os.Remove(script); err != nil {
			t.Fatal(err)
		}
	}
	host := website.Serve(t, dir)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host.URL + firstLesson)
	if complaints := tab.Complaints(); len(complaints) == 0 {
		t.Error("the script is there after all")
	}
	return tab
}

// What a student writes about themselves must not end up in the address, and so in a shared browser's history.
func TestAnAnswerNeverGetsIntoTheAddress(t *testing.T) {
	for name, open := range map[string]func(*testing.T) *browser.Page{
		"without the script's file": readBlocked,
		"without script":            func(t *testing.T) *browser.Page { return read(t, browser.Look{ScriptOff: true}, firstLesson) },
		"with script":               func(t *testing.T) *browser.Page { return read(t, browser.Look{}, firstLesson) },
	} {
		t.Run(name, func(t *testing.T) {
			tab := open(t)
			at := tab.Location()
			q := ask(t, tab, "cover")
			q.write("a secret")
			tab.Press("Enter")
			want(t, "address", tab.Location(), at)
			want(t, "still written", eval[string](q, `form.elements.answer.value`), "a secret")
			for _, complaint := range tab.Complaints() { // the browser says that it kept the answer back
				if !strings.Contains(complaint, "form-action") {
					t.Error(complaint)
				}
			}
		})
	}
}

// A network that holds one file back, or a filter that does not like its name: whichever script it is, the lesson is read,
// nothing on it is dead, and no answer gets into the address.
func TestWithAnyOneScriptMissingTheLessonIsThere(t *testing.T) {
	host := website.Serve(t, website.Small(t).Dir)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host.URL + firstLesson)
	scripts := browser.Eval[[]string](tab, `[...document.querySelectorAll("script[src]")].map(s => s.getAttribute("src").replace(/^.*\//, "/"))`)
	if len(scripts) < 3 {
		t.Fatalf("only %q are loaded", scripts)
	}
	for _, script := range scripts {
		t.Run(strings.Trim(strings.Split(script, ".")[0], "/"), func(t *testing.T) {
			host.Break(script)
			tab := browser.Open(t, browser.Look{}) // which has kept no file
			tab.Visit(host.URL + firstLesson)
			at := tab.Location()
			if len(tab.Complaints()) == 0 {
				t.Error("the script is there after all")
			}
			for _, id := range []string{"warm-first", "tray", "cover", "welcome"} {
				q := ask(t, tab, id)
				if !eval[bool](q, `form.querySelector(".stem").checkVisibility() && form.elements.answer && true`) {
					t.Errorf("%s cannot be read", id)
				}
				if !eval[bool](q, `form.querySelector(".answer").checkVisibility() || [...form.querySelectorAll("button[type=submit]")].some(b => b.checkVisibility() && b.innerText)`) {
					t.Errorf("%s can neither be checked nor looked up", id)
				}
				if dead := eval[[]string](q, `[...form.querySelectorAll("button")].filter(b => b.checkVisibility() && !b.innerText).map(b => b.outerHTML)`); len(dead) > 0 {
					t.Errorf("%s has buttons that do nothing: %q", id, dead)
				}
			}
			ask(t, tab, "cover").write("a secret")
			tab.Press("Enter")
			want(t, "address", tab.Location(), at)
			tab.Complaints() // the browser says that it kept the answer back
		})
	}
}
