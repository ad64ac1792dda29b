package watch

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// What happened to a folder may be told when it is long over. Whoever listens to
// another meanwhile is not kept waiting for ever.
func TestAFolderThatIsMovedAndRemovedHoldsNobodyUp(t *testing.T) {
	top := t.TempDir()
	from, to := filepath.Join(top, "a"), filepath.Join(top, "b")
	must := func(errs ...error) {
		t.Helper()
		for _, err := range errs {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	must(os.Mkdir(from, 0o755))
	n, err := openNotifier()
	must(err)
	must(n.add(top), n.add(from), os.Rename(from, to), os.Remove(to))
	listened := make(chan error)
	go func() {
		for {
			select {
			case e := <-n.events:
				if e.Name == to && e.Has(fsnotify.Remove) {
					listened <- n.close()
					return
				}
			default:
				if err := n.add(top); err != nil {
					listened <- err
					return
				}
			}
		}
	}()
	select {
	case err := <-listened:
		must(err)
	case <-time.After(time.Minute):
		t.Fatal("no folder can be listened to any more")
	}
}
