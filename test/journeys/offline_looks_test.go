package journeys

import (
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// Where a course can be saved is the same for everybody: named, large enough, and told apart from its ground.
func TestSavingIsForEverybody(t *testing.T) {
	browser.Chromium.Only(t, axeOnce)
	host := website.Serve(t, website.Small(t).Dir)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host.URL)
	tab.Until(`!document.querySelector(".offline").hidden`)
	look := func(state string) {
		for name, l := range map[string]browser.Look{
			"360-light": pictured["360-light"], "360-dark": pictured["360-dark"],
			"320-forced": {Width: 320, ForcedColours: true, ReducedMotion: true}, "1280-light": pictured["1280-light"],
		} {
			tab.Change(l)
			tab.WantNoFindings(state + ", " + name)
			if wide := tab.Sideways(); wide != "" {
				t.Errorf("%s, %s: %s", state, name, wide)
			}
			tab.ScreenshotOf("main", "offline/"+state+"-"+name)
		}
	}
	look("unsaved")

	host.Break("/references.html")
	tab.Click(saveIt)
	savedLine(tab, isLost)
	look("failed")
	tab.Complaints() // the line that went dead

	// The bar as it is half-way, which is over too soon to be looked at.
	release := host.Hold("/references.html")
	defer release() // a host that waits cannot be stopped
	tab.Click(saveIt)
	tab.Until(`document.querySelector(".offline progress").value > 0`)
	want(t, "the button rests", browser.Eval[string](tab, `document.querySelector(".offline button").getAttribute("aria-disabled")`), "true")
	look("saving")
	release()
	savedLine(tab, isSaved)
	look("saved")
}

// What is said while it is saved: every quarter, no more.
func TestSavingIsToldByQuarters(t *testing.T) {
	host := website.Serve(t, website.Small(t).Dir)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host.URL)
	tab.Until(`!document.querySelector(".offline").hidden`)
	browser.Eval[any](tab, `void (window.told = [], new MutationObserver(() => told.push(document.querySelector(".offline [role=status]").textContent))
		.observe(document.querySelector(".offline [role=status]"), {childList: true}))`)
	save(tab)
	told := browser.Eval[[]string](tab, `told`)
	if len(told) < 3 || len(told) > 5 || told[0] != "Saving the course" || told[len(told)-1] != isSaved {
		t.Errorf("it says %q", told)
	}
}

// A browser that keeps no copies shows no button, and logs nothing.
func TestNothingIsOfferedWhereNothingCanBeSaved(t *testing.T) {
	site := website.Small(t)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(site.FileURL("index.html"))
	browser.Eval[any](tab, `new Promise(done => setTimeout(done))`)
	want(t, "hidden on a memory stick", browser.Eval[bool](tab, `document.querySelector(".offline").hidden`), true)
}
