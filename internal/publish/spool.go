package publish

import (
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
)

// Spool is a file without a name, on the disk that the site will lie on, for pages
// until they are written. Where there is no site yet, they are written at once.
type Spool struct {
	file  *os.File
	end   atomic.Int64
	begun *begun // nil where pages wait until the site is written
}

// spooled begins the name that a spool has for the moment in which it is made.
const spooled = "pages-"

// spoolsOf are those of a site in the folder out that have their name still.
// Whoever made them needs it no longer, or was ended in that moment.
func spoolsOf(out string) (names []string, err error) {
	entries, err := os.ReadDir(filepath.Dir(out))
	for _, e := range entries {
		if name := filepath.Join(filepath.Dir(out), e.Name()); strings.HasPrefix(name, beside(out, spooled)) {
			names = append(names, name)
		}
	}
	return names, err
}

// NewSpool makes a spool for a site in the folder out. Where there is no room for
// one it returns nil: pages then stay in the memory.
func NewSpool(out string) *Spool {
	f, err := os.CreateTemp(nearestFolder(filepath.Dir(out)), filepath.Base(beside(out, spooled))+"*")
	if err != nil {
		return nil
	}
	_ = os.Remove(f.Name()) // so that nothing is left, however the build ends
	return &Spool{file: f, begun: begin(out)}
}

// nearestFolder is a folder, or the one above it that is there: a build that fails has
// made none.
func nearestFolder(name string) string {
	for name != filepath.Dir(name) {
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			break
		}
		name = filepath.Dir(name)
	}
	return name
}

// Keep takes bytes away and returns how to read them again, into room where that
// is enough.
func (s *Spool) Keep(data []byte) (read func(room []byte) ([]byte, error), err error) {
	n := len(data)
	at := s.end.Add(int64(n)) - int64(n)
	if _, err := s.file.WriteAt(data, at); err != nil {
		return nil, err
	}
	return func(room []byte) ([]byte, error) {
		if cap(room) < n {
			room = make([]byte, n)
		}
		_, err := s.file.ReadAt(room[:n], at)
		return room[:n], err
	}, nil
}

// KeepAs is Keep for a whole file of the site, of that path. It can be read again
// until the site is in its place.
func (s *Spool) KeepAs(path string, data []byte) (read func(room []byte) ([]byte, error), err error) {
	if s.begun != nil && s.begun.place(path, data) {
		return func([]byte) ([]byte, error) { return os.ReadFile(s.begun.staged(path)) }, nil
	}
	return s.Keep(data)
}

// Close lets go of the file; where it has its name still, that goes too. Of a site
// that was begun and not written nothing is left.
func (s *Spool) Close() {
	if s.begun != nil {
		s.begun.end()
	}
	_ = s.file.Close()
	_ = os.Remove(s.file.Name())
}
