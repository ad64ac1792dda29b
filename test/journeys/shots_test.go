package journeys

import (
	"encoding/json"
	"flag"
	"fmt"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

var shots = flag.Bool("shots", false, "take pictures for people to look at")

// forPeople leaves a test out that asserts nothing, unless somebody wants to look.
func forPeople(t *testing.T) {
	t.Helper()
	browser.Chromium.Only(t, "one browser's pictures are enough to look at")
	if !*shots {
		t.Skip("asserts nothing; -shots takes the pictures")
	}
}

// The pictures people look at: the real course, and one question of each kind in each state. They are in test/shots.
func TestPicturesForPeople(t *testing.T) {
	forPeople(t)
	course := website.Course(t)
	host := website.Serve(t, course.Dir)
	lessons := course.Lessons(t)
	tab := browser.Open(t, browser.Look{})
	for name, page := range map[string]string{"home": "index.html", "lesson": lessons[0], "glossary": "glossary.html", "help": "help.html"} {
		tab.Visit(host.URL + page)
		for look, l := range pictured {
			tab.Change(l)
			tab.Screenshot(name + "-" + look)
		}
	}
	tab.Visit(host.URL + lessons[0])
	drive(tab, "partly")
	for name, l := range map[string]browser.Look{
		"320": {Width: 320, ReducedMotion: true}, "zoom-400": {Height: 1024, Zoom: 400, ReducedMotion: true},
		"forced-colours": {ForcedColours: true, ReducedMotion: true}, "print": paper,
	} {
		tab.Change(l)
		tab.Screenshot("lesson-" + name)
	}
	for kind, selector := range map[string]string{
		"single": `form[data-kind=choice]:has([type=radio])`, "several": `form[data-kind=choice]:has([type=checkbox])`,
		"text": `form[data-kind=text]`, "reflect": `form[data-kind=reflect]`,
	} {
		page := lessonWith(t, tab, host, lessons, selector)
		for _, state := range states {
			anew(tab, page)
			if !driveOne(tab, selector, state) {
				continue
			}
			for _, look := range []string{"360-light", "360-dark", "1280-light"} {
				tab.Change(pictured[look])
				tab.ScreenshotOf(selector, fmt.Sprintf("questions/%s-%s-%s", kind, state, look))
			}
		}
	}
}

// Nothing moves in them: a colour that is on its way from light to dark is neither.
var pictured = map[string]browser.Look{
	"360-light": {Width: 360, ReducedMotion: true}, "360-dark": {Width: 360, Dark: true, ReducedMotion: true},
	"1280-light": {ReducedMotion: true}, "1280-dark": {Dark: true, ReducedMotion: true},
}

// Everything a page can hold, on one page.
func TestPicturesOfEverything(t *testing.T) {
	forPeople(t)
	tab := read(t, browser.Look{}, lastLesson)
	for look, l := range pictured {
		tab.Change(l)
		tab.Screenshot("everything-" + look)
	}
}

// lessonWith is the address of the first lesson that has such a question.
func lessonWith(t *testing.T, tab *browser.Page, host *website.Server, lessons []string, selector string) string {
	t.Helper()
	for _, lesson := range lessons {
		tab.Visit(host.URL + lesson)
		if has, _ := json.Marshal(selector); browser.Eval[bool](tab, `!!document.querySelector(`+string(has)+`)`) {
			return host.URL + lesson
		}
	}
	t.Fatalf("no lesson has %s", selector)
	return ""
}

// driveOne brings one question into a state, with the focus where a student has it then.
func driveOne(tab *browser.Page, selector, state string) bool {
	browser.Eval[any](tab, "void ("+driver+")")
	which, _ := json.Marshal(selector)
	word, _ := json.Marshal(state)
	return browser.Eval[bool](tab, "drive("+string(word)+", [document.querySelector("+string(which)+")]) > 0")
}
