package serve

import (
	"context"
	"io/fs"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/site"
)

// secret stands in every file that is not of the site.
const secret = "the spare key is under the pot"

// Whatever is asked, and however, the preview stands: it refuses, or answers with a file of the site, and sends nobody away.
func FuzzRequest(f *testing.F) {
	for _, address := range []string{
		"/", "/a/", "/a", "/a/b.html", "/a/b.html?raw#/../", "/_lectern/notes?page=a/b.html&blocks", "/_lectern/notes?page=../site.yaml", "/_lectern/events", "/_lectern/preview.js",
		"/_scenario/x", "/_scenario/../../site.yaml", "/_report", "/sw.js", "/../site.yaml", "/a/../../site.yaml", "//evil.example/", "//evil.example/..", "/\\evil.example", "/./a", "/.git/config",
		"/a//b.html", "/%2e%2e/site.yaml", "/a/b.html\x00.md", "/\xff", "*", "", "http://evil.example/", "/tea/a/b.html", "/tea/../site.yaml", "/tea//evil.example", "/site.yaml?" + strings.Repeat("a=b&", 2000),
		"/" + strings.Repeat("a/", 5000), "/CON", "/a/b.html:stream", "/_lectern/notes?page=%zz", "/<script>alert(1)</script>", "/a\r\nSet-Cookie: x=y",
	} {
		f.Add("GET", address, "localhost:8000", "Sec-Fetch-Dest", "document")
	}
	for _, more := range [][4]string{
		{"HEAD", "localhost", "", ""}, {"POST", "localhost", "", ""}, {"", "localhost", "", ""}, {"GET", "evil.example", "", ""}, {"GET", "", "", ""}, {"GET", "[::1", "", ""}, {"GET", "127.0.0.1:99999999", "", ""},
		{"GET", "localhost", "Origin", "http://evil.example"}, {"GET", "localhost", "Origin", ":"}, {"GET", "localhost", "Sec-Fetch-Site", "cross-site"}, {"GET", "localhost", "Service-Worker", "script"},
		{"GET", "localhost", "Range", "bytes=0-0,-1"}, {"GET", "localhost", "If-None-Match", "*"}, {"GET", "localhost", "Last-Event-ID", "x"}, {"G\x00T", "a b", "x", "\r\n"},
	} {
		f.Add(more[0], "/a/b.html", more[1], more[2], more[3])
	}
	course := tea()
	for _, name := range []string{".git/config", "content/secret.yaml", "content/01-a/.hidden.md", "secret.txt", "layouts/secret.txt"} {
		course[name] = &fstest.MapFile{Data: []byte(secret)}
	}
	course["site.yaml"].Data = append(course["site.yaml"].Data, "base_url: https://example.org/tea/\n# "+secret+"\n"...)
	s := New(site.Open(course, site.Options{Drafts: true}), Options{Course: course, Dir: "/home/a b/tea"})
	for s.live.Check() {
	}
	if !s.live.Ready() {
		f.Fatal("there is no course")
	}
	f.Fuzz(func(t *testing.T, method, address, host, name, value string) {
		gone, leave := context.WithCancel(t.Context())
		leave() // who listens for edits would wait for one
		r := httptest.NewRequest("GET", "http://localhost/", nil).WithContext(gone)
		r.Method, r.Host, r.RequestURI = method, host, address
		r.URL.Path, r.URL.RawQuery, _ = strings.Cut(address, "?")
		r.Header.Set(name, value)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)

		body, way := w.Body.String(), w.Result().Header.Get("Location")
		if w.Code >= 500 {
			t.Errorf("%s %q: %d %.200s", method, address, w.Code, body)
		}
		if to, err := url.Parse(way); way != "" && (err != nil || to.Host != "" || to.Scheme != "" || !strings.HasPrefix(way, "/") || strings.HasPrefix(way, "//")) {
			t.Errorf("%s %q: sent to %q", method, address, way)
		}
		if strings.Contains(body, secret) {
			t.Errorf("%s %q: this is no file of the site:\n%.200s", method, address, body)
		}
		if file, _ := strings.CutPrefix(r.URL.Path, "/"); w.Code == 200 && file != "" && !strings.HasSuffix(file, "/") && !strings.HasPrefix(file, "_") && !fs.ValidPath(file) {
			t.Errorf("%s %q: answered", method, address)
		}
	})
}
