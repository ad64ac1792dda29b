package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// swap puts the new site in the old one's place. Where the system can exchange
// two folders in one step, nobody ever sees the place empty.
func (w *writer) swap() error {
	old := beside(w.out, "old")
	if err := w.dropFolder(old); err != nil {
		return err
	}
	if _, err := os.Lstat(w.out); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(w.next, w.out)
	}
	if exchange(w.next, w.out) == nil {
		return os.Rename(w.next, old)
	}
	if err := os.Rename(w.out, old); err != nil {
		return err
	}
	if err := os.Rename(w.next, w.out); err != nil {
		return errors.Join(err, os.Rename(old, w.out))
	}
	return nil
}

// dropOld removes what the swap left. All of it has a second name in the new
// site, or was written by an earlier build.
func (w *writer) dropOld() error {
	return errors.Join(syncFolder(filepath.Dir(w.out)), w.dropFolder(beside(w.out, "old")))
}

// dropFolder deletes from a former site what Lectern wrote or kept. Anything
// else, which can only have come in the moment of the swap, stays there.
func (w *writer) dropFolder(top string) error {
	names, err := readManifest(filepath.Join(top, manifestFile))
	if err != nil {
		return err
	}
	known := map[string]bool{manifestFile: true}
	for _, name := range append(slices.Clone(w.foreign), names...) {
		known[name] = true
	}
	var folders []string
	err = filepath.WalkDir(top, func(p string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || e.IsDir() {
			folders = append(folders, p)
			return err
		}
		if known[filepath.ToSlash(strings.TrimPrefix(p, top+string(filepath.Separator)))] {
			return os.Remove(p)
		}
		return nil
	})
	for _, folder := range slices.Backward(folders) {
		_ = os.Remove(folder) // a folder that still holds something stays
	}
	return err
}

func syncFolder(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
