package site

import (
	"net/url"
	"strings"
	"testing"
)

func TestRelativeAddressesLeadWhereTheyShould(t *testing.T) {
	paths := []string{"index.html", "a.html", "a/index.html", "a/b.html", "a/b/c.html", "a/b/d/e.html", "ab/c.html", "b/a/c.html", "a/c", "a/x y.html", "ᐃᓄᒃ/ᑎ.html", "a:b.html", "?.html", "a#b/c%41.html"}
	for _, from := range paths {
		for _, to := range paths {
			address := relative(from, to)
			base := &url.URL{Scheme: "https", Host: "example.org", Path: "/under/" + from}
			u, err := base.Parse(address)
			if err != nil || u.Path != "/under/"+to || u.RawQuery != "" || u.Fragment != "" {
				t.Errorf("from %s to %s: %q leads to %v (%v)", from, to, address, u, err)
			}
		}
	}
}

func TestLinksAreRewrittenFromEveryDepth(t *testing.T) {
	s := mustBuild(t, full.fs(), Options{})
	for page, want := range map[string][]string{
		"index.html":       {`<a href="start/one.html">`, `<a class="term" href="glossary.html#term-peer-worker">`, `<a class="cite" href="references.html#ref-tracy2016">`},
		"before.html":      {`<a href="start/one.html#a-part">`},
		"start/index.html": {`<a href="one.html">`, `<a href="../index.html">`},
		"start/one.html":   {`<a href="../more/two.html">`, `<a href="#a-part">`, `<a class="cite" href="#ref-tracy2016">`, `<img src="pictures/two%20words.png"`},
		"more/two.html":    {`<a href="../start/one.html#q-first">question one`, `<a href="../start/one.html#q-first">its answers`, `<a href="../glossary.html#term-peer-worker">`, `<a href="../references.html#ref-tracy2016">`, `<a href="../%E1%90%83%E1%93%84%E1%92%83/%E1%91%8E%E1%91%8E%E1%95%8B%E1%96%85.html">`},
		"ᐃᓄᒃ/ᑎᑎᕋᖅ.html":    {`<h1>ᐃᓄᒃᑎᑐᑦ</h1>`, `ᓄᓇᕗᑦ <a href="#%E1%90%85%E1%93%82%E1%92%83%E1%91%B3%E1%96%85">here</a>`, `<h2 id="ᐅᓂᒃᑳᖅ">`},
		"glossary.html":    {`<a href="start/one.html">one`, `<a class="cite" href="references.html#ref-tracy2016">`},
	} {
		for _, part := range want {
			if !strings.Contains(s.page(t, page), part) {
				t.Errorf("%s has no %s", page, part)
			}
		}
	}
}

func TestBrokenLinksAreErrors(t *testing.T) {
	for link, want := range map[string]string{
		"[x](nowhere.md)":              "link-broken",
		"[x](01-A-lesson.md)":          "link-broken",
		"[x](../../site.yaml)":         "link-broken",
		"[x](/site.yaml)":              "link-broken",
		"[x](notes/for-educators.md)":  "link-broken", // is in the course, and not in the site
		"[x](plan.yaml)":               "link-broken",
		"[x](01-a-lesson.md#no-part)":  "anchor-missing",
		"[x](#no-part)":                "anchor-missing",
		"[x](term:no-word)":            "term-unknown",
		"[@nobody2000]":                "citation-unknown",
		"![x](notes/for-educators.md)": "picture-missing",
	} {
		wantMessages(t, small.with(files{
			"content/01-start/01-a-lesson.md":         "---\ntitle: A\n---\n" + link + "\n",
			"content/01-start/notes/for-educators.md": "not for students",
			"content/01-start/plan.yaml":              "a: b",
		}).fs(), "content: page-deep", "content/01-start/01-a-lesson.md: "+want)
	}
}

func TestWhatIsMissingInAQuestionThatIsBrokenItselfIsToldWithIt(t *testing.T) {
	wantMessages(t, small.with(files{"content/01-start/01-a-lesson.md": `# A

### Question: ![A pot](stem.png)?

[Before](nowhere.md)

- ( ) ![Tea](answer.png)
  > ![Cup](reason.png)
- ( ) No

> **Why:** [@nobody2000] says so.

### Fill in: [[ ]] ![A lid](blank.png)
`}).fs(), "content/01-start/01-a-lesson.md: key-missing", "content/01-start/01-a-lesson.md: picture-missing",
		"content/01-start/01-a-lesson.md: link-broken", "content/01-start/01-a-lesson.md: picture-missing",
		"content/01-start/01-a-lesson.md: picture-missing", "content/01-start/01-a-lesson.md: citation-unknown",
		"content/01-start/01-a-lesson.md: blank-empty", "content/01-start/01-a-lesson.md: picture-missing")
}

func TestLinkToAPartOfTheSamePageSurvivesAnyFileName(t *testing.T) {
	for _, name := range []string{"01-a b.md", "01-a%41b.md", "01-100%.md", "01-a#b.md", "01-a?b.md", "01-café.md"} {
		s := mustBuild(t, files{"site.yaml": "title: T\n", "content/01-m/" + name: "---\ntitle: A\n---\n## Part\n\n[x](#part)\n"}.fs(), Options{})
		var found bool
		for _, p := range s.pages() {
			found = found || strings.Contains(s.page(t, p), `<a href="#part">x</a>`)
		}
		if !found {
			t.Errorf("%s: the link does not lead to the part", name)
		}
	}
}

func TestFilesOfTheCourseThatWouldMeetInTheSiteAreErrors(t *testing.T) {
	for name, clash := range map[string]files{
		"content/index.html":          {},
		"content/start/a-lesson.html": {},
		"content/start":               {}, // where the site has a folder
		"content/favicon.svg":         {},
		"content/INDEX.HTML":          {},
		"content/start/picture.png":   {"content/01-start/picture.png": ""},
		"content/start/picture.PNG":   {"content/01-start/Picture.png": ""},
		"content/x/caf\u00e9.png":     {"content/x/cafe\u0301.png": ""},
	} {
		wantMessages(t, small.with(clash).with(files{name: "x"}).fs(), name+": twin-files")
	}
}

func TestCanonicalAndSitemapNeedABaseURL(t *testing.T) {
	course := full.with(files{"content/02-more/03-body-mass-index.md": "---\ntitle: Index\n---\nWords\n"})
	s := mustBuild(t, course.fs(), Options{})
	for _, name := range s.pages() {
		if page := s.page(t, name); strings.Contains(page, "canonical") || strings.Contains(page, "<base") {
			t.Errorf("%s names an address", name)
		}
	}
	if s.find("sitemap.xml") != nil {
		t.Error("there is a sitemap without a base_url")
	}
	s = mustBuild(t, course.fs(), Options{BaseURL: "https://example.org/course"})
	for page, address := range map[string]string{
		"index.html":                "https://example.org/course/",
		"start/index.html":          "https://example.org/course/start/",
		"start/one.html":            "https://example.org/course/start/one.html",
		"more/body-mass-index.html": "https://example.org/course/more/body-mass-index.html",
		"ᐃᓄᒃ/ᑎᑎᕋᖅ.html":             "https://example.org/course/%E1%90%83%E1%93%84%E1%92%83/%E1%91%8E%E1%91%8E%E1%95%8B%E1%96%85.html",
	} {
		if link := `<link rel="canonical" href="` + address + `">`; !strings.Contains(s.page(t, page), link) {
			t.Errorf("%s has no %s", page, link)
		}
		if loc := "<loc>" + address + "</loc>"; !strings.Contains(string(s.find("sitemap.xml")), loc) {
			t.Errorf("the sitemap has no %s", loc)
		}
	}
	if strings.Contains(string(s.find("sitemap.xml")), "404") {
		t.Error("the sitemap lists the page in the place of missing ones")
	}
}

// Servers show 404.html under the address that somebody asked for, however
// deep, so its links must be whole paths; a <base> would lead "#main" away.
func TestPageForMissingPagesWorksUnderAnyAddress(t *testing.T) {
	for base, folder := range map[string]string{"https://example.org/a/course": "/a/course/", "https://example.org/a/course/": "/a/course/", "https://example.org": "/"} {
		s := mustBuild(t, full.fs(), Options{BaseURL: base})
		root := document(t, s.page(t, "404.html"))
		if len(elements(root, "base")) > 0 {
			t.Error("the page has a base")
		}
		for _, n := range elements(root, "*") {
			address := attr(n, "href") + attr(n, "src")
			if address == "" || strings.HasPrefix(address, "#") {
				continue
			}
			plain, err := url.PathUnescape(address)
			if to, ok := strings.CutPrefix(plain, folder); err != nil || !ok || s.find(to) == nil {
				t.Errorf("with %s: %s names no file", base, address)
			}
		}
	}
}
