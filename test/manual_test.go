package test

import (
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// The manual promises developers an event, and shows a script that listens to it.
func TestTheManualsExampleForDevelopersHearsAMark(t *testing.T) {
	site := website.Manual(t)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(site.FileURL("publishing/for-developers.html"))
	tab.Click(`#q-ask-the-page .opt:nth-of-type(1) input`)
	tab.Click(`#q-ask-the-page button.btn`)
	heard := browser.Eval[string](tab, `document.getElementById("heard").textContent`)
	if want := `ask-the-page: 1 of 2 points, try 1, {"answer":["`; !strings.HasPrefix(heard, want) {
		t.Errorf("it heard %q, want %q and the answer", heard, want)
	}
	for _, complaint := range tab.Complaints() {
		t.Error(complaint)
	}
}
