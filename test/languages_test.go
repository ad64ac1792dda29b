package test

import (
	"path/filepath"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// What only a course in several languages has: the ways between them, notes that a page is not translated, and parts of
// pages in another language than the rest.
func TestPagesInTwoLanguagesAreAsGoodAsOthers(t *testing.T) {
	site := website.Bilingual(t)
	var files []string
	for _, page := range site.Pages(t) {
		files = append(files, filepath.Join(site.Dir, filepath.FromSlash(page)))
	}
	for _, fault := range append(website.Validate(t, files), website.BrokenLinks(t, site.Dir)...) {
		t.Error(fault)
	}
	host := website.Serve(t, site.Dir)
	tab := browser.Open(t, browser.Look{})
	for _, page := range site.Pages(t) {
		if !strings.HasPrefix(page, "fr/") && page != "404.html" {
			continue
		}
		tab.Visit(host.URL + page)
		for _, look := range []browser.Look{{Width: 320}, {Width: 1280, Dark: true}} {
			tab.Change(look)
			tab.WantNoFindings(page + ", " + look.String())
			if wide := tab.Sideways(); wide != "" {
				t.Errorf("%s, %s: %s", page, look, wide)
			}
		}
	}
	for _, missing := range host.Missing() {
		t.Errorf("a page asks for %s, which does not exist", missing)
	}
}
