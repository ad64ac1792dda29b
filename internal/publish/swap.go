package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// swap puts the new site in the old one's place and returns where the old one
// went. Where the system can exchange two folders in one step, nobody ever
// sees the place empty.
func (w *writer) swap() (former string, err error) {
	if former, err = w.freeFormer(); err != nil {
		return "", err
	}
	if !exists(w.out) {
		return former, os.Rename(w.next, w.out)
	}
	if exchange(w.next, w.out) == nil {
		if os.Rename(w.next, former) != nil {
			former = w.next // the new site stands; the old one is there all the same
		}
		return former, nil
	}
	if err := os.Rename(w.out, former); err != nil {
		return "", err
	}
	if err := os.Rename(w.next, w.out); err != nil {
		return "", errors.Join(err, os.Rename(former, w.out))
	}
	return former, nil
}

// clear removes what builds left beside the site that were ended, or could not
// remove it themselves.
func (w *writer) clear() error {
	spools, err := spoolsOf(w.out)
	if err != nil {
		return err
	}
	for _, name := range spools {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if w.begun == nil {
		if err := w.dropStage(); err != nil {
			return err
		}
	}
	w.dropEmptySpare()
	_, err = w.freeFormer()
	return err
}

// Interrupted reports whether a build of the site in the folder out was ended
// before it had cleared away what it made beside it. The next one does.
func Interrupted(out string) bool {
	return exists(beside(out, "next")) || exists(beside(out, "lock")) || exists(beside(out, "old"))
}

// formerName names the places for the former site: one, unless a file of
// somebody else's is left in it.
func (w *writer) formerName(n int) string {
	if n == 1 {
		return beside(w.out, "old")
	}
	return beside(w.out, fmt.Sprintf("old-%d", n))
}

// freeFormer clears what earlier builds left away, and returns a free place.
func (w *writer) freeFormer() (string, error) {
	for n := 1; ; n++ {
		name := w.formerName(n)
		if err := w.dropFolder(name); err != nil || !exists(name) {
			return name, err
		}
	}
}

// restore moves a site back that a build had moved aside when it was killed.
func (w *writer) restore() error {
	if exists(w.out) {
		return nil
	}
	for n := 1; exists(w.formerName(n)); n++ {
		if exists(filepath.Join(w.formerName(n), manifestFile)) {
			return os.Rename(w.formerName(n), w.out)
		}
	}
	return nil
}

// retire keeps the former site for the next build, or removes it. All of it has a
// second name in the new one, or was written by an earlier build.
func (w *writer) retire(former string) error {
	err := syncFolder(filepath.Dir(w.out))
	if w.keepSpare(former) {
		return err
	}
	w.dropEmptySpare()
	return errors.Join(err, w.dropFolder(former))
}

// dropFolder deletes from a former site what Lectern wrote or kept. Anything
// else, which can only have come in the moment of the swap, stays there.
func (w *writer) dropFolder(top string) error {
	list := filepath.Join(top, manifestFile)
	written, err := readManifest(list)
	if err != nil {
		return err
	}
	known := namesOf(append(written, w.foreign...))
	var folders []string
	err = filepath.WalkDir(top, func(p string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || e.IsDir() {
			folders = append(folders, p)
			return err
		}
		if known[filepath.ToSlash(strings.TrimPrefix(p, top+string(filepath.Separator)))] == isFile {
			return os.Remove(p)
		}
		return nil
	})
	if err != nil {
		return err
	}
	// The list goes last: without it, a build that follows one that was killed
	// here would not know what it may delete.
	if err := os.Remove(list); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for i := len(folders) - 1; i >= 0; i-- {
		_ = os.Remove(folders[i]) // a folder that still holds something stays
	}
	return nil
}
