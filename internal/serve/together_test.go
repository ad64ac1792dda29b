package serve

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"lectern/internal/site"
)

// Whoever looks at a course while it changes sees it before an edit or after it;
// the race detector is what would see a mix.
func TestNotesAreAskedForWhileLessonsAreSaved(t *testing.T) {
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
	s := New(site.Open(root.FS(), site.Options{Drafts: true}), Options{Course: root.FS(), Dir: dir})
	var asking sync.WaitGroup
	saved := make(chan bool)
	for range 2 {
		asking.Go(func() {
			for open := true; open; {
				ask(s, "/_lectern/notes?page=tea/pot.html&blocks")
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
}
