package watch

import (
	"os"
	"slices"
	"testing"
	"time"
)

const lesson = "content/lesson.md"

// How editors save, as seen in their system calls.
var saves = []struct {
	editor string
	save   func(*watched)
}{
	{"a plain write", func(w *watched) { w.write(lesson, "new") }},
	{"vim asks with 4913, moves the old one away and writes anew", func(w *watched) {
		w.write("content/.lesson.md.swp", "b0VIM")
		w.write("content/4913", "")
		w.must(os.Remove(w.path("content/4913")))
		w.rename(lesson, lesson+"~")
		w.write(lesson, "new")
		w.must(os.Remove(w.path(lesson+"~")), os.Remove(w.path("content/.lesson.md.swp")))
	}},
	{"emacs locks with a link that leads nowhere and keeps its own copy", func(w *watched) {
		w.must(os.Symlink("user@host.1234:1", w.path("content/.#lesson.md")))
		w.write("content/#lesson.md#", "ne")
		w.rename(lesson, lesson+"~")
		w.write(lesson, "new")
		w.must(os.Remove(w.path("content/.#lesson.md")), os.Remove(w.path("content/#lesson.md#")))
	}},
	{"rename over", func(w *watched) {
		w.write("content/.lesson.md.tmp", "new")
		w.rename("content/.lesson.md.tmp", lesson)
	}},
	{"a copy of the old one by another name", func(w *watched) {
		w.rename(lesson, "content/lesson.bck~")
		w.write(lesson, "new")
	}},
	{"emptied, then written in two steps", func(w *watched) {
		f, err := os.OpenFile(w.path(lesson), os.O_WRONLY|os.O_TRUNC, 0)
		w.must(err)
		_, first := f.WriteString("n")
		_, second := f.WriteString("ew")
		w.must(first, second, f.Close())
	}},
	{"written twice", func(w *watched) { w.write(lesson, "old"); w.write(lesson, "new") }},
}

func TestHoweverAnEditorSavesTheLessonAloneIsTold(t *testing.T) {
	for _, s := range saves {
		t.Run(s.editor, func(t *testing.T) {
			t.Parallel()
			w := watch(t, map[string]string{lesson: "old", "content/other.md": "as it is"}, setup{})
			s.save(w)
			w.write("content/marker.md", "the save is over")
			if told := w.until("content/marker.md"); !slices.Equal(told, []string{lesson}) {
				t.Errorf("told %q", told)
			}
			if w.believed[lesson] != "file new" {
				t.Errorf("believed: %s", w.believed[lesson])
			}
		})
	}
}

func TestWhatChangesNoBytesIsNotTold(t *testing.T) {
	for name, do := range map[string]func(*watched){
		"touched": func(w *watched) {
			now := time.Now()
			w.must(os.Chtimes(w.path(lesson), now, now), os.Chmod(w.path(lesson), 0o600))
		},
		"replaced by the same": func(w *watched) {
			w.write("content/.new", "old")
			w.rename("content/.new", lesson)
		},
		"hidden":             func(w *watched) { w.write("content/.git/HEAD", "ref") },
		"a site in public":   func(w *watched) { w.write("public/index.html", "<p>"); w.write("public-facilitator/x", "") },
		"packages of npm":    func(w *watched) { w.write("node_modules/x/README.md", "#") },
		"left out when told": func(w *watched) { w.write("site-of-mine/index.html", "<p>") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := watch(t, map[string]string{lesson: "old"}, setup{options: Options{Ignore: func(p string) bool { return p == "site-of-mine" }}})
			do(w)
			w.write("content/marker.md", "it is over")
			if told := w.until("content/marker.md"); len(told) > 0 {
				t.Errorf("told %q", told)
			}
		})
	}
}

// never is longer than any test waits.
const never = time.Hour

func TestSaveCaughtHalfWayIsKeptBackUntilItIsWhole(t *testing.T) {
	for name, half := range map[string]func(*watched) error{
		"emptied": func(w *watched) error { return os.Truncate(w.path(lesson), 0) },
		"removed": func(w *watched) error { return os.Remove(w.path(lesson)) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			looked := make(chan bool, 100)
			w := watch(t, map[string]string{lesson: "old", "content/next.md": "looked at after the lesson"}, setup{
				options: Options{Ignore: func(p string) bool { looked <- p == "content/next.md"; return false }},
				pace:    pace{quiet: time.Millisecond, most: time.Millisecond, doubt: never},
			})
			for len(looked) > 0 {
				<-looked
			}
			w.must(half(w))
			for !<-looked {
			}
			w.write(lesson, "new")
			if told := w.next(); !slices.Equal(told, []string{lesson}) || w.believed[lesson] != "file new" {
				t.Errorf("told %q, believed %s", told, w.believed[lesson])
			}
		})
	}
}

// newTestTree is a tree over a folder that another one watches.
func newTestTree(w *watched) *tree {
	w.Helper()
	root, err := os.OpenRoot(w.dir)
	w.must(err)
	w.Cleanup(func() { root.Close() })
	return newTree(root, w.dir, nil)
}

func TestHalfOfASaveIsADoubtAndTheWholeIsNone(t *testing.T) {
	w := watch(t, map[string]string{lesson: "old"}, setup{})
	tree := newTestTree(w)
	tree.lookAll()
	clear(tree.was)
	expect := func(step string, paths []string, doubtful bool) {
		t.Helper()
		tree.lookAll()
		if p, d := tree.changes(); !slices.Equal(p, paths) || d != doubtful {
			t.Errorf("%s: %q, doubtful %v", step, p, d)
		}
	}
	w.must(os.Truncate(w.path(lesson), 0))
	expect("emptied", []string{lesson}, true)
	w.write(lesson, "old")
	expect("written as it was", []string{lesson}, false) // it may have been read empty
	tree.told([]string{lesson})
	w.must(os.Remove(w.path(lesson)))
	expect("removed", []string{lesson}, true)
	w.write(lesson, "new")
	expect("written", []string{lesson}, false)
	tree.told([]string{lesson})
	w.write("content/next.md", "")
	expect("another one made", []string{"content/next.md"}, true)
}

// What was written lately is read again whatever its size and its time are. The
// time lies ahead, so that it is late enough on a machine that has stood still.
func TestAnotherTextOfTheSameSizeAndTimeIsTold(t *testing.T) {
	w := watch(t, map[string]string{lesson: "old"}, setup{})
	at := time.Now().Add(time.Hour)
	w.must(os.Chtimes(w.path(lesson), at, at))
	tree := newTestTree(w)
	tree.lookAll()
	clear(tree.was)
	w.write(lesson, "new")
	w.must(os.Chtimes(w.path(lesson), at, at))
	tree.lookAll()
	if told, _ := tree.changes(); !slices.Equal(told, []string{lesson}) {
		t.Errorf("told %q", told)
	}
}

// Who is told of a path reads it a moment later, and may find something that is
// gone at the next look.
func TestWhatMayHaveBeenReadInBetweenIsToldAgain(t *testing.T) {
	w := watch(t, map[string]string{lesson: "old"}, setup{})
	tree := newTestTree(w)
	tree.lookAll()
	clear(tree.was)
	expect := func(step string, paths ...string) {
		t.Helper()
		tree.lookAll()
		told, _ := tree.changes()
		if !slices.Equal(told, paths) {
			t.Errorf("%s: %q", step, told)
		}
		tree.told(told)
	}
	w.write(lesson, "new")
	expect("written", lesson)
	w.write(lesson, "read by now")
	w.write(lesson, "new")
	expect("written twice", lesson)
	expect("left alone")
	w.must(os.RemoveAll(w.path("content")))
	expect("removed", "content", lesson)
	w.write(lesson, "read by now")
	w.must(os.RemoveAll(w.path("content")))
	tree.stirred("content")
	expect("made and removed", "content", lesson)
	tree.told(nil)
	tree.stirred("content")
	tree.told([]string{"site.yaml"}) // a batch that was ready before
	expect("stirred meanwhile", "content", lesson)
}

func TestWhatStaysGoneOrEmptyIsTold(t *testing.T) {
	w := watch(t, map[string]string{lesson: "old", "content/b.md": "b"}, setup{})
	w.must(os.Truncate(w.path(lesson), 0))
	w.settle()
	w.must(os.Remove(w.path("content/b.md")))
	w.settle()
	if _, there := w.believed["content/b.md"]; there || w.believed[lesson] != "file " {
		t.Errorf("believed %q", w.believed)
	}
}
