// Package publish puts a site into a folder: all of it at once, durable, and without
// anything lost that is not its own.
package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"

	"lectern/internal/settings"
)

// Changes is what Write did.
type Changes struct {
	Written   int `json:"written"`   // new files, and files with new bytes
	Unchanged int `json:"unchanged"` // left as they were, with their times
	Removed   int `json:"removed"`   // files of an earlier build that this one does not have
}

// File is one file of a site.
type File interface {
	Name() string                             // its path, relative and with forward slashes
	Size() int                                // in bytes
	Stands() bool                             // it is known that the folder has it already
	Each(visit func(data []byte) error) error // hands over its bytes, a piece at a time
}

// Write puts the files into the folder out. The new site is built beside out
// and swapped in, so that nobody sees half of it, and a failure leaves out as
// it was. Files that Write did not put there are kept; it refuses to replace
// one, and it refuses a folder that holds a course.
func Write[F File](out string, files []F) (Changes, error) { return WriteFrom(nil, nil, out, files) }

// WriteFrom is Write for files of which some lie on a spool for that folder, and some
// were found there in a look.
func WriteFrom[F File](pages *Spool, looked Look, out string, files []F) (Changes, error) {
	all := make([]File, len(files), len(files)+1)
	for i, f := range files {
		all[i] = f
	}
	if pages != nil && pages.begun != nil {
		return pages.begun.with(all).write(out)
	}
	w, err := newWriter(out, all)
	if err != nil {
		return Changes{}, err
	}
	w.looked = looked
	return w.write(out)
}

// write puts the site into the folder that is called out.
func (w *writer) write(out string) (Changes, error) {
	end, err := w.start()
	if err != nil {
		return Changes{}, err
	}
	defer end()
	if err := w.compare(); err != nil {
		return Changes{}, err
	}
	if err := w.clear(); err != nil {
		return Changes{}, fmt.Errorf("%s was left as it was: %w", out, err)
	}
	if len(w.same) == len(w.files) && w.changes.Removed == 0 {
		return w.changes, nil
	}
	former, err := w.replace()
	if err != nil {
		return Changes{}, errors.Join(fmt.Errorf("%s was left as it was: %w", out, err), w.dropStage())
	}
	w.done = true
	if err := w.retire(former); err != nil {
		return w.changes, fmt.Errorf("%s is new, but the site before it could not be cleared away: %w", out, err)
	}
	return w.changes, nil
}

type writer struct {
	out     string          // absolute
	next    string          // where the new site is built
	files   []File          // the manifest comes last
	looked  Look            // at files that stand, perhaps
	same    map[string]bool // paths whose bytes are in out already
	there   Look            // the files that have them
	foreign []string        // files, and folders without any of ours, that are not ours
	before  []string        // what the site in out has of ours, the list of that as well
	copied  atomic.Bool     // a file could not be given a second name
	has     map[string]bool // paths that the spare has in the new site's place; nil without one
	touched map[string]bool // folders of the spare in which names come or go
	begun   *begun          // nil where nothing was written while the site was made
	done    bool            // the new site is in its place
	changes Changes
}

func newWriter(out string, files []File) (*writer, error) {
	abs, err := filepath.Abs(out)
	if err != nil {
		return nil, err
	}
	if err := refuse(out, abs); err != nil {
		return nil, err
	}
	w := &writer{out: abs, next: beside(abs, "next"), files: append(files, manifestOf(files)), same: map[string]bool{}, there: Look{}}
	return w, os.MkdirAll(filepath.Dir(abs), 0o755)
}

// start keeps other builds away until end, and brings back what one of them moved.
func (w *writer) start() (end func(), err error) {
	if w.begun != nil {
		return w.begun.end, nil
	}
	if end, err = w.lock(); err != nil {
		return nil, err
	}
	if err := w.restore(); err != nil {
		end()
		return nil, err
	}
	return end, nil
}

// refuse explains why a site must not go into a folder.
func refuse(out, abs string) error {
	if filepath.Dir(abs) == abs {
		return fmt.Errorf("%s is the top of the disk; give the site a folder of its own", out)
	}
	if info, err := os.Lstat(abs); err == nil && !info.IsDir() {
		return fmt.Errorf("%s is not a folder", out)
	}
	for _, name := range []string{settings.File, settings.Content} {
		if exists(filepath.Join(abs, name)) {
			return fmt.Errorf("%s holds a course (%s); give the site a folder of its own", out, name)
		}
	}
	for dir := abs; filepath.Dir(dir) != dir; dir = filepath.Dir(dir) {
		if base := filepath.Base(dir); (base == settings.Content || base == settings.Theme) && exists(filepath.Join(filepath.Dir(dir), settings.File)) {
			return fmt.Errorf("%s is a part of the course (%s); give the site a folder of its own", out, base)
		}
	}
	return nil
}

// exists reports whether there is anything of this name, were it a link that
// leads nowhere.
func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// beside names a hidden sibling of out.
func beside(out, what string) string {
	return filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".lectern-"+what)
}

func (w *writer) path(name string) string { return filepath.Join(w.out, filepath.FromSlash(name)) }

// replace builds the new site and puts it into the old one's place. It returns
// where the old one went.
func (w *writer) replace() (former string, err error) {
	if err := w.stage(); err != nil {
		return "", err
	}
	return w.swap()
}
