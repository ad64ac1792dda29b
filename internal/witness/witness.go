package witness

import (
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync/atomic"
)

// Folder is a course's folder that notices when a file changes while a build
// goes on: what is then remembered of the build would be wrong.
type Folder struct {
	course  fs.FS
	sources Sources
	inside  map[string]int // how many files and folders each folder of the sources holds
	another atomic.Bool
}

// Watch is the course's folder, and sees whether a file that is read has other
// bytes than it had for s, and whether one is missing or new.
func (s Sources) Watch(course fs.FS) *Folder {
	w := &Folder{course: course, sources: s, inside: map[string]int{}}
	for name := range s {
		w.inside[path.Dir(strings.TrimSuffix(name, "/"))]++
	}
	return w
}

// SawChange reports whether a file was another, or not there, when it was asked for.
func (w *Folder) SawChange() bool { return w.another.Load() }

func (w *Folder) saw(name string, found [sha256.Size]byte) {
	if w.sources[name] != found {
		w.another.Store(true)
	}
}

// ReadFile implements fs.ReadFileFS.
func (w *Folder) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(w.course, name)
	if err == nil {
		w.saw(name, sha256.Sum256(data))
	}
	return data, w.missed(name, err)
}

// missed notes that a file cannot be read that could be for the sources: what
// comes back later was not in the site.
func (w *Folder) missed(name string, err error) error {
	if _, was := w.sources[name]; was && err != nil {
		w.another.Store(true)
	}
	return err
}

// Open implements fs.FS. Who opens a file may read it, so all of it is looked at
// by the time it is closed. Who goes to a place in it has read it before, and
// knows what must be there.
func (w *Folder) Open(name string) (fs.File, error) {
	f, err := w.course.Open(name)
	if w.missed(name, err) != nil {
		return nil, err
	}
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return f, nil
	}
	return &witnessed{File: f, name: name, by: w, sum: sha256.New()}, nil
}

// Stat implements fs.StatFS.
func (w *Folder) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(w.course, name)
	return info, w.missed(name, err)
}

// ReadDir implements fs.ReadDirFS.
func (w *Folder) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(w.course, name)
	if _, ours := w.sources[name+"/"]; ours && (err != nil || len(entries) != w.inside[name]) {
		w.another.Store(true) // one that changed its name is missed when it is read
	}
	return entries, err
}

// witnessed is a file whose bytes are looked at as they are read.
type witnessed struct {
	fs.File
	name   string
	by     *Folder
	sum    hash.Hash
	sought bool
}

func (f *witnessed) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	f.sum.Write(p[:n])
	return n, err
}

// Seek implements io.Seeker.
func (f *witnessed) Seek(offset int64, whence int) (int64, error) {
	f.sought = true
	if s, ok := f.File.(io.Seeker); ok {
		return s.Seek(offset, whence)
	}
	return 0, errors.ErrUnsupported
}

// Close looks at the rest.
func (f *witnessed) Close() error {
	if !f.sought {
		if _, err := io.Copy(f.sum, f.File); err != nil {
			f.by.another.Store(true)
		}
		f.by.saw(f.name, [sha256.Size]byte(f.sum.Sum(nil)))
	}
	return f.File.Close()
}
