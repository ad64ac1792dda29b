package site

// Shelf is where rendered pages lie until they are written, so that the memory a
// build takes does not grow with them. Several goroutines use it at once.
type Shelf interface {
	// Keep takes bytes away and returns how to read them again.
	Keep(data []byte) (read func() ([]byte, error), err error)
}

// kept is what is known of a file whose bytes lie on a shelf.
type kept struct {
	read  func() ([]byte, error)
	size  int
	print string
}

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
	return File{Path: f.Path, kept: &kept{read, len(f.Data), fingerprint(f.Data)}}
}

// Bytes returns what is in the file.
func (f File) Bytes() ([]byte, error) {
	if f.kept != nil {
		return f.kept.read()
	}
	return f.Data, nil
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
