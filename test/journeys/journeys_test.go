// Package journeys goes through a course as students do: by mouse, by keyboard, without script, from a folder, on paper.
package journeys

import (
	"os"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// The lessons of the small course: one of each kind of question; each rule of marking; everything else.
const (
	firstLesson = "tea/a-pot-of-tea.html"
	marksLesson = "tea/marks-and-cups.html"
	lastLesson  = "bread/a-loaf.html"
)

// Every journey is made in Chromium and in Firefox. This is the reason to make one in Chromium alone.
const axeOnce = "axe judges the same names, roles and colours in every browser, and takes minutes over every state"

func TestMain(m *testing.M) {
	code := browser.RunInEach(m)
	website.Remove()
	os.Exit(code)
}

// read opens a page of the small course.
func read(t *testing.T, look browser.Look, page string) *browser.Page {
	t.Helper()
	host := website.Serve(t, website.Small(t).Dir) // before the tab, so that it ends after it
	tab := browser.Open(t, look)
	tab.Visit(host.URL + page)
	return tab
}

// anew opens a page for a student who has not been there.
func anew(tab *browser.Page, address string) {
	browser.Eval[any](tab, "void localStorage.clear()")
	tab.Visit(address)
}
