package test

import (
	"net/url"
	"path/filepath"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// The report is one file: it needs no server, and its style is let in by its hash alone.
func TestTheReportIsAPageForEverybody(t *testing.T) {
	file := filepath.Join(t.TempDir(), "report.html")
	website.Run(t, website.Bilingual(t).Source, "report", "--format", "html", "-o", file)
	for _, fault := range website.Validate(t, []string{file}) {
		t.Error(fault)
	}
	tab := browser.Open(t, browser.Look{})
	tab.Visit((&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String())
	if surface := browser.Eval[string](tab, `getComputedStyle(document.querySelector(".wide")).backgroundColor`); surface != "rgb(255, 255, 255)" {
		t.Errorf("the style is not there: a table stands on %s", surface)
	}
	for _, look := range []browser.Look{{Width: 1280}, {Width: 1280, Dark: true}, {Width: 1280, ForcedColours: true}, {Width: 320}} {
		tab.Change(look)
		tab.WantNoFindings("the report, " + look.String())
		if wide := browser.Eval[int](tab, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
			t.Errorf("%s: the page is %d pixels too wide", look, wide)
		}
	}
	tab.Change(browser.Look{Width: 1280, Print: true})
	tab.Screenshot("report")
	for _, complaint := range tab.Complaints() {
		t.Error(complaint)
	}
}
