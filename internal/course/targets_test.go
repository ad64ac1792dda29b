package course_test

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestDestinationsAreFoundAsAuthorsWriteThem(t *testing.T) {
	c := readWell(t, files{
		"1-a/1-what it is.md": "# T\n\n## A part\n\n### Reflect: What?\n<!-- {id: what} -->\n\n<a id=\"by-hand\"></a>\n",
		"1-a/index.md":        "# Part one\n",
		"1-a/été.png":         "x",
		"1-a/50%.png":         "x",
		"1-a/a+b.png":         "x",
		"2-b/next.md":         titled,
		"glossary.md":         "Peer\n: A person.\n",
		"map.png":             "x",
	})
	for _, to := range []struct{ dir, dest, url, fragment string }{
		{"1-a", "1-what%20it%20is.md", "a/what-it-is.html", ""},
		{"1-a", "1-what it is.md#a-part", "a/what-it-is.html", "a-part"},
		{"1-a", "./1-what it is.md?x=1#what", "a/what-it-is.html", "what"},
		{"2-b", "../1-a/1-what it is.md", "a/what-it-is.html", ""},
		{"2-b", "/1-a/1-what it is.md", "a/what-it-is.html", ""},
		{"2-b", "../1-a/", "a/index.html", ""},
		{"2-b", "../1-a/index.md", "a/index.html", ""},
		{"1-a", "../glossary.md#term-peer", "glossary.html", "term-peer"},
		{"1-a", "..", "index.html", ""},
		{"1-a", norm.NFD.String("été.png"), "a/été.png", ""},
		{"1-a", "%C3%A9t%C3%A9.png", "a/été.png", ""},
		{"1-a", "50%25.png", "a/50%.png", ""},
		{"1-a", "50%.png", "a/50%.png", ""},
		{"1-a", "a+b.png", "a/a+b.png", ""},
		{"1-a", "../map.png", "map.png", ""},
	} {
		target, _, fragment, ok := c.Lookup(to.dir, to.dest)
		if !ok || target.URL != to.url || fragment != to.fragment {
			t.Errorf("%s from %s: got %+v, part %q; want %s, part %q", to.dest, to.dir, target, fragment, to.url, to.fragment)
		}
		if ok && fragment != "" && !target.Anchors[fragment] {
			t.Errorf("%s has no part %q: %v", to.dest, fragment, target.Anchors)
		}
	}
}

func TestNothingOutsideTheCourseIsFound(t *testing.T) {
	c := readWell(t, files{"1-a/lesson.md": titled, "etc/passwd": "x"})
	for _, dest := range []string{"../../etc/passwd", "../../../etc/passwd", "..%2f..%2fetc/passwd", `..\..\etc\passwd`, "../..", "missing.md", ""} {
		if target, file, _, ok := c.Lookup("1-a", dest); ok && dest != "" && target.URL != "index.html" {
			t.Errorf("%s leads to %s (%s)", dest, target.URL, file)
		}
	}
}
