package site

import (
	"crypto/sha256"
	"io/fs"
	"sync/atomic"
)

// Witness is a course's folder that notices when a file changes while a build
// goes on: what is then remembered of the build would be wrong.
type Witness struct {
	course  fs.FS
	sources Sources
	another atomic.Bool
}

// Witness is the course's folder, and sees whether a file that is read has other
// bytes than it had for s.
func (s Sources) Witness(course fs.FS) *Witness { return &Witness{course: course, sources: s} }

// SawChange reports whether a file had other bytes when it was read.
func (w *Witness) SawChange() bool { return w.another.Load() }

// ReadFile implements fs.ReadFileFS.
func (w *Witness) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(w.course, name)
	if err == nil && w.sources[name] != sha256.Sum256(data) {
		w.another.Store(true)
	}
	return data, err
}

// Open implements fs.FS. Who opens a file may read it, so it is looked at.
func (w *Witness) Open(name string) (fs.File, error) {
	if info, err := w.Stat(name); err == nil && info.Mode().IsRegular() {
		_, _ = w.ReadFile(name)
	}
	return w.course.Open(name)
}

// Stat implements fs.StatFS.
func (w *Witness) Stat(name string) (fs.FileInfo, error) { return fs.Stat(w.course, name) }

// ReadDir implements fs.ReadDirFS.
func (w *Witness) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(w.course, name) }
