package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// begun is a site that is written while it is made, because there is none yet: its
// files lie in their places in the new tree when the last of them is ready. From its
// first moment on it keeps other builds away, and nobody sees it before all is whole.
type begun struct {
	*writer
	unlock  func()
	disk    disk
	folders sync.Map // that are there, by their names on the disk
	mu      sync.Mutex
	placed  map[string]bool // the paths that were asked for -> the file lies in its place
	end     func()          // may be called twice
}

// begin begins the site in the folder out, where there is no other. It returns nil
// where there is one, or what a build left, or where anything is in the way: then
// all is written at the end, which says what is wrong.
func begin(out string) *begun {
	if !exists(filepath.Dir(out)) {
		return nil // a build that fails has made no folder
	}
	w, err := newWriter(out, nil)
	if err != nil || !w.isFirst() {
		return nil
	}
	unlock, err := w.lock()
	if err != nil {
		return nil
	}
	b := &begun{writer: w, unlock: unlock, placed: map[string]bool{}}
	b.end = sync.OnceFunc(b.letGo)
	if !w.isFirst() || w.clear() != nil || os.Mkdir(w.next, 0o755) != nil {
		b.end()
		return nil
	}
	if b.disk, err = openDisk(w.next); err != nil {
		b.end()
		return nil
	}
	w.begun = b
	return b
}

// with is who writes the rest of the files and puts the site into its place.
func (b *begun) with(files []File) *writer {
	b.files = append(files, manifestOf(files))
	return b.writer
}

// isFirst reports whether no build has left a site, in its place or beside it.
func (w *writer) isFirst() bool {
	return !exists(w.path(manifestFile)) && !exists(w.formerName(1)) && !exists(w.spare())
}

// letGo removes what was written, unless it has become the site, and lets other
// builds in.
func (b *begun) letGo() {
	_ = b.disk.close()
	if !b.done {
		_ = b.dropStage()
	}
	b.unlock()
}

// place writes a file to its place. It returns false when it must be written at the
// end: the disk did not take it, somebody has asked for that place before, or it is
// none inside the site, as may be where a course is wrong and nobody has said so yet.
func (b *begun) place(name string, data []byte) bool {
	if !filepath.IsLocal(filepath.FromSlash(name)) || !b.claim(name) {
		return false
	}
	to := b.staged(name)
	err := b.makeFolder(filepath.Dir(to))
	if err == nil {
		err = writeNew(to, made{name, data})
	}
	if err == nil {
		return true
	}
	b.disclaim(name)
	if !errors.Is(err, fs.ErrExist) {
		_ = os.Remove(to) // a part of it, perhaps
	}
	return false
}

func (b *begun) claim(name string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	_, known := b.placed[name]
	b.placed[name] = !known
	return !known
}

func (b *begun) disclaim(name string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.placed[name] = false
}

func (b *begun) makeFolder(name string) error {
	if _, made := b.folders.Load(name); made {
		return nil
	}
	err := os.MkdirAll(name, 0o755)
	if err == nil {
		b.folders.Store(name, true)
	}
	return err
}

// adopt takes what lies in its place for the site, and clears the rest away: what
// the site has not in the end, and what out has with the same bytes.
func (w *writer) adopt() error {
	w.has = map[string]bool{}
	for _, f := range w.files {
		if name := f.Name(); w.begun.placed[name] && !w.same[name] {
			w.has[name] = true
		}
	}
	for name := range w.begun.placed {
		if w.has[name] {
			continue
		}
		if err := os.Remove(w.staged(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
