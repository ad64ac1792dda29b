package serve

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"lectern/internal/site"
)

// Whoever looks at a course while it is edited sees it before an edit or after
// it, and is not kept waiting by who waits for the course. The race detector is what
// would see a mix: it needs each way to ask at work by itself, as what two goroutines
// share is in order for both.
func TestEverythingIsAskedForWhileLessonsAreSaved(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../test/testdata/bilingual")); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	const lesson = "content/01-tea/01-pot.md"
	written, err := root.ReadFile(lesson)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "content/01-tea/03-guest.md"), []byte(scenario), 0o666); err != nil {
		t.Fatal(err)
	}
	s := New(site.Open(root.FS(), site.Options{Drafts: true}), Options{Course: root.FS(), Dir: dir})
	var asking sync.WaitGroup
	saved := make(chan bool)
	for _, addresses := range [][]string{
		{"/_lectern/notes?page=tea/pot.html&blocks"}, {"/_lectern/notes?page=tea/pot.html&blocks"},
		{"/tea/pot.html", "/fr/tea/pot.html", "/", "/tea", "/none.html", "/_scenario/guest"},
		{"/_lectern/events"},
	} {
		asking.Go(func() {
			for i, open := 0, true; open; i++ {
				askAndGo(s, addresses[i%len(addresses)])
				select {
				case _, open = <-saved:
				default:
				}
			}
		})
	}
	for i := range 30 {
		text := fmt.Appendf(written, "\nAnd %d cups.%s\n", i, strings.Repeat(" [A loaf](02-loaf.md).", 100))
		if err := os.WriteFile(filepath.Join(dir, lesson), text, 0o666); err != nil {
			t.Error(err)
		}
		s.Changed([]string{lesson})
		s.look()
	}
	close(saved)
	asking.Wait()
	if page := body(t, ask(s, "/tea/pot.html")); !strings.Contains(page, "And 29 cups.") {
		t.Error("the last edit is not shown")
	}
}

// askAndGo asks as a browser does, and does not wait for edits.
func askAndGo(s *Server, address string) {
	ctx, leave := context.WithCancel(context.Background())
	defer leave()
	r := httptest.NewRequest(http.MethodGet, "http://localhost"+address, nil).WithContext(ctx)
	if strings.HasSuffix(address, "/events") {
		leave()
	}
	s.ServeHTTP(httptest.NewRecorder(), r)
}
