package site

import (
	"net/url"
	"strings"
	"testing"
	"testing/fstest"
)

// Whatever a link names, it is read without a panic, nothing of it runs, and no
// page leads above the site's own folder. One page is made anew for each, as in
// the preview: a whole build took fifty times as long.
func FuzzLinkTarget(f *testing.F) {
	for _, target := range []string{
		"02-b.md", "02-b.md#part", "#part", "../index.md", "../../etc/passwd", "..%2f..%2fetc/passwd", `..\..\x.md`, "/etc/passwd", "//evil.example",
		"term:word", "term:", "mailto:a@b.example", "javascript:x()", "java\tscript:x()", "%41", "%zz", "a b+c.md", "Ünïcode.md", "\u202e.md", "?raw", "02-b.md?x#y", "CON.md", ".", "",
	} {
		f.Add(target)
	}
	const page, lesson = "start/a-lesson.html", "content/01-start/01-a-lesson.md"
	course := small.with(files{lesson: "---\ntitle: A\n---\n## Part\n", "content/01-start/02-b.md": "---\ntitle: B\n---\n## Part\n"}).fs()
	live := Open(course, Options{})
	f.Fuzz(func(t *testing.T, target string) {
		if strings.ContainsAny(target, "\r\n<>") {
			t.Skip("that ends the link")
		}
		course[lesson] = &fstest.MapFile{Data: []byte("---\ntitle: A\n---\n## Part\n\n[x](<" + target + ">) ![y](<" + target + ">)\n")}
		live.Update([]string{lesson})
		made, there := live.File(page)
		if !there {
			t.Fatal("nothing was built")
		}
		for _, a := range elements(document(t, string(made)), "a") {
			leadsSafely(t, attr(a, "href"))
		}
	})
}

func leadsSafely(t *testing.T, href string) {
	t.Helper()
	u, err := url.Parse(href)
	switch {
	case err != nil:
		t.Errorf("%q is no address: %v", href, err)
	case u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" && u.Scheme != "tel" && u.Scheme != "sms":
		t.Errorf("%q leads to %s", href, u.Scheme)
	case u.Scheme == "" && u.Host == "" && strings.Count(u.Path, "../") > 1:
		t.Errorf("%q leads out of the site", href)
	}
}
