package site

import (
	"os"
	"path/filepath"
	"sync/atomic"
)

// Spool is a file without a name, on the disk that the site will lie on. It is a
// Shelf.
type Spool struct {
	file *os.File
	end  atomic.Int64
}

// NewSpool makes a spool for a site in the folder out. Where there is no room for
// one, or no folder to put out into, it returns nil: pages then stay in the
// memory. A build that fails has made no folder.
func NewSpool(out string) *Spool {
	f, err := os.CreateTemp(filepath.Dir(out), "."+filepath.Base(out)+".lectern-pages-*")
	if err != nil {
		return nil
	}
	_ = os.Remove(f.Name()) // so that nothing is left, however the build ends
	return &Spool{file: f}
}

// Keep implements Shelf.
func (s *Spool) Keep(data []byte) (read func() ([]byte, error), err error) {
	n := int64(len(data))
	at := s.end.Add(n) - n
	if _, err := s.file.WriteAt(data, at); err != nil {
		return nil, err
	}
	return func() ([]byte, error) {
		again := make([]byte, n)
		_, err := s.file.ReadAt(again, at)
		return again, err
	}, nil
}

// Close lets go of the file; where it has its name still, that goes too.
func (s *Spool) Close() {
	_ = s.file.Close()
	_ = os.Remove(s.file.Name())
}
