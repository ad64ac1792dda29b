package watch

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// manyFolders are more than what is left in these tests.
var manyFolders = map[string]string{"site.yaml": "t", "content/a/x.md": "x", "content/b/x.md": "x", "content/c/d/x.md": "x"}

// editsAreSeen edits the course, and asks for what was said of polling.
func editsAreSeen(w *watched, why string) {
	w.Helper()
	select {
	case said := <-w.notes:
		if !strings.HasPrefix(said, why) || !strings.Contains(said, "Lectern looks at the files itself, every ") {
			w.Errorf("said: %s", said)
		}
	default:
		w.Error("nothing was said")
	}
	w.write("content/c/d/x.md", "edited")
	w.settle()
	w.write("content/new/x.md", "new")
	w.settle()
	w.rename("content/new", "content/e")
	w.must(os.Remove(w.path("content/a/x.md")))
	w.settle()
}

// fewer makes a system whose watches run out.
func fewer(left int, err error) system {
	return system{share: func(string) bool { return false }, open: func() (*notifier, error) {
		n, failed := openNotifier()
		if left < 0 || failed != nil {
			return nil, errors.Join(err, failed)
		}
		add := n.add
		n.add = func(folder string) error {
			if left--; left < 0 {
				return err
			}
			return add(folder)
		}
		return n, nil
	}}
}

func TestEditsAreSeenWhereTheSystemCannotTell(t *testing.T) {
	share := system{open: openNotifier, share: func(string) bool { return true }}
	for name, c := range map[string]struct {
		system system
		why    string
	}{
		"no watches left":       {fewer(3, syscall.ENOSPC), noWatches},
		"no instances left":     {fewer(-1, syscall.EMFILE), noWatches},
		"something else":        {fewer(0, syscall.EIO), cannotWatch + "input/output error."},
		"on a network share":    {share, onANetwork},
		"without inotify (WSL)": {fewer(-1, syscall.ENOSYS), cannotWatch},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			editsAreSeen(watch(t, manyFolders, setup{system: c.system}), c.why)
		})
	}
}

func TestWatchesThatRunOutLaterAreToldOf(t *testing.T) {
	w := watch(t, map[string]string{lesson: "x"}, setup{system: fewer(3, syscall.ENOSPC)})
	w.write("content/more/and/more/x.md", "x")
	w.settle()
	w.write("content/a/x.md", "x")
	w.settle()
	editsAreSeen(w, noWatches)
}

// aFewWatches is set for the process that has only a few.
const aFewWatches = "LECTERN_TEST_FEW_WATCHES"

// A user namespace has limits of its own, so that nothing else on the machine
// notices.
func TestEditsAreSeenWhenTheKernelsLimitsAreReached(t *testing.T) {
	if os.Getenv(aFewWatches) != "" {
		w := watch(t, manyFolders, setup{system: thisSystem})
		editsAreSeen(w, noWatches)
		return
	}
	if said, err := exec.Command("unshare", "-Ur", "sh", "-c", "echo 128 > /proc/sys/user/max_inotify_watches").CombinedOutput(); err != nil {
		t.Skipf("this system lets nobody have a user namespace of their own: %v %s", err, said)
	}
	for _, limit := range []string{"max_inotify_watches", "max_inotify_instances"} {
		t.Run(limit, func(t *testing.T) {
			left := map[string]string{"max_inotify_watches": "2", "max_inotify_instances": "0"}[limit]
			c := exec.Command("unshare", "-Ur", "sh", "-c", `echo "$1" > "/proc/sys/user/$2" && exec "$0" -test.v -test.run '^`+t.Name()[:strings.Index(t.Name(), "/")]+`$'`,
				os.Args[0], left, limit)
			c.Env = append(os.Environ(), aFewWatches+"=1")
			said, err := c.CombinedOutput()
			if err != nil || !strings.Contains(string(said), "--- PASS") {
				t.Errorf("%v\n%s", err, said)
			}
		})
	}
}

func TestWhoAsksForItIsNeverTiedToTheSystem(t *testing.T) {
	broken := system{open: func() (*notifier, error) { panic("asked the system") }, share: func(string) bool { return true }}
	w := watch(t, map[string]string{lesson: "old"}, setup{options: Options{Poll: time.Millisecond}, system: broken})
	w.write(lesson, "new")
	if told := w.next(); !slices.Equal(told, []string{lesson}) {
		t.Errorf("told %q", told)
	}
	if len(w.notes) > 0 {
		t.Errorf("said: %s", <-w.notes)
	}
}

func TestNothingIsLostWhenTheSystemLosesEvents(t *testing.T) {
	lost := make(chan error)
	deaf := system{share: func(string) bool { return false }, open: func() (*notifier, error) {
		none := func(string) error { return nil }
		return &notifier{events: make(chan fsnotify.Event), errors: lost, add: none, remove: none, close: func() error { return nil }}, nil
	}}
	w := watch(t, manyFolders, setup{system: deaf})
	w.write("content/c/d/x.md", "edited")
	w.write("content/new/x.md", "new")
	lost <- fsnotify.ErrEventOverflow
	w.settle()
}

func TestBatchesEndWithTheContext(t *testing.T) {
	ctx, end := context.WithCancel(t.Context())
	w, err := Watch(ctx, t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	end()
	for range w.Batches() {
		t.Error("something was told")
	}
}

func TestFolderThatIsNotThereCannotBeWatched(t *testing.T) {
	if _, err := Watch(t.Context(), t.TempDir()+"/none", Options{}); err == nil || !strings.HasPrefix(err.Error(), "the folder cannot be watched: ") {
		t.Error(err)
	}
}
