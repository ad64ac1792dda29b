package watch

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/fsnotify/fsnotify"
)

// A folder is made anew while its end is being told. Who is told reads a file in it that is gone again before the folder
// is listened to: nothing announces that.
func TestWhatComesAndGoesWhileABatchIsReadIsToldAgain(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "content")
	lesson := filepath.Join(folder, "x.md")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.Mkdir(folder, 0o755))
	must(os.WriteFile(lesson, []byte("x"), 0o644))
	root, err := os.OpenRoot(dir)
	must(err)
	defer root.Close()
	l := &loop{pace: pace{}, tree: newTree(root, dir, nil)}
	deaf := &notifier{add: func(string) error { return nil }, remove: func(string) error { return nil }}
	l.begin(system{open: func() (*notifier, error) { return deaf, nil }, share: func(string) bool { return false }})

	must(os.RemoveAll(folder))
	l.mark(fsnotify.Event{Name: folder, Op: fsnotify.Remove})
	l.look()
	told := *l.ready
	must(os.Mkdir(folder, 0o755))
	l.mark(fsnotify.Event{Name: folder, Op: fsnotify.Create})
	l.taken(told)
	must(os.WriteFile(lesson, []byte("read by who was told"), 0o644))
	must(os.Remove(lesson))
	l.look()
	if l.ready == nil || !slices.Contains(l.ready.Paths, "content/x.md") {
		t.Errorf("after %q this is told: %+v", told.Paths, l.ready)
	}
}
