package hosts

import (
	"bytes"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// types are what a browser takes a file for, by its ending.
var types = map[string][]string{
	".html":        {"text/html"},
	".css":         {"text/css"},
	".js":          {"text/javascript", "application/javascript"},
	".svg":         {"image/svg+xml"},
	".png":         {"image/png"},
	".jpg":         {"image/jpeg"},
	".txt":         {"text/plain"},
	".xml":         {"text/xml", "application/xml"},
	".woff2":       {"font/woff2"},
	".webmanifest": {"application/manifest+json"},
}

// namedByContent are the files that have another name when they change.
var namedByContent = regexp.MustCompile(`(^|/)assets/[a-z]+\.[0-9a-f]{6,}\.(css|js)$`)

// unknown are the types that browsers take anything for, and the endings where that does no harm.
const unknown = "application/octet-stream"

var harmless = []string{".woff2", ".webmanifest", ".svg"}

// everyFileArrivesAsItIs asks for each file of the site.
func everyFileArrivesAsItIs(t *testing.T, h *host) {
	built := os.DirFS(h.site.Dir)
	err := fs.WalkDir(built, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(name, ".") {
			return err
		}
		want, err := fs.ReadFile(built, name)
		h.wantFile(t, name, want)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (h *host) wantFile(t *testing.T, name string, want []byte) {
	t.Helper()
	answer, body := ask(t, h.url+escaped(name))
	if answer.StatusCode != http.StatusOK || !bytes.Equal(body, want) {
		t.Errorf("%s: status %d, %d bytes, want 200 and the %d bytes of the file", name, answer.StatusCode, len(body), len(want))
	}
	h.wantType(t, name, answer.Header.Get("Content-Type"))
	if !h.settled {
		return
	}
	keep := "no-cache"
	if namedByContent.MatchString(name) {
		keep = "public, max-age=31536000, immutable"
	}
	if have := answer.Header.Values("Cache-Control"); !slices.Equal(have, []string{keep}) {
		t.Errorf("%s: Cache-Control is %q, want %q", name, have, keep)
	}
	if text := slices.Contains([]string{".html", ".css", ".js"}, path.Ext(name)) && len(want) > 2000; text && !answer.Uncompressed {
		t.Errorf("%s: it is not compressed", name)
	}
}

// wantType fails for a type that a browser would not read the file by.
func (h *host) wantType(t *testing.T, name, have string) {
	t.Helper()
	ext := path.Ext(name)
	kind, parameters, err := mime.ParseMediaType(have)
	right, known := types[ext]
	switch {
	case !known && kind == unknown:
	case h.plain && kind == unknown && slices.Contains(harmless, ext):
	case err != nil || !slices.Contains(right, kind):
		t.Errorf("%s: its type is %q (%v), want one of %q", name, have, err, right)
	}
	// A page says its charset itself, and what it loads has the same. A server may only not say another.
	if charset, given := parameters["charset"]; given && !strings.EqualFold(charset, "utf-8") {
		t.Errorf("%s: its type is %q, want the charset utf-8", name, have)
	}
}

// What nobody has is not there, and a server that has been told shows the course's own page for that.
func anUnknownAddressIsNotThere(t *testing.T, h *host) {
	own, err := os.ReadFile(h.site.Dir + "/404.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"gone.html", "gone/", "gone/deeper/still.html", "index.html.gz"} {
		answer, body := ask(t, h.url+name)
		if answer.StatusCode != http.StatusNotFound {
			t.Errorf("%s: status %d, want 404", name, answer.StatusCode)
		}
		if h.settled && !bytes.Equal(body, own) {
			t.Errorf("%s: it shows %.200q…, want 404.html", name, body)
		}
	}
}

// People leave the slash away that ends a folder's address, and links within a page are relative.
func aFolderWithoutItsSlashLeadsToTheFolder(t *testing.T, h *host) {
	folders := []string{}
	for _, page := range h.site.Pages(t) {
		if folder, ok := strings.CutSuffix(page, "/index.html"); ok {
			folders = append(folders, folder)
		}
	}
	folders = append(folders, "")
	if len(folders) < 3 {
		t.Fatalf("the course has the folders %q", folders)
	}
	for _, folder := range folders {
		address := strings.TrimSuffix(h.url+escaped(folder), "/")
		answer, body := ask(t, address)
		if have := answer.Request.URL; answer.StatusCode != http.StatusOK || have.Path != "" && !strings.HasSuffix(have.Path, "/") {
			t.Errorf("%s leads to %s with status %d, want a slash at its end", address, have, answer.StatusCode)
		}
		if front := read(t, filepath.Join(h.site.Dir, folder, "index.html")); !bytes.Equal(body, front) {
			t.Errorf("%s does not show its page: %.200q…", address, body)
		}
	}
}

// ask reads what is at an address, as a browser does: following where it is sent, and unpacking what is compressed.
func ask(t *testing.T, address string) (*http.Response, []byte) {
	t.Helper()
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, body
}

// escaped is a path as an address has it.
func escaped(name string) string { return (&url.URL{Path: name}).EscapedPath() }
