package watch

import (
	"errors"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// notifier is how the system tells of events in folders. Folders are named by
// their full paths.
type notifier struct {
	events      <-chan fsnotify.Event
	errors      <-chan error
	add, remove func(folder string) error
	close       func() error
}

// system is what watching needs of the machine.
type system struct {
	open  func() (*notifier, error)
	share func(folder string) bool // whether others may write there without this system knowing
}

var thisSystem = system{open: openNotifier, share: onShare}

func openNotifier() (*notifier, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return &notifier{events: w.Events, errors: taken(w.Errors), add: w.Add, remove: w.Remove, close: w.Close}, nil
}

// taken takes errors from where they come, at any time, and keeps one of them: of
// a folder that was moved and removed at once fsnotify tells one, and until it is
// taken nobody can listen to another folder.
func taken(errors <-chan error) <-chan error {
	kept := make(chan error, 1)
	go func() {
		for err := range errors {
			select {
			case kept <- err:
			default: // all is looked at for the one that is kept
			}
		}
	}()
	return kept
}

// Why the system cannot tell, and what can be done about it.
const (
	noWatches   = "This system has no watches left for the course's folders (fs.inotify.max_user_watches, fs.inotify.max_user_instances)."
	onANetwork  = "The course lies on a network share or in a folder of another system, where changes are not announced."
	cannotWatch = "The course's folders cannot be watched: "
)

// excuse says why an error keeps the system from telling.
func excuse(err error) string {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE) {
		return noWatches
	}
	return cannotWatch + err.Error() + "."
}
