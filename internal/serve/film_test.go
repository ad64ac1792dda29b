package serve

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/site"
)

// besideLessons is a server of the course tea in a folder of a disk, whose film
// has size bytes of nothing with a word at the end.
func besideLessons(t *testing.T, size int64) (s *Server, film string) {
	t.Helper()
	top := t.TempDir()
	if err := os.CopyFS(top, tea()); err != nil {
		t.Fatal(err)
	}
	film = filepath.Join(top, "content", "film.mp4")
	f, err := os.Create(film)
	if err == nil {
		_, err = f.WriteAt([]byte("the end"), size-7)
	}
	if err != nil || f.Close() != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(top)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return New(site.Open(root.FS(), site.Options{}), Options{Course: root.FS(), Dir: top}), film
}

// Players ask for a film in many parts; it is never in the memory as a whole.
func TestAFilmIsSentFromTheDiskInParts(t *testing.T) {
	const size = 300 << 20
	s, _ := besideLessons(t, size)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range 10 {
		r := ask(s, "/film.mp4", "Range", "bytes=-7")
		if got := body(t, r); r.StatusCode != 206 || got != "the end" || r.Header.Get("Content-Type") != "video/mp4" {
			t.Fatalf("status %d, %q, %q", r.StatusCode, r.Header.Get("Content-Type"), got)
		}
	}
	if r := ask(s, "/film.mp4", "Method", "HEAD"); r.StatusCode != 200 || r.ContentLength != size {
		t.Errorf("status %d, %d bytes", r.StatusCode, r.ContentLength)
	}
	if got := body(t, ask(s, "/_lectern/notes?page=film.mp4")); !strings.HasPrefix(got, "{") {
		t.Errorf("notes: %s", got)
	}
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > 16<<20 {
		t.Errorf("parts of a film of %d MB took %d MB of memory", size>>20, took>>20)
	}
}

// An editor writes a film while a browser reads it: what is sent ends, and the
// next who asks gets what is there.
func TestAFilmMayChangeWhileItIsSent(t *testing.T) {
	s, film := besideLessons(t, 64<<20)
	c := dial(t, listening(t, s, nil), "GET /film.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n")
	r, err := http.ReadResponse(bufio.NewReaderSize(c, 1<<10), nil)
	if err != nil || r.StatusCode != 200 || r.ContentLength != 64<<20 {
		t.Fatal(r, err)
	}
	if err := os.WriteFile(film, []byte("another film"), 0o644); err != nil {
		t.Fatal(err)
	}
	if n, err := io.Copy(io.Discard, r.Body); n >= 64<<20 || err == nil {
		t.Errorf("%d bytes came of a film of 12, and %v", n, err)
	}
	if got := body(t, ask(s, "/film.mp4")); got != "another film" {
		t.Errorf("then came %q", got)
	}
}

// What lay beside the lessons may be a way out of the course by now, or gone.
func TestAFilmThatBecameALinkOutIsNotSent(t *testing.T) {
	s, film := besideLessons(t, 1<<10)
	secret := filepath.Join(t.TempDir(), "secret.mp4")
	if err := os.WriteFile(secret, []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func() error{
		"a link out":   func() error { return os.Symlink(secret, film) },
		"a way up":     func() error { return os.Symlink("../../../../../../../../../../.."+secret, film) },
		"a folder":     func() error { return os.Mkdir(film, 0o755) },
		"gone":         func() error { return nil },
		"a link to it": func() error { return os.Symlink("film.mp4", film) },
	} {
		if err := os.Remove(film); err != nil {
			t.Fatal(err)
		}
		if err := change(); err != nil {
			t.Fatal(err)
		}
		if r := ask(s, "/film.mp4"); r.StatusCode != 404 || strings.Contains(body(t, r), "secret") {
			t.Errorf("%s: status %d", name, r.StatusCode)
		}
		_ = os.Remove(film)
		if err := os.WriteFile(film, []byte("back again"), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := body(t, ask(s, "/film.mp4")); got != "back again" {
			t.Errorf("after %s: %q", name, got)
		}
	}
}

// Windows reads a backslash in its own way; elsewhere it is a sign like any other.
func TestAFileWhoseNameHasABackslashIsServed(t *testing.T) {
	course := tea()
	course["content/01-a/black\\green.txt"] = &fstest.MapFile{Data: []byte("Two teas\n")}
	if r := ask(shown(course), `/a/black\green.txt`); r.StatusCode != 200 || body(t, r) != "Two teas\n" {
		t.Errorf("status %d", r.StatusCode)
	}
}
