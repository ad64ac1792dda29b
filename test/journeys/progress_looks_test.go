package journeys

import (
	"path"
	"testing"

	"lectern/test/browser"
)

// The pages about progress, when there is something on them.
func TestPagesAboutProgressAreAccessibleAndFit(t *testing.T) {
	browser.Chromium.Only(t, axeOnce)
	tab, host := tea(t, browser.Look{})
	for _, filled := range []bool{false, true} {
		if filled {
			tab.Visit(host + "tea/water.html")
			answer(t, tab, "boils", "Tin")
			answer(t, tab, "poured", "Tea")
			tab.Visit(host + "progress.html")
			tab.Click("#visit")
			tab.Click("#visit-move")
		}
		for _, page := range []string{"index.html", "results.html", "progress.html", "tea/water.html", "tea/leaves.html"} {
			tab.Visit(host + page)
			for name, look := range map[string]browser.Look{
				"1280-light": {}, "1280-dark": {Dark: true}, "320-light": {Width: 320}, "360-dark": {Width: 360, Dark: true},
			} {
				look.ReducedMotion = true
				tab.Change(look)
				tab.WantNoFindings(page + ", " + look.String())
				if wide := tab.Sideways(); wide != "" {
					t.Errorf("%s, %s: %s", page, look, wide)
				}
				if filled {
					tab.Screenshot("progress/" + path.Base(page) + "-" + name)
				}
			}
		}
	}
}
