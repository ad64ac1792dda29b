package site

import (
	"bytes"
	"io"
	"io/fs"
	"sync"

	"lectern/internal/together"
)

// Shelf is where rendered pages lie until they are written, so that the memory a
// build takes does not grow with them. Several goroutines use it at once.
type Shelf interface {
	// Keep takes bytes away, whose place may then be used again, and returns how to
	// read them, into room where that is enough.
	Keep(data []byte) (read func(room []byte) ([]byte, error), err error)
	// KeepAs is Keep for a whole file of the site, of that path. It is asked for once
	// for each.
	KeepAs(path string, data []byte) (read func(room []byte) ([]byte, error), err error)
}

// nowhere is a shelf for pages that nobody wants again.
type nowhere struct{}

// Keep implements Shelf.
func (nowhere) Keep([]byte) (read func(room []byte) ([]byte, error), err error) {
	return func([]byte) ([]byte, error) { return nil, fs.ErrNotExist }, nil
}

// KeepAs implements Shelf.
func (n nowhere) KeepAs(_ string, data []byte) (read func(room []byte) ([]byte, error), err error) {
	return n.Keep(data)
}

// kept is what is known of a file whose bytes lie elsewhere.
type kept struct {
	pieces []piece
	size   int
	print  string
	stands bool // the site has it already
}

// piece reads a part of a file, into room where that is enough.
type piece func(room []byte) ([]byte, error)

// keep is how the course takes texts out of the memory; nil where they stay in it.
func (w *workshop) keep() func([]byte) (func([]byte) ([]byte, error), error) {
	if w.shelf == nil || w.unwritten { // which wants no page again, and lines for its messages
		return nil
	}
	return w.shelf.Keep
}

// shelve makes a file of this language that lies on the shelf. Where there is none,
// or no room, it lies in the memory. The place of data may then be used again.
func (b *builder) shelve(path string, data []byte) File {
	if b.shelf != nil {
		if read, err := b.shelf.KeepAs(b.folder+path, data); err == nil {
			return File{Path: path, kept: &kept{pieces: []piece{read}, size: len(data), print: fingerprint(data)}}
		}
	}
	return File{Path: path, Data: bytes.Clone(data)}
}

// shelveAll puts files onto the shelf, where there is one, but for those that the
// site has already.
func (b *builder) shelveAll(files []File) []File {
	_ = together.Do(len(files), func(i int) error {
		f := files[i]
		if m, known := b.madeBefore(f.Path); known && m.Size == len(f.Data) && m.Print == fingerprint(f.Data) {
			files[i] = b.standingAs(f.Path, m)
		} else if b.shelf != nil {
			files[i] = b.shelve(f.Path, f.Data)
		}
		return nil
	})
	return files
}

// shelvePiece is shelve for a part of a file.
func (w *workshop) shelvePiece(data []byte) piece {
	if w.shelf != nil {
		if read, err := w.shelf.Keep(data); err == nil {
			return read
		}
	}
	return func([]byte) ([]byte, error) { return data, nil }
}

// Bytes returns what is in the file.
func (f File) Bytes() ([]byte, error) {
	if f.kept == nil {
		return f.Data, nil
	}
	if len(f.kept.pieces) == 1 {
		return f.kept.pieces[0](nil)
	}
	all := make([]byte, 0, f.kept.size)
	err := f.Each(func(data []byte) error {
		all = append(all, data...)
		return nil
	})
	return all, err
}

// WriteTo implements io.WriterTo.
func (f File) WriteTo(w io.Writer) (written int64, err error) {
	err = f.Each(func(data []byte) error {
		n, err := w.Write(data)
		written += int64(n)
		return err
	})
	return written, err
}

// Name is the file's path. With it, Size, Stands and Each a File can be published.
func (f File) Name() string { return f.Path }

// Stands reports that the site which is there has the very file.
func (f File) Stands() bool { return f.kept != nil && f.kept.stands }

// rooms are where pages are read into; what is in them is soon written.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

// largestRoom is how large one is at most, in bytes.
const largestRoom = 1 << 20

// roomFor is a room for size bytes, or the largest.
func roomFor(size int) *[]byte {
	room := rooms.Get().(*[]byte)
	if n := min(size, largestRoom); cap(*room) < n {
		*room = make([]byte, n)
	}
	return room
}

// Each visits what is in the file, a piece at a time, whose place is used again.
func (f File) Each(visit func(data []byte) error) error {
	if f.kept == nil {
		return visit(f.Data)
	}
	room := roomFor(f.kept.size)
	defer rooms.Put(room)
	for _, read := range f.kept.pieces {
		data, err := read(*room)
		if err == nil {
			err = visit(data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Size is how many bytes are in the file.
func (f File) Size() int {
	if f.kept != nil {
		return f.kept.size
	}
	return len(f.Data)
}

// print is what the worker knows the file's content by.
func (f File) print() string {
	if f.kept != nil {
		return f.kept.print
	}
	return fingerprint(f.Data)
}
