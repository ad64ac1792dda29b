package journeys

import (
	"bytes"
	"strings"
	"testing"

	"lectern/test/browser"
)

// alongTheWays brings both scenarios of the lesson into each of their states.
func alongTheWays(t *testing.T, look browser.Look, see func(tab *browser.Page, state string)) {
	t.Helper()
	tab := read(t, look, waysLesson)
	at := tab.Location()
	for state, ways := range map[string][]string{
		"fresh": nil, "on-the-way": {"Offer a chair", "Put the kettle on"}, "right": {"Put the kettle on", "Pour"},
		"partly": {"Put the kettle on", "Ask about the rain first", "Wait for it to stop"}, "not-yet": {"Ask how long they want to stay"},
	} {
		browser.Eval[any](tab, `localStorage.clear()`)
		tab.Visit(at)
		for _, way := range ways {
			ask(t, tab, "guest").wayOn(way)
		}
		if state == "right" {
			ask(t, tab, "milk").wayOn("Milk")
		}
		see(tab, state)
	}
}

func TestScenariosAreAccessibleAndNarrowInEveryState(t *testing.T) {
	alongTheWays(t, browser.Look{ReducedMotion: true}, func(tab *browser.Page, state string) {
		for _, look := range []browser.Look{{}, {Width: 360, Dark: true}, {Width: 320}, {Width: 320, ForcedColours: true}, {Height: 1024, Zoom: 400}} {
			look.ReducedMotion = true
			tab.Change(look)
			tab.WantNoFindings(state + ", " + look.String())
			if wide := tab.Sideways(); wide != "" {
				t.Errorf("%s, %s: %s", state, look, wide)
			}
			tab.Screenshot("ways/" + state + "-" + strings.ReplaceAll(look.String(), " ", "-"))
		}
	})
}

func TestAScenarioPrintsTheSameInEveryState(t *testing.T) {
	tab := read(t, screen, waysLesson)
	tab.Change(paper)
	fresh := tab.Picture()
	want(t, "on paper", ask(t, tab, "guest").sees("Turn to step 4."), true)
	alongTheWays(t, screen, func(tab *browser.Page, state string) {
		tab.Change(paper)
		if shot := tab.Screenshot("print/ways-" + state); !bytes.Equal(tab.Picture(), fresh) {
			t.Errorf("the state %q is on the paper: see %s", state, shot)
		}
		tab.Change(screen)
	})
}
