package site

import (
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// loads lists the styles and scripts that a page asks for.
func loads(t *testing.T, s *Site, page string) []string {
	t.Helper()
	root := document(t, s.page(t, page))
	var found []string
	for _, n := range append(elements(root, "link"), elements(root, "script")...) {
		address := attr(n, "src")
		if attr(n, "rel") == "stylesheet" {
			address = attr(n, "href")
		}
		if address != "" {
			found = append(found, path.Join(path.Dir(page), address))
		}
	}
	return found
}

// kindOf is the part that a style or script belongs to: "choice" of
// "assets/choice.0123456789.js".
func kindOf(asset string) string {
	name, _, _ := strings.Cut(path.Base(asset), ".")
	return name
}

func TestAPageLoadsTheSitesAssetsAndThoseOfItsQuestions(t *testing.T) {
	s := mustBuild(t, full.with(files{
		"content/02-more/09-choice.md": "---\ntitle: Choice\n---\n### Question: One?\n\n- (x) Yes\n- ( ) No\n",
		"content/02-more/10-typed.md":  "---\ntitle: Typed\n---\n### Fill in: Tea is [[hot]].\n\n### Question: What is it?\n\n- = tea\n",
		"content/02-more/12-way.md":    "---\ntitle: Way\n---\n### Scenario: Which way?\n\n- [On](#on)\n\n#### On\n\n> **End:** There.\n",
		"content/02-more/11-none.md":   "---\ntitle: None\n---\nNo question.\n",
	}).fs(), Options{})
	for page, want := range map[string][]string{
		"more/choice.html": {"choice"},
		"more/typed.html":  {"prompts", "typed", "text", "gaps"},
		"more/none.html":   {"read"},
		"more/way.html":    {"scenario", "read"}, // no end has a score, so nothing tells that it is done
		"index.html":       {"boxes", "due", "home", "news", "offline"},
		"results.html":     {"pieces", "course", "tally", "outcomes"},
		"progress.html":    {"pieces", "course", "tally", "merge", "mine", "download", "file", "record", "visit"},
		"review.html":      {"pieces", "course", "boxes", "due", "calendar", "download", "review"},
		"help.html":        nil,
	} {
		got := loads(t, s, page)
		var scripts []string
		for _, f := range got {
			if s.find(f) == nil {
				t.Errorf("%s asks for %s, which is not there", page, f)
			}
			if f != s.Style && f != s.Script && path.Ext(f) == ".js" {
				scripts = append(scripts, kindOf(f))
			}
		}
		if !slices.Equal(scripts, want) || !slices.Contains(got, s.Style) || !slices.Contains(got, s.Script) {
			t.Errorf("%s loads %q, want the site's and %q", page, got, want)
		}
	}
}

func TestAssetsAreNamedByTheirContent(t *testing.T) {
	s := mustBuild(t, full.fs(), Options{})
	other := mustBuild(t, full.with(files{"layouts/styles/print.css": "@media print{p{color:#000}}"}).fs(), Options{})
	if other.Style == s.Style || other.Script != s.Script {
		t.Errorf("after a change of the style they are %s and %s", other.Style, other.Script)
	}
}

func TestIDsAreUniqueOnEachPage(t *testing.T) {
	eachPage(t, Options{}, func(t *testing.T, _ *Site, _ string, root *html.Node) {
		seen := map[string]bool{}
		for _, n := range elements(root, "*") {
			id := attr(n, "id")
			if id != "" && seen[id] {
				t.Errorf("%s is there twice", id)
			}
			seen[id] = true
		}
	})
}

func TestAPageWithManyKindsLoadsThemInOnePiece(t *testing.T) {
	s := mustBuild(t, full.with(files{"content/02-more/09-all.md": "---\ntitle: All\n---\n" +
		"### Question: A?\n\n- (x) Yes\n- ( ) No\n\n### Fill in: Tea is [[hot]].\n\n### Question: B?\n\n- = tea\n\n### Question: C?\n\n- = 4\n\n" +
		"### Match: D?\n\n- a -> b\n- c -> d\n\n### Reflect: E?\n"}).fs(), Options{})
	got := loads(t, s, "more/all.html")
	for _, f := range got {
		if f != s.Style && f != s.Script && kindOf(f) != "questions" {
			t.Errorf("the page loads %s by itself", f)
		}
	}
	script := string(s.find(got[len(got)-1]))
	for _, k := range []string{"choice", "gaps", "text", "number", "match", "reflect"} {
		if !strings.Contains(script, ".kinds."+k+"=") {
			t.Errorf("what the page loads has no %s", k)
		}
	}
	for _, f := range s.Files {
		if path.Ext(f.Path) == ".js" && kindOf(f.Path) == "match" {
			t.Errorf("%s is there, and no page loads it", f.Path)
		}
	}
}
