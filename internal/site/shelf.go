package site

import (
	"io"
	"io/fs"
)

// Shelf is where rendered pages lie until they are written, so that the memory a
// build takes does not grow with them. Several goroutines use it at once.
type Shelf interface {
	// Keep takes bytes away and returns how to read them again.
	Keep(data []byte) (read func() ([]byte, error), err error)
}

// nowhere is a shelf for pages that nobody wants again.
type nowhere struct{}

// Keep implements Shelf.
func (nowhere) Keep([]byte) (read func() ([]byte, error), err error) {
	return func() ([]byte, error) { return nil, fs.ErrNotExist }, nil
}

// kept is what is known of a file whose bytes lie elsewhere.
type kept struct {
	pieces []piece
	size   int
	print  string
	stands bool // the site has it already
}

// piece reads a part of a file.
type piece func() ([]byte, error)

// shelve puts a file onto the shelf. Where there is none, or no room, the file
// stays as it is.
func (w *workshop) shelve(f File) File {
	if w.shelf == nil {
		return f
	}
	read, err := w.shelf.Keep(f.Data)
	if err != nil {
		return f
	}
	return File{Path: f.Path, kept: &kept{pieces: []piece{read}, size: len(f.Data), print: fingerprint(f.Data)}}
}

// shelvePiece is shelve for a part of a file.
func (w *workshop) shelvePiece(data []byte) piece {
	if w.shelf != nil {
		if read, err := w.shelf.Keep(data); err == nil {
			return read
		}
	}
	return func() ([]byte, error) { return data, nil }
}

// Bytes returns what is in the file.
func (f File) Bytes() ([]byte, error) {
	if f.kept == nil {
		return f.Data, nil
	}
	if len(f.kept.pieces) == 1 {
		return f.kept.pieces[0]()
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

// Each visits what is in the file, a piece at a time.
func (f File) Each(visit func(data []byte) error) error {
	if f.kept == nil {
		return visit(f.Data)
	}
	for _, read := range f.kept.pieces {
		data, err := read()
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
