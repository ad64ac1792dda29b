package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"lectern/internal/together"
)

// The site before is kept beside the new one as a spare, with those of its files
// alone that the new one has, too: a second name for each. The next build brings
// the spare up to date and swaps it in. So a build touches what has changed, and
// not each file of the site twice, to link it and to remove the link.

// enough is from how many files on a site has a spare.
const enough = 200

// inSpare is the site in the folder of a spare; beside it a file keeps the folder
// out of version control.
const inSpare = "site"

func (w *writer) spare() string { return beside(w.out, "spare") }

func (w *writer) spareSite() string { return filepath.Join(w.spare(), inSpare) }

// tree is what a folder holds, by paths below it.
type tree struct {
	files   []string
	folders []string // those in a folder come after it; the top is left out
}

// readTree lists what is in a folder. It returns errStrange where there is a file
// that is not known, or a folder of another mode than mode, if that is not 0.
func readTree(top string, known map[string]bool, mode fs.FileMode) (t tree, err error) {
	err = filepath.WalkDir(top, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := filepath.ToSlash(strings.TrimPrefix(p, top+string(filepath.Separator)))
		switch {
		case e.IsDir():
			if info, err := e.Info(); err != nil || mode != 0 && info.Mode() != mode {
				return errors.Join(err, errStrange)
			}
			if p != top {
				t.folders = append(t.folders, name)
			}
		case !known[name]:
			return errStrange
		default:
			t.files = append(t.files, name)
		}
		return nil
	})
	return t, err
}

// errStrange says that Lectern did not leave a folder like that.
var errStrange = errors.New("this is not as it was left")

// takeSpare makes the spare the stage of the new site, if there is one. One that is not
// as a build left it is cleared away.
func (w *writer) takeSpare() (t tree, taken bool, err error) {
	if !folderExists(w.spare()) || !folderExists(w.spareSite()) {
		return t, false, nil
	}
	mode, err := w.freshMode()
	if err != nil {
		return t, false, err
	}
	list, err := readManifest(filepath.Join(w.spareSite(), manifestFile))
	if err == nil {
		t, err = readTree(w.spareSite(), setOf(append(list, manifestFile)), mode)
	}
	if err != nil {
		return tree{}, false, w.dropSpare()
	}
	return t, true, os.Rename(w.spareSite(), w.next)
}

// freshMode is what the system makes of the mode of a new folder here. A folder
// of the spare that somebody gave other rights must not come and go with every
// other build.
func (w *writer) freshMode() (fs.FileMode, error) {
	if err := os.Mkdir(w.next, 0o755); err != nil {
		return 0, err
	}
	info, err := os.Lstat(w.next)
	if err := errors.Join(err, os.Remove(w.next)); err != nil {
		return 0, err
	}
	return info.Mode(), nil
}

// dropSpare removes the spare. What is not known there stays, as a former site.
func (w *writer) dropSpare() error {
	place, err := w.freeFormer()
	if err == nil {
		err = os.Rename(w.spareSite(), place)
	}
	if err == nil {
		err = w.dropFolder(place)
	}
	w.dropEmptySpare()
	return err
}

// dropEmptySpare removes the folder of a spare in which there is none.
func (w *writer) dropEmptySpare() {
	if !exists(w.spareSite()) && folderExists(w.spare()) {
		_ = os.Remove(filepath.Join(w.spare(), ".gitignore"))
		_ = os.Remove(w.spare())
	}
}

// prune takes out of the stage, which was the spare, what the new site has not
// or has with other bytes. What stays is the very file that readers see now.
func (w *writer) prune(t tree) error {
	keep := make([]bool, len(t.files))
	err := together.Do(len(t.files), func(i int) error {
		name := t.files[i]
		if keep[i] = w.same[name] && isNameOf(w.there[name], w.staged(name)); keep[i] {
			return nil
		}
		return os.Remove(w.staged(name))
	})
	if err != nil {
		return err
	}
	w.has, w.touched = map[string]bool{}, map[string]bool{}
	for i, name := range t.files {
		if keep[i] {
			w.has[name] = true
		} else {
			w.touch(name)
		}
	}
	return w.dropFolders(w.next, t.folders)
}

// dropFolders removes the folders that hold nothing of the new site.
func (w *writer) dropFolders(top string, folders []string) error {
	needed := map[string]bool{}
	for _, name := range w.folders() {
		for ; name != "."; name = path.Dir(name) {
			needed[name] = true
		}
	}
	for i := len(folders) - 1; i >= 0; i-- {
		if needed[folders[i]] {
			continue
		}
		if err := os.Remove(filepath.Join(top, filepath.FromSlash(folders[i]))); err != nil {
			return err
		}
		delete(w.touched, folders[i])
		w.touch(folders[i])
	}
	return nil
}

// touch notes that a name in the stage comes or goes.
func (w *writer) touch(name string) {
	for name != "." && w.touched != nil {
		name = path.Dir(name)
		w.touched[name] = true
	}
}

// keepSpare makes the former site the spare, where that pays: in a site with many
// files of which most are the same. It reports false when it could not or there
// is something in it that was not there a moment ago; then it is removed.
func (w *writer) keepSpare(former string) bool {
	if len(w.files) < enough || 4*len(w.same) < 3*len(w.files) || w.copied.Load() {
		return false
	}
	known := setOf(append(w.foreign, w.before...))
	t, err := readTree(former, known, 0)
	if err != nil || exists(w.spareSite()) {
		return false
	}
	err = together.Do(len(t.files), func(i int) error {
		if name := t.files[i]; !w.same[name] && name != manifestFile {
			return os.Remove(filepath.Join(former, filepath.FromSlash(name)))
		}
		return nil
	})
	if err != nil || w.dropFolders(former, t.folders) != nil {
		return false
	}
	return w.putSpare(former) == nil
}

// putSpare gives the spare its place. Nobody else may look into it: its pages
// may be gone from the site by the time they are found there.
func (w *writer) putSpare(from string) error {
	if err := os.Mkdir(w.spare(), 0o700); err != nil && !folderExists(w.spare()) {
		return err
	}
	if err := os.WriteFile(filepath.Join(w.spare(), ".gitignore"), []byte("*\n"), 0o644); err != nil {
		return err
	}
	return os.Rename(from, w.spareSite())
}

func setOf(names []string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, name := range names {
		set[name] = true
	}
	return set
}

// folderExists reports whether there is a folder of this name, and no link to one.
func folderExists(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.IsDir()
}

// isNameOf reports whether a name is one of the file that was found.
func isNameOf(found fs.FileInfo, name string) bool {
	here, err := os.Lstat(name)
	return err == nil && os.SameFile(found, here)
}
