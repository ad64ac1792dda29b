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
// one it returns nil: pages then stay in the memory.
func NewSpool(out string) *Spool {
	folder := filepath.Dir(out)
	if os.MkdirAll(folder, 0o755) != nil {
		return nil
	}
	f, err := os.CreateTemp(folder, "."+filepath.Base(out)+".lectern-pages-*")
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
