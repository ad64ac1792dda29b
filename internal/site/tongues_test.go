package site

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestEveryPageLeadsToItselfInTheOtherLanguage(t *testing.T) {
	for _, o := range []Options{{}, {BaseURL: "https://example.org/course/"}} {
		s := mustBuild(t, bilingual.fs(), o)
		for _, name := range s.pages() {
			if strings.Contains(name, printDir) {
				continue
			}
			want, lang, title := "fr/"+name, "fr", "Français"
			if rest, french := strings.CutPrefix(name, "fr/"); french {
				want, lang, title = rest, "en", "English"
			} else if name == notFound {
				want = "fr/index.html"
			}
			var ways []*html.Node
			for _, n := range elementsOf(t, s, name, "a") {
				if attr(n, "hreflang") != "" {
					ways = append(ways, n)
				}
			}
			if len(ways) != 1 || attr(ways[0], "lang") != lang || attr(ways[0], "hreflang") != lang || text(ways[0]) != title {
				t.Errorf("%s: %d ways to other languages", name, len(ways))
				continue
			}
			if to := strings.TrimPrefix(attr(ways[0], "href"), "/course/"); name == notFound && to != want || name != notFound && resolve(t, name, to) != want {
				t.Errorf("%s leads to %s, want %s", name, to, want)
			}
		}
	}
}

func TestSearchEnginesLearnOfTheOtherLanguage(t *testing.T) {
	s := mustBuild(t, bilingual.fs(), Options{BaseURL: "https://example.org/course/"})
	const at = "https://example.org/course/"
	alternates := func(page string) (found []string) {
		for _, n := range elementsOf(t, s, page, "link") {
			if attr(n, "rel") == "alternate" {
				found = append(found, attr(n, "hreflang")+" "+strings.TrimPrefix(attr(n, "href"), at))
			}
		}
		return found
	}
	both := []string{"en start/one.html", "fr fr/start/one.html", "x-default start/one.html"}
	for page, want := range map[string][]string{"start/one.html": both, "fr/start/one.html": both, "more/two.html": nil, "fr/more/two.html": nil, notFound: nil} {
		if got := alternates(page); !slices.Equal(got, want) {
			t.Errorf("%s has %q, want %q", page, got, want)
		}
	}
	if !strings.Contains(s.page(t, "fr/more/two.html"), `<link rel="canonical" href="`+at+`more/two.html">`) {
		t.Error("a page that stands in for its translation does not name the original")
	}
	sitemap := s.page(t, "sitemap.xml")
	for _, want := range []string{"<loc>" + at + "fr/start/one.html</loc>", `<xhtml:link rel="alternate" hreflang="fr" href="` + at + `fr/start/one.html">`, `xmlns:xhtml="http://www.w3.org/1999/xhtml"`} {
		if !strings.Contains(sitemap, want) {
			t.Errorf("the sitemap has no %s", want)
		}
	}
	if strings.Contains(sitemap, "fr/more/two.html") {
		t.Error("the sitemap has a page that stands in for its translation")
	}
	without := mustBuild(t, bilingual.fs(), Options{})
	if strings.Contains(without.page(t, "index.html"), `rel="alternate"`) {
		t.Error("a page names addresses that nobody knows")
	}
}
