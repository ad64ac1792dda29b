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

func TestEveryPagePassesAxe(t *testing.T) {
	website.Each(t, func(t *testing.T, site *website.Site) {
		host := website.Serve(t, site.Dir)
		tab := browser.Open(t, browser.Look{})
		for _, page := range site.Pages(t) {
			tab.Visit(host.URL + page)
			for _, look := range looks(site, page) {
				tab.Change(look)
				tab.WantNoFindings(page + ", " + look.String())
			}
		}
	})
}

// looks are how a site's pages are looked at. The small course has every type of page and every kind of question, and is
// seen in all looks. The others have neither colours nor templates of their own: the two looks that differ most show what
// their texts alone could break; one is enough for what only says the same again.
func looks(site *website.Site, page string) []browser.Look {
	all := []browser.Look{
		{Width: 1280}, {Width: 1280, Dark: true}, {Width: 1280, ForcedColours: true},
		{Width: 320}, {Width: 320, Dark: true},
	}
	switch {
	case strings.HasPrefix(page, "print/"): // black on white in every look
		return []browser.Look{{Width: 320}}
	case site.Name == "small":
		return all
	case saysAgain(page):
		return all[len(all)-1:]
	}
	return []browser.Look{all[0], all[len(all)-1]}
}

// saysAgain tells the pages of a course that ask a lesson's questions anew, and those that are translated.
func saysAgain(page string) bool {
	return strings.HasPrefix(page, "review/") || strings.HasPrefix(page, "fr/")
}

func TestEveryPageAtEveryWidthHasNoSidewaysScroll(t *testing.T) {
	website.Each(t, func(t *testing.T, site *website.Site) {
		host := website.Serve(t, site.Dir)
		tab := browser.Open(t, browser.Look{})
		for _, page := range site.Pages(t) {
			tab.Visit(host.URL + page)
			for _, look := range widths(site, page) {
				tab.Change(look)
				if wide := tab.Sideways(); wide != "" {
					t.Errorf("%s, %s: %s", page, look, wide)
				}
			}
		}
	})
}

// widths are how wide a page is looked at. A word that is too long shows on the narrowest screen.
func widths(site *website.Site, page string) []browser.Look {
	all := []browser.Look{{Width: 320}, {Width: 360}, {Width: 768}, {Width: 1280}, {Width: 1280, Height: 1024, Zoom: 400}}
	if site.Name == "manual" || saysAgain(page) {
		return []browser.Look{all[0], all[3]}
	}
	return all
}

func TestNoPageAsksAnotherHost(t *testing.T) {
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
		}
		for _, missing := range host.Missing() {
			t.Errorf("a page of %s asks for %s, which does not exist", host.URL, missing)
		}
	})
}

// A folder on a memory stick: no server, no network, a double click on the front page.
func TestPagesReadFromFileURL(t *testing.T) {
	website.Each(t, func(t *testing.T, site *website.Site) {
		tab := browser.Open(t, browser.Look{})
		for _, lesson := range site.Lessons(t) {
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
