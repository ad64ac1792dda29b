package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Changes is what Write did.
type Changes struct {
	Written   int // new files, and files with new bytes
	Unchanged int // left as they were, with their times
	Removed   int // files of an earlier build that this one does not have
}

// Write puts the files into the folder out. The new site is built beside out
// and swapped in, so that nobody sees half of it, and a failure leaves out as
// it was. Files that Write did not put there are kept; it refuses to replace
// one, and it refuses a folder that holds a course.
func Write(out string, files []File) (Changes, error) {
	w, err := newWriter(out, files)
	if err != nil {
		return Changes{}, err
	}
	unlock, err := w.lock()
	if err != nil {
		return Changes{}, err
	}
	defer unlock()
	if err := w.compare(); err != nil {
		return Changes{}, err
	}
	if w.changes.Written == 0 && w.changes.Removed == 0 && w.old != nil {
		return w.changes, nil
	}
	if err := w.stage(); err != nil {
		return Changes{}, errors.Join(fmt.Errorf("%s was left as it was: %w", out, err), w.dropStage())
	}
	if err := w.swap(); err != nil {
		return Changes{}, errors.Join(fmt.Errorf("%s was left as it was: %w", out, err), w.dropStage())
	}
	return w.changes, w.dropOld()
}

type writer struct {
	out     string // absolute
	next    string // where the new site is built
	files   []File
	old     manifest        // nil when out was never written
	same    map[string]bool // paths whose bytes are in out already
	foreign []string        // files in out that are not ours
	changes Changes
}

func newWriter(out string, files []File) (*writer, error) {
	abs, err := filepath.Abs(out)
	if err != nil {
		return nil, err
	}
	if filepath.Dir(abs) == abs {
		return nil, fmt.Errorf("%s is the top of the disk; give the site a folder of its own", out)
	}
	if info, err := os.Lstat(abs); err == nil && !info.IsDir() {
		return nil, fmt.Errorf("%s is not a folder", out)
	}
	for _, name := range []string{configFile, contentDir} {
		if _, err := os.Lstat(filepath.Join(abs, name)); err == nil {
			return nil, fmt.Errorf("%s holds a course (%s); give the site a folder of its own", out, name)
		}
	}
	w := &writer{out: abs, next: beside(abs, "next"), files: files, same: map[string]bool{}}
	w.files = append(slices.Clone(files), manifestOf(files))
	return w, os.MkdirAll(filepath.Dir(abs), 0o755)
}

// contentDir is the folder with a course's lessons.
const contentDir = "content"

// beside names a hidden sibling of out.
func beside(out, what string) string {
	return filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".lectern-"+what)
}

func (w *writer) path(name string) string { return filepath.Join(w.out, filepath.FromSlash(name)) }

// compare finds out what is there already, and refuses to replace a file that
// somebody else put there.
func (w *writer) compare() error {
	var err error
	if w.old, err = readManifest(w.path(manifestFile)); err != nil {
		return err
	}
	ours := map[string]bool{manifestFile: true}
	for _, name := range w.old {
		ours[name] = true
	}
	var clashes []string
	fresh := map[string]bool{}
	for _, f := range w.files {
		fresh[f.Path] = true
		there, err := os.ReadFile(w.path(f.Path))
		switch {
		case err == nil && bytes.Equal(there, f.Data):
			w.same[f.Path] = true
			w.changes.Unchanged++
		case err == nil && !ours[f.Path]:
			clashes = append(clashes, f.Path)
		default:
			w.changes.Written++
		}
	}
	if len(clashes) > 0 {
		return fmt.Errorf("%s holds files that lectern did not write: %s; move them away or give the site another folder", w.out, strings.Join(clashes, ", "))
	}
	for name := range ours {
		if _, err := os.Lstat(w.path(name)); err == nil && !fresh[name] {
			w.changes.Removed++
		}
	}
	return w.findForeign(ours, fresh)
}

func (w *writer) findForeign(ours, fresh map[string]bool) error {
	return filepath.WalkDir(w.out, func(p string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && p == w.out {
			return nil
		}
		if err != nil || p == w.out {
			return err
		}
		name := filepath.ToSlash(strings.TrimPrefix(p, w.out+string(filepath.Separator)))
		if !ours[name] && !fresh[name] {
			w.foreign = append(w.foreign, name)
		}
		return nil
	})
}

// stage builds the new site beside the old one.
func (w *writer) stage() error {
	if err := w.dropStage(); err != nil {
		return err
	}
	if err := os.Mkdir(w.next, 0o755); err != nil {
		return err
	}
	for _, name := range w.foreign {
		if err := w.keep(name); err != nil {
			return err
		}
	}
	for _, f := range w.files {
		to := filepath.Join(w.next, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if w.same[f.Path] {
			if err := linkOrCopy(w.path(f.Path), to); err != nil {
				return err
			}
			continue
		}
		if err := writeSynced(to, f.Data); err != nil {
			return err
		}
	}
	return syncFolders(w.next)
}

// keep takes a file that is not ours along.
func (w *writer) keep(name string) error {
	from, to := w.path(name), filepath.Join(w.next, filepath.FromSlash(name))
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	switch mode := info.Mode(); {
	case mode.IsDir():
		return os.MkdirAll(to, mode.Perm())
	case mode.IsRegular():
		return linkOrCopy(from, to)
	case mode.Type() == fs.ModeSymlink:
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(target, to)
	}
	return fmt.Errorf("%s is neither a file nor a folder nor a link; move it away", name)
}

// linkOrCopy gives a file a second name; where the disk cannot do that it is
// copied with its times.
func linkOrCopy(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if err := writeSynced(to, data); err != nil {
		return err
	}
	return os.Chtimes(to, time.Time{}, info.ModTime())
}

// writeSynced writes a file so that it survives a loss of power.
func writeSynced(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// syncFolders makes the names in the folders durable.
func syncFolders(top string) error {
	return filepath.WalkDir(top, func(p string, e fs.DirEntry, err error) error {
		if err != nil || !e.IsDir() {
			return err
		}
		f, err := os.Open(p)
		if err != nil {
			return err
		}
		return errors.Join(f.Sync(), f.Close())
	})
}

func (w *writer) dropStage() error { return os.RemoveAll(w.next) }
