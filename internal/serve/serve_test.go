package serve

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/diag"
	"lectern/internal/site"
)

// tea is a small course.
func tea() fstest.MapFS {
	course := fstest.MapFS{}
	for name, text := range map[string]string{
		"site.yaml":             "title: Tea\neditor: \"editor://open/{file}:{line}:{column}\"\n",
		"content/01-a/01-b.md":  "---\ntitle: A pot\n---\n## The kettle\n\nWater is “hot” here.\n\n### Question: Is it hot?\n<!-- {id: hot} -->\n\n- (x) Yes\n- ( ) No\n",
		"content/01-a/index.md": "---\ntitle: Tea\n---\nSee [the pot](01-b.md#the-kettle).\n",
		"content/secret.yaml":   "x: 1\n",
		"content/plan.txt":      "A plan\n",
	} {
		course[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return course
}

func shown(course fstest.MapFS) *Server {
	s := New(site.Open(course, site.Options{Drafts: true}), Options{Course: course, Dir: "/home/a b/tea"})
	for s.live.Check() {
	}
	return s
}

// ask asks for an address as a program does that wants files. more are further
// names and values of the request's head.
func ask(s *Server, address string, more ...string) *http.Response {
	r := httptest.NewRequest(http.MethodGet, "http://localhost/", nil)
	r.URL.Path, r.RequestURI, r.Host = address, address, "localhost:8000"
	if at := strings.IndexByte(address, '?'); at >= 0 {
		r.URL.Path, r.URL.RawQuery = address[:at], address[at+1:]
	}
	r.Header.Set("Sec-Fetch-Dest", "empty")
	for i := 0; i < len(more); i += 2 {
		if more[i] == "Host" {
			r.Host = more[i+1]
		} else if more[i] == "Method" {
			r.Method = more[i+1]
		} else {
			r.Header.Set(more[i], more[i+1])
		}
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

var addedPart = regexp.MustCompile(`(?:<base href="/">)?<link rel="stylesheet" href="/_lectern/preview.css" data-preview><script defer src="/_lectern/preview.js" data-page="[^"]*" data-print="[^"]*"></script>\n`)

func TestServesTheVerySiteThatABuildWrites(t *testing.T) {
	course := os.DirFS("../site/testdata/golden/course")
	s := New(site.Open(course, site.Options{}), Options{Course: course})
	built := site.Build(course, site.Options{}, &diag.List{})
	if worker := body(t, ask(s, "/sw.js")); worker == "" { // asked for first: then the first page knows how large all is
		t.Fatal("there is no sw.js")
	}
	for _, f := range built.Files {
		r := ask(s, "/"+f.Path)
		if got := body(t, r); r.StatusCode != 200 || got != string(f.Data) {
			t.Errorf("%s: status %d, and other bytes than the build's", f.Path, r.StatusCode)
		}
		seen := body(t, ask(s, "/"+f.Path, "Sec-Fetch-Dest", "document"))
		if without := addedPart.ReplaceAllString(seen, ""); without != string(f.Data) || strings.HasSuffix(f.Path, ".html") == (without == seen) {
			t.Errorf("%s: a page that is looked at is not the build's with the preview's part", f.Path)
		}
	}
}

func TestNothingBesidesTheSiteIsServed(t *testing.T) {
	s := shown(tea())
	for _, address := range []string{
		"/../site.yaml", "/a/../../site.yaml", "/./a/b.html", "//a/b.html", "//etc/passwd", "/a//b.html", "/..\\site.yaml", "/a\\b.html",
		"/site.yaml", "/content/01-a/01-b.md", "/a/01-b.md", "/secret.yaml", "/.git/config", "/a/.hidden", "/.lectern-files", "/a/b.html/", "/a/b.html\x00", "/\xff\xfe",
		"/_lectern", "/_lectern/", "/_lectern/nothing", "/_lectern/../site.yaml", "", "*", "a/b.html", "/a/b.html?raw#/../", "/%2e%2e/site.yaml",
	} {
		if address == "/a/b.html?raw#/../" { // what follows a question mark names nothing
			if r := ask(s, address); r.StatusCode != 200 {
				t.Errorf("%q: status %d", address, r.StatusCode)
			}
			continue
		}
		r := ask(s, address)
		if got := body(t, r); r.StatusCode != 404 || !strings.Contains(got, "This page is not here") {
			t.Errorf("%q: status %d, and not the site's page for what is missing:\n%.200s", address, r.StatusCode, got)
		}
	}
	if got := body(t, ask(s, "/no/such/page.html", "Sec-Fetch-Dest", "document")); !strings.Contains(got, `<base href="/">`) {
		t.Error("the links of the page for what is missing lead elsewhere")
	}
}

func TestOnlyThisComputerIsAnswered(t *testing.T) {
	s := shown(tea())
	open := New(s.live, Options{Open: true, Names: []string{"tea.local"}})
	for _, c := range []struct {
		server *Server
		code   int
		head   []string
	}{
		{s, 200, []string{"Host", "localhost"}}, {s, 200, []string{"Host", "127.0.0.1:8000"}}, {s, 200, []string{"Host", "[::1]:8000"}}, {s, 200, []string{"Host", "LocalHost.:1"}},
		{s, 421, []string{"Host", "evil.example"}}, {s, 421, []string{"Host", "localhost.evil.example:8000"}}, {s, 421, []string{"Host", ""}}, {s, 421, []string{"Host", "192.168.0.7:8000"}},
		{s, 421, []string{"Host", "tea.local"}}, {open, 200, []string{"Host", "tea.local:1"}}, {open, 200, []string{"Host", "192.168.0.7"}}, {open, 421, []string{"Host", "evil.example"}},
		{s, 403, []string{"Origin", "http://evil.example"}}, {s, 403, []string{"Origin", "null"}}, {s, 403, []string{"Origin", "https://localhost:8000"}}, {s, 403, []string{"Origin", "http://localhost:9000"}},
		{s, 200, []string{"Origin", "http://localhost:8000"}}, {s, 403, []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"}},
		{s, 200, []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"}},
		{s, 405, []string{"Method", "POST"}}, {s, 405, []string{"Method", "CONNECT"}}, {s, 405, []string{"Method", "OPTIONS"}}, {s, 200, []string{"Method", "HEAD"}},
	} {
		r := ask(c.server, "/a/b.html", c.head...)
		if r.StatusCode != c.code || r.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%q: status %d, want %d; CORS %q", c.head, r.StatusCode, c.code, r.Header.Get("Access-Control-Allow-Origin"))
		}
		if c.code != 200 && strings.Contains(body(t, r), "kettle") {
			t.Errorf("%q is refused and gets the page", c.head)
		}
	}
}

func TestFilesHaveTheirTypesAndAreNotKept(t *testing.T) {
	s := shown(tea())
	for address, want := range map[string]string{
		"/": "text/html; charset=utf-8", "/a/": "text/html; charset=utf-8", "/sw.js": "text/javascript; charset=utf-8", "/manifest.webmanifest": "application/manifest+json",
		"/favicon.svg": "image/svg+xml", "/icon-192.png": "image/png", "/plan.txt": "text/plain; charset=utf-8", "/_lectern/preview.js": "text/javascript; charset=utf-8", "/_lectern/preview.css": "text/css; charset=utf-8",
	} {
		r := ask(s, address)
		if r.StatusCode != 200 || r.Header.Get("Content-Type") != want || r.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: status %d, type %q, %q", address, r.StatusCode, r.Header.Get("Content-Type"), r.Header.Get("Cache-Control"))
		}
	}
	if r := ask(s, "/a"); r.StatusCode != 302 || r.Header.Get("Location") != "/a/" {
		t.Errorf("a folder without its slash: status %d, to %q", r.StatusCode, r.Header.Get("Location"))
	}
	if worker := body(t, ask(s, "/sw.js", "Service-Worker", "script")); !strings.Contains(worker, "unregister") {
		t.Error("a browser that wants the worker gets one that stays")
	}
}

// A player of films asks for parts, and some play nothing without them.
func TestAPartOfAFileIsSentToWhoAsksForIt(t *testing.T) {
	s := shown(tea())
	whole := body(t, ask(s, "/plan.txt"))
	r := ask(s, "/plan.txt", "Range", "bytes=1-3")
	if got := body(t, r); r.StatusCode != 206 || len(whole) < 5 || got != whole[1:4] || r.Header.Get("Accept-Ranges") != "bytes" {
		t.Errorf("status %d, %q of %q", r.StatusCode, got, whole)
	}
}

func notesOf(t *testing.T, s *Server, address string) (n notes) {
	t.Helper()
	if err := json.Unmarshal([]byte(body(t, ask(s, "/_lectern/notes?page="+address))), &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAMistakeIsToldAndThePageStaysAsItWas(t *testing.T) {
	course := tea()
	s := shown(course)
	const file, page = "content/01-a/01-b.md", "a/b.html"
	before, good := body(t, ask(s, "/"+page)), course[file]
	save := func(data []byte) {
		course[file] = &fstest.MapFile{Data: data}
		s.Changed([]string{file})
	}
	for _, mistake := range []string{"\n\n[No](nowhere.md)\n", "\n\n### Question: Which?\n\n- ( ) None\n- ( ) Neither\n"} {
		save(append(bytes.Clone(good.Data), mistake...))
		n := notesOf(t, s, page)
		if len(n.Errors) != 1 || n.Errors[0].Hint == "" || !strings.HasPrefix(n.Errors[0].Where, file+":") || !strings.HasPrefix(n.Errors[0].Edit, "editor://open/home/a%20b/tea/"+file+":") {
			t.Errorf("%q: %+v", mistake, n.Errors)
		}
		if body(t, ask(s, "/"+page)) != before {
			t.Errorf("%q: the page is not as it was", mistake)
		}
	}
	save(append(bytes.Clone(good.Data), "\n\nIt is mended.\n"...))
	if n := notesOf(t, s, page); len(n.Errors) > 0 || !strings.Contains(body(t, ask(s, "/"+page)), "It is mended.") {
		t.Errorf("mended, and still %+v", n.Errors)
	}
	save(bytes.Replace(good.Data, []byte("## The kettle"), []byte("## The pot"), 1))
	for s.live.Check() {
	}
	if n := notesOf(t, s, page); len(n.Errors) != 1 || !strings.HasPrefix(n.Errors[0].Where, "content/01-a/index.md:4") {
		t.Errorf("another page's link leads nowhere now: %+v", n.Errors)
	}
}

func TestACourseThatWasNeverRightSaysWhatIsWrong(t *testing.T) {
	course := tea()
	title := course["site.yaml"]
	course["site.yaml"] = &fstest.MapFile{Data: []byte("titel: Tea <b>\n")}
	s := shown(course)
	r := ask(s, "/a/b.html", "Sec-Fetch-Dest", "document")
	got := body(t, r)
	for _, want := range []string{"site.yaml:1:1", "unknown key", "titel: Tea &lt;b&gt;", "^^^^^", "/_lectern/preview.js"} {
		if r.StatusCode != 503 || !strings.Contains(got, want) {
			t.Errorf("status %d, no %q in\n%s", r.StatusCode, want, got)
		}
	}
	print := notesOf(t, s, "").Print
	if !strings.Contains(got, `data-print="`+print+`"`) {
		t.Errorf("the page would be read again for nothing: %s", print)
	}
	course["site.yaml"] = title
	s.Changed([]string{"site.yaml"})
	if r := ask(s, "/a/b.html"); r.StatusCode != 200 || notesOf(t, s, "").Print == print {
		t.Errorf("mended: status %d", r.StatusCode)
	}
}

func TestPartsOfAPageNameTheirPlaces(t *testing.T) {
	s := shown(tea())
	found := map[string]string{}
	for _, b := range notesOf(t, s, "a/b.html&blocks").Blocks {
		found[b.Question+b.Text] = b.Where
	}
	for part, where := range map[string]string{"hot": "content/01-a/01-b.md:8", "The kettle": "content/01-a/01-b.md:4", "Water is “hot” here.": "content/01-a/01-b.md:6"} {
		if found[part] != where {
			t.Errorf("%q is at %q, want %q; all: %v", part, found[part], where, found)
		}
	}
}
