package watch

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// brisk is the usual pace for tests, which wait for what they want to hear.
var brisk = pace{quiet: time.Millisecond, most: 20 * time.Millisecond, doubt: 20 * time.Millisecond, poll: 5 * time.Millisecond}

// patience is how long a test waits for what must come. Nothing waits that
// long but a test that fails.
const patience = 2 * time.Minute

// folderOf is a course's folder that is watched, and what somebody believes to
// be in it who reads only what the watcher tells of.
type watched struct {
	*testing.T
	dir      string
	batches  <-chan Batch
	believed map[string]string
	notes    chan string
}

type setup struct {
	options Options
	system  system
	pace    pace
}

// watch begins to watch a folder with some files in it.
func watch(t *testing.T, files map[string]string, s setup) *watched {
	t.Helper()
	w := &watched{T: t, dir: t.TempDir(), notes: make(chan string, 10)}
	w.writeAll(files)
	if s.system.open == nil {
		s.system = system{open: openNotifier, share: func(string) bool { return false }}
	}
	if s.pace == (pace{}) {
		s.pace = brisk
	}
	s.options.Note = func(said string) { w.notes <- said }
	watcher, err := start(t.Context(), w.dir, s.options, s.system, s.pace)
	if err != nil {
		t.Fatal(err)
	}
	w.batches, w.believed = watcher.Batches(), walked(t, w.dir)
	return w
}

func (w *watched) path(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

func (w *watched) must(errs ...error) {
	w.Helper()
	for _, err := range errs {
		if err != nil {
			w.Fatal(err)
		}
	}
}

func (w *watched) write(name, text string) {
	w.Helper()
	w.must(os.MkdirAll(filepath.Dir(w.path(name)), 0o755), os.WriteFile(w.path(name), []byte(text), 0o644))
}

func (w *watched) writeAll(files map[string]string) {
	w.Helper()
	for name, text := range files {
		w.write(name, text)
	}
}

func (w *watched) rename(from, to string) {
	w.Helper()
	w.must(os.Rename(w.path(from), w.path(to)))
}

// next waits for a batch and reads what it names.
func (w *watched) next() []string {
	w.Helper()
	ctx, done := context.WithTimeout(w.Context(), patience)
	defer done()
	select {
	case b, open := <-w.batches:
		if !open {
			w.Fatal("the watcher ended")
		}
		for _, p := range b.Paths {
			w.believed[p] = lying(w.dir, p)
			if w.believed[p] == "" {
				delete(w.believed, p)
			}
		}
		return b.Paths
	case <-ctx.Done():
		var said []string
		for len(w.notes) > 0 {
			said = append(said, <-w.notes)
		}
		w.Fatalf("nothing was told for %s; differs: %v; said: %q", patience, w.differs(), said)
	}
	return nil
}

// differs lists where what is believed is not what is there.
func (w *watched) differs() []string {
	there := walked(w, w.dir)
	var paths []string
	for p := range there {
		if w.believed[p] != there[p] {
			paths = append(paths, p+" is "+there[p]+", believed "+w.believed[p])
		}
	}
	for p := range w.believed {
		if there[p] == "" {
			paths = append(paths, p+" is gone")
		}
	}
	return paths
}

// settle reads batches until what is believed is what is there.
func (w *watched) settle() (told []string) {
	w.Helper()
	for len(w.differs()) > 0 {
		told = append(told, w.next()...)
	}
	slices.Sort(told)
	return slices.Compact(told)
}

// until reads batches until one tells of a path, and returns all other paths
// that were told.
func (w *watched) until(marker string) []string {
	w.Helper()
	told := map[string]bool{}
	for !told[marker] {
		for _, p := range w.next() {
			told[p] = true
		}
	}
	delete(told, marker)
	return slices.Sorted(maps.Keys(told))
}

// walked returns what a fresh walk finds, by its path.
func walked(t testing.TB, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(full string, e fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, full)
		p := filepath.ToSlash(rel)
		switch {
		case err != nil:
			return err
		case p == ".":
			return nil
		case ignored(p, e.IsDir()):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		found[p] = lying(dir, p)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// lying says what lies at a path: "" when nothing does.
func lying(dir, p string) string {
	full := filepath.Join(dir, filepath.FromSlash(p))
	if _, err := os.Lstat(full); err != nil {
		return ""
	}
	real, err := filepath.EvalSymlinks(full)
	if err != nil || !strings.HasPrefix(real, dir) {
		return "(of no use)"
	}
	info, err := os.Stat(full)
	switch {
	case err != nil:
		return "(of no use)"
	case info.IsDir():
		return "(folder)"
	}
	text, err := os.ReadFile(full)
	if err != nil {
		return "(of no use)"
	}
	return "file " + string(text)
}
