package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"lectern/internal/together"
)

// compare finds out what is there already, and refuses to replace what
// somebody else put there.
func (w *writer) compare() error {
	old, err := readManifest(w.path(manifestFile))
	if err != nil {
		return err
	}
	w.before = append(old, manifestFile)
	ours := namesOf(w.before)
	fresh := map[string]bool{}
	for _, f := range w.files {
		fresh[f.Name()] = true
	}
	if err := w.findForeign(ours, fresh); err != nil {
		return err
	}
	clashes, err := w.findSame(ours)
	if err != nil {
		return err
	}
	clashes = append(clashes, w.inTheWay(namesOf(slices.Sorted(maps.Keys(fresh))))...)
	if len(clashes) > 0 {
		slices.Sort(clashes)
		return fmt.Errorf("%s holds files that lectern did not write: %s; move them away or give the site another folder",
			w.out, strings.Join(slices.Compact(clashes), ", "))
	}
	for name := range ours {
		if !fresh[name] && ours[name] == isFile && exists(w.path(name)) {
			w.changes.Removed++
		}
	}
	return nil
}

// names are the files of a site and the folders that hold them.
type names map[string]nameKind

type nameKind int

const (
	isFile   nameKind = 1
	isFolder nameKind = 2
)

func namesOf(files []string) names {
	n := names{}
	for _, name := range files {
		n[name] = isFile
		for dir := path.Dir(name); dir != "." && n[dir] == 0; dir = path.Dir(dir) {
			n[dir] = isFolder
		}
	}
	return n
}

// findForeign lists what is neither ours nor about to be. What is in the place
// of a file or folder of ours and of another type was not written by lectern.
func (w *writer) findForeign(ours names, fresh map[string]bool) error {
	return filepath.WalkDir(w.out, func(p string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && p == w.out {
			return nil
		}
		if err != nil || p == w.out {
			return err
		}
		name := filepath.ToSlash(strings.TrimPrefix(p, w.out+string(filepath.Separator)))
		known := ours[name] == isFile && e.Type().IsRegular() || ours[name] == isFolder && e.IsDir()
		if !known && !(fresh[name] && e.Type().IsRegular()) {
			w.foreign = append(w.foreign, name)
		}
		return nil
	})
}

// findSame notes the files whose bytes are there already, and returns those
// of somebody else that have other bytes.
func (w *writer) findSame(ours names) (clashes []string, err error) {
	found, there := make([]likeness, len(w.files)), make([]fs.FileInfo, len(w.files))
	err = together.Do(len(w.files), func(i int) (err error) {
		found[i], there[i], err = w.liken(w.files[i])
		return err
	})
	if err != nil {
		return nil, err
	}
	for i, f := range w.files {
		switch {
		case found[i] == alike:
			w.same[f.Name()], w.there[f.Name()] = true, there[i]
		case found[i] == different && ours[f.Name()] != isFile:
			clashes = append(clashes, f.Name())
		}
		if f.Name() == manifestFile {
			continue // it is not a part of the site
		}
		if w.same[f.Name()] {
			w.changes.Unchanged++
		} else {
			w.changes.Written++
		}
	}
	return clashes, nil
}

// likeness is what lies in the place of a new file.
type likeness int

const (
	missing   likeness = iota // no file
	different                 // one with other bytes
	alike                     // one with the same
)

// liken finds out what lies in the place of a new file. One that stands was looked at
// when that was found out.
func (w *writer) liken(f File) (likeness, fs.FileInfo, error) {
	if there := w.looked[f.Name()]; f.Stands() && there != nil {
		return alike, there, nil
	}
	there, err := os.Lstat(w.path(f.Name()))
	switch {
	case f.Stands():
		return alike, there, nil
	case err != nil || !there.Mode().IsRegular():
		return missing, nil, nil
	case there.Size() != int64(f.Size()):
		return different, nil, nil
	}
	found, err := likenBytes(w.path(f.Name()), f)
	return found, there, err
}

// errDifferent ends a comparison.
var errDifferent = errors.New("these bytes are others")

// likenBytes compares a file with one of the same size, a piece at a time.
func likenBytes(name string, f File) (likeness, error) {
	there, err := os.Open(name)
	if err != nil {
		return missing, err
	}
	defer there.Close()
	err = f.Each(func(data []byte) error {
		old := make([]byte, len(data))
		if _, err := io.ReadFull(there, old); err != nil {
			return err
		}
		if !bytes.Equal(old, data) {
			return errDifferent
		}
		return nil
	})
	switch {
	case err == nil:
		return alike, nil
	case errors.Is(err, errDifferent), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return different, nil
	}
	return missing, err
}

// inTheWay returns what is foreign and has the name of a file of the new site,
// or lies where that has a file, or is no folder where that needs one.
func (w *writer) inTheWay(fresh names) (clashes []string) {
	for _, name := range w.foreign {
		if fresh[name] == isFile || fresh[name] == isFolder && !folderExists(w.path(name)) {
			clashes = append(clashes, name)
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if fresh[dir] == isFile {
				clashes = append(clashes, name)
			}
		}
	}
	return clashes
}
