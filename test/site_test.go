// Package test looks at the built courses as their readers meet them: in a browser, on a plain host, from a folder.
package test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

func TestMain(m *testing.M) {
	code := m.Run()
	browser.Close()
	website.Remove()
	os.Exit(code)
}

// The checker takes longer to start than to read a page: it is asked once, for all sites.
func TestEveryPageIsValidHTML(t *testing.T) {
	var files []string
	for _, site := range []*website.Site{website.Course(t), website.Small(t), website.Manual(t)} {
		for _, page := range site.Pages(t) {
			files = append(files, filepath.Join(site.Dir, filepath.FromSlash(page)))
		}
	}
	for _, fault := range website.Validate(t, files) {
		t.Error(fault)
	}
}

func TestEveryLinkNamesAFileThatExists(t *testing.T) {
	website.Each(t, func(t *testing.T, site *website.Site) {
		for _, broken := range website.BrokenLinks(t, site.Dir) {
			t.Error(broken)
		}
	})
}

// Opening a page is dearer than asking what can be seen of it: it is opened once, and asked everything.
func TestEveryPageIsAccessibleFitsTheScreenAndAsksNoOtherHost(t *testing.T) {
	website.Each(t, func(t *testing.T, site *website.Site) {
		host := website.ServeUnder(t, site.Dir, "/courses/peer/") // what leaves this path leaves the site
		tab := browser.Open(t, browser.Look{})
		for _, page := range site.Pages(t) {
			tab.Visit(host.URL + page)
			for _, asked := range tab.Asked() {
				if !strings.HasPrefix(asked, host.URL) && !strings.HasPrefix(asked, "data:") {
					t.Errorf("%s asks for %s", page, asked)
				}
			}
			for _, at := range looks(site, page) {
				tab.Change(at.Look)
				if wide := tab.Sideways(); wide != "" {
					t.Errorf("%s, %s: %s", page, at, wide)
				}
				if at.axe {
					tab.WantNoFindings(page + ", " + at.String())
				}
			}
		}
		for _, missing := range host.Missing() {
			t.Errorf("a page of %s asks for %s, which does not exist", host.URL, missing)
		}
	})
}

// look is how a page is looked at, and whether axe looks, too.
type look struct {
	browser.Look
	axe bool
}

var (
	screen      = look{browser.Look{Width: 1280}, true}
	smallAtDark = look{browser.Look{Width: 320, Dark: true}, true}
	sheet       = look{browser.Look{Width: 320}, true} // black on white in every look
)

// looks are how a site's pages are looked at. The small course has every type of page and every kind of question, and is
// seen by axe in all looks. The others have neither colours nor templates of their own: the two looks that differ most
// show what their texts alone could break; one is enough for what only says the same again. A word that is too long
// shows on the narrowest screen.
func looks(site *website.Site, page string) []look {
	between := []look{{Look: browser.Look{Width: 360}}, {Look: browser.Look{Width: 768}}, {Look: browser.Look{Width: 1280, Height: 1024, Zoom: 400}}}
	switch {
	case strings.HasPrefix(page, "print/") && site.Name != "manual":
		return []look{sheet}
	case strings.HasPrefix(page, "print/") || strings.HasPrefix(page, "fr/print/"): // the same sheets with other words
		return []look{{Look: sheet.Look}}
	case site.Name == "small":
		return append(between, screen, look{browser.Look{Width: 1280, Dark: true}, true}, look{browser.Look{Width: 1280, ForcedColours: true}, true},
			look{browser.Look{Width: 320}, true}, smallAtDark)
	case site.Name == "manual" || saysAgain(page):
		return []look{{Look: screen.Look}, smallAtDark}
	}
	return append(between, screen, smallAtDark)
}

// saysAgain tells the pages of a course that ask a lesson's questions anew, and those that are translated.
func saysAgain(page string) bool {
	return strings.HasPrefix(page, "review/") || strings.HasPrefix(page, "fr/")
}

// A folder on a memory stick: no server, no network, a double click on the front page.
func TestPagesReadFromFileURL(t *testing.T) {
	website.Each(t, func(t *testing.T, site *website.Site) {
		tab := browser.Open(t, browser.Look{})
		lessons := site.Lessons(t)
		if site.Name == "manual" {
			lessons = lessons[:3] // it has many, built as the others' are
		}
		for _, lesson := range lessons {
			tab.Visit(site.FileURL("index.html"))
			tab.Follow(`main a[href="` + lesson + `"]`)
			if at := tab.Location(); !strings.HasSuffix(at, lesson) {
				t.Errorf("the link to %s leads to %s", lesson, at)
			}
			if heading := browser.Eval[string](tab, `document.querySelector("h1")?.innerText ?? ""`); heading == "" {
				t.Errorf("%s shows no heading", lesson)
			}
			for _, complaint := range tab.Complaints() {
				t.Errorf("%s: %s", lesson, complaint)
			}
		}
	})
}
