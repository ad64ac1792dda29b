package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"lectern/internal/together"
)

// few is how many files are made durable one by one: the whole disk at once
// would take longer when other programs have just written a lot to it.
const few = 32

// makeDurable makes the tree of the new site, in which the files written are
// new, survive a loss of power.
func (w *writer) makeDurable(d disk, written []string) error {
	if len(written) > few {
		if err := d.sync(); !errors.Is(err, errors.ErrUnsupported) {
			return err
		}
	}
	err := together.Do(len(written), func(i int) error { return syncFile(written[i]) })
	if err != nil {
		return err
	}
	if w.touched == nil {
		return syncFolders(w.next)
	}
	touched := slices.Sorted(maps.Keys(w.touched))
	return together.Do(len(touched), func(i int) error { return syncFolder(w.staged(touched[i])) })
}

// syncFile makes a file's bytes durable. It is opened for writing because
// Windows flushes no other.
func syncFile(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolders makes the names in the folders durable.
func syncFolders(top string) error {
	return filepath.WalkDir(top, func(p string, e fs.DirEntry, err error) error {
		if err != nil || !e.IsDir() {
			return err
		}
		return syncFolder(p)
	})
}
