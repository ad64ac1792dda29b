package test

import (
	"path"
	"slices"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// A second opinion beside axe's: IBM's engine, over each type of page and each kind of question.
func TestEveryTypeOfPagePassesIBMsEngine(t *testing.T) {
	site := website.Small(t)
	passesAce(t, site, oneOfEachType(site.Pages(t)), browser.Look{Width: 1280}, browser.Look{Width: 320, Dark: true}, browser.Look{Width: 1280, ForcedColours: true})
}

// Pages of a real course hold more than those made for tests: long ones, diagrams beside tables, two languages.
func TestPagesOfTheCoursePassIBMsEngine(t *testing.T) {
	passesAce(t, website.Course(t), []string{
		"index.html", "references.html", "fr/index.html", "fr/glossary.html",
		"peer-support/a-first-meeting.html", "fr/continuum/what-it-is.html",
	}, browser.Look{Width: 320})
}

func passesAce(t *testing.T, site *website.Site, pages []string, looks ...browser.Look) {
	t.Helper()
	host := website.Serve(t, site.Dir)
	tab := browser.Open(t, browser.Look{})
	for _, page := range pages {
		tab.Visit(host.URL + page)
		for _, look := range looks {
			tab.Change(look)
			for _, finding := range tab.Ace() {
				t.Errorf("%s, %s: %s", page, look, finding)
			}
		}
	}
}

// oneOfEachType leaves out the pages of all modules but one, and the sheets of all lessons but one.
func oneOfEachType(pages []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(pages), func(page string) bool {
		kind := page
		switch folder := path.Dir(page); {
		case strings.HasPrefix(page, "print/"):
			kind = "sheet " + sheetOf(page)
		case path.Base(page) == "index.html" && folder != ".":
			kind = "module"
		}
		again := seen[kind]
		seen[kind] = true
		return again
	})
}

// sheetOf is what is printed: the end of a sheet's name, after the lesson's.
func sheetOf(page string) string {
	name := strings.TrimSuffix(path.Base(page), ".html")
	return name[strings.LastIndexAny(name, "-.")+1:]
}

// A checker that finds nothing anywhere would pass, too.
func TestIBMsEngineSeesAFieldWithoutAName(t *testing.T) {
	site := website.Small(t)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(site.FileURL("help.html"))
	browser.Eval[any](tab, `void document.querySelector("main").append(document.createElement("input"))`)
	if findings := tab.Ace(); len(findings) != 1 || findings[0].Rule != "input_label_exists" {
		t.Errorf("it finds %v", findings)
	}
}
