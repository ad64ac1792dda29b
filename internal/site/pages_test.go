package site

import (
	"encoding/json"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// resolve is the file of the site that an address in a page leads to, or ""
// for an address elsewhere.
func resolve(t testing.TB, page, address string) string {
	t.Helper()
	base := &url.URL{Scheme: "file", Path: "/site/" + page}
	u, err := base.Parse(address)
	if err != nil {
		t.Errorf("%s: %q is not an address: %v", page, address, err)
		return ""
	}
	to, _ := strings.CutPrefix(u.Path, "/site/")
	if u.Scheme != "file" {
		return ""
	}
	return to
}

// Every page of the full course, and of the smallest.
func eachPage(t *testing.T, o Options, check func(t *testing.T, s *Site, name string, root *html.Node)) {
	for _, course := range []files{full, small, bilingual} {
		s := mustBuild(t, course.fs(), o)
		for _, name := range s.pages() {
			t.Run(s.Config.ID.Value+"/"+name, func(t *testing.T) { check(t, s, name, document(t, s.page(t, name))) })
		}
	}
}

func TestEveryAddressIsRelativeAndNamesAFileThatExists(t *testing.T) {
	eachPage(t, Options{}, func(t *testing.T, s *Site, name string, root *html.Node) {
		for _, n := range elements(root, "*") {
			for _, a := range n.Attr {
				if a.Key != "href" && a.Key != "src" {
					continue
				}
				u, err := url.Parse(a.Val)
				if err == nil && slices.Contains([]string{"tel", "https"}, u.Scheme) && n.Data == "a" {
					continue // a phone number, and a page of somebody else's
				}
				if err != nil || u.IsAbs() || u.Host != "" || strings.HasPrefix(u.Path, "/") || strings.HasSuffix(u.Path, "/") {
					t.Errorf("%s is not relative", a.Val)
					continue
				}
				to := resolve(t, name, a.Val)
				if s.find(to) == nil {
					t.Errorf("%s names no file", a.Val)
				} else if u.Fragment != "" && !hasID(document(t, s.page(t, to)), u.Fragment) {
					t.Errorf("%s points at no part of its page", a.Val)
				}
			}
		}
	})
}

// titleOf is the course's title in a language.
func (s *Site) titleOf(code string) string {
	for _, l := range s.Languages {
		if l.Code == code {
			return l.Title
		}
	}
	return ""
}

func hasID(root *html.Node, id string) bool {
	return slices.ContainsFunc(elements(root, "*"), func(n *html.Node) bool { return attr(n, "id") == id })
}

func TestEveryPageSaysWhatItIs(t *testing.T) {
	eachPage(t, Options{}, func(t *testing.T, s *Site, name string, root *html.Node) {
		page := s.page(t, name)
		lang := "en"
		if strings.HasPrefix(name, "fr/") {
			lang = "fr"
		}
		if !strings.HasPrefix(page, "<!doctype html>\n<html lang=\""+lang+"\" data-course=\""+s.Config.ID.Value+"\">\n<head>\n<meta charset=\"utf-8\">\n") {
			t.Errorf("begins with %.80q", page)
		}
		if titles := elements(elements(root, "head")[0], "title"); len(titles) != 1 || !strings.Contains(text(titles[0]), s.titleOf(lang)) {
			t.Error("the title does not name the course")
		}
		if headings := elements(root, "h1"); len(headings) != 1 || strings.TrimSpace(text(headings[0])) == "" {
			t.Errorf("%d headings of the first level", len(headings))
		}
		metas := map[string]string{}
		for _, n := range elements(root, "meta") {
			metas[attr(n, "name")+attr(n, "http-equiv")] = attr(n, "content")
		}
		if strings.TrimSpace(metas["description"]) == "" {
			t.Error("no description")
		}
		allowed := "default-src 'self'"
		if strings.HasPrefix(strings.TrimPrefix(name, "fr/"), printDir) {
			allowed = "default-src 'none'" // and so no script
		}
		if policy := metas["Content-Security-Policy"]; !strings.Contains(policy, allowed) || strings.Contains(policy, "unsafe") {
			t.Errorf("the policy is %q", policy)
		}
	})
}

func TestNoPageHoldsStyleOrScriptOfItsOwn(t *testing.T) {
	eachPage(t, Options{}, func(t *testing.T, s *Site, _ string, root *html.Node) {
		for _, n := range elements(root, "*") {
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
				}
			}
			switch {
			case n.Data == "style":
				t.Error("a style element")
			case n.Data == "script" && attr(n, "type") == "application/json":
				if !json.Valid([]byte(text(n))) {
					t.Errorf("not JSON: %s", text(n))
				}
			case n.Data == "script" && path.Ext(attr(n, "src")) != ".js":
				t.Errorf("a script in the page: %s", text(n))
			}
		}
	})
}

func TestMenuMarksThePageItIsOn(t *testing.T) {
	eachPage(t, Options{}, func(t *testing.T, s *Site, name string, root *html.Node) {
		var marked []string
		inMenu := false
		for _, n := range elements(root, "nav") {
			if attr(n, "id") != "contents" {
				continue
			}
			for _, a := range elements(n, "a") {
				to := resolve(t, name, attr(a, "href"))
				inMenu = inMenu || to == name
				if attr(a, "aria-current") == "page" {
					marked = append(marked, to)
				}
			}
		}
		want := []string{name}
		here := strings.TrimPrefix(name, "fr/")
		outside := slices.Contains([]string{"index.html", "404.html", "help.html", "search.html", "glossary.html", "references.html", "results.html", "progress.html", "review.html"}, here)
		if outside || strings.HasPrefix(here, printDir) || strings.HasPrefix(here, reviewDir) {
			want = nil
		} else if !inMenu {
			t.Error("the page is not in its menu")
		}
		if !slices.Equal(marked, want) {
			t.Errorf("the menu marks %q, want %q", marked, want)
		}
	})
}
