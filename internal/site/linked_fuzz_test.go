package site

import (
	"io/fs"
	"net/url"
	"strings"
	"testing"

	"lectern/internal/diag"
)

// Whatever a link names, the build does not panic, nothing of it runs, and no
// page leads above the site's own folder.
func FuzzLinkTarget(f *testing.F) {
	for _, target := range []string{
		"02-b.md", "02-b.md#part", "#part", "../index.md", "../../etc/passwd", "..%2f..%2fetc/passwd", `..\..\x.md`, "/etc/passwd", "//evil.example",
		"term:word", "term:", "mailto:a@b.example", "javascript:x()", "java\tscript:x()", "%41", "%zz", "a b+c.md", "Ünïcode.md", "\u202e.md", "?raw", "02-b.md?x#y", "CON.md", ".", "",
	} {
		f.Add(target)
	}
	f.Fuzz(func(t *testing.T, target string) {
		if strings.ContainsAny(target, "\r\n<>") {
			t.Skip("that ends the link")
		}
		var d diag.List
		s := Build(small.with(files{
			"content/01-start/01-a-lesson.md": "---\ntitle: A\n---\n## Part\n\n[x](<" + target + ">) ![y](<" + target + ">)\n",
			"content/01-start/02-b.md":        "---\ntitle: B\n---\n## Part\n",
		}).fs(), Options{}, &d)
		if s == nil {
			if !d.Failed() {
				t.Error("nothing was built, and nothing said")
			}
			return
		}
		for _, file := range s.Files {
			if !fs.ValidPath(file.Path) {
				t.Errorf("a file named %q", file.Path)
			}
		}
		for _, a := range elements(document(t, s.page(t, "start/a-lesson.html")), "a") {
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
