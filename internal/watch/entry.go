package watch

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

type kind int

const (
	absent kind = iota
	file
	folder
	other // there, and of no use: a link that leads nowhere or out of the course, a pipe, what may not be read
)

// entry is what lies at a path. The zero value is nothing.
type entry struct {
	kind  kind
	bytes int64 // of a file
	sum   [sha256.Size]byte
	info  fs.FileInfo // of what a link leads to, when it is one
	at    time.Time   // when the bytes were read
}

// same tells whether two entries mean the same to who reads the course.
func (e entry) same(before entry) bool {
	return e.kind == before.kind && e.sum == before.sum
}

// doubtful tells whether what was found may be half of a save: the file was
// removed or emptied to be written, or has been made and not written yet.
func (e entry) doubtful(before entry) bool {
	gone := e.kind == absent && before.kind == file && before.bytes > 0
	empty := e.kind == file && e.bytes == 0 && (before.kind == absent || before.bytes > 0)
	return gone || empty
}

// settled is how old a file's time of change must be before the time alone
// says that nothing has changed since. Some disks count in steps of two
// seconds.
const settled = 2 * time.Second

// unread tells whether a file need not be read again.
func (e entry) unread(info fs.FileInfo) bool {
	return e.kind == file && alike(e.info, info) && e.at.Sub(info.ModTime()) > settled
}

// untouched tells whether nothing says that a file was written since.
func (e entry) untouched(before entry) bool {
	return e.kind != file || before.kind != file || alike(e.info, before.info)
}

func alike(a, b fs.FileInfo) bool {
	return os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}

// largest is the size of a file that is still read, in bytes. Of a longer one,
// a film, size and time of change must do.
const largest = 64 << 20

// readFile returns the entry of a file that open opens.
func readFile(info fs.FileInfo, open func() (*os.File, error)) entry {
	e := entry{kind: file, info: info, bytes: info.Size(), at: time.Now()}
	if info.Size() > largest {
		e.sum = sha256.Sum256(fmt.Append(nil, info.Size(), info.ModTime().UnixNano()))
		return e
	}
	f, err := open()
	if err != nil {
		return entry{kind: unreadable(err)}
	}
	defer f.Close()
	h := sha256.New()
	if e.bytes, err = io.Copy(h, f); err != nil {
		return entry{kind: other}
	}
	h.Sum(e.sum[:0])
	return e
}

// unreadable tells what is at a path that could not be asked about.
func unreadable(err error) kind {
	if os.IsNotExist(err) {
		return absent
	}
	return other
}
