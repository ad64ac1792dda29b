package ids

import (
	"bytes"
	"io/fs"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/source"
)

// Change is what putting ids into a file makes of it, byte by byte.
type Change struct {
	Path     string
	Edits    []Edit
	Old, New []byte
}

// Changes makes the edits in the files of fsys. A file that does not say any
// more what the edits were made for is reported and left out.
func Changes(fsys fs.FS, edits []Edit, d *diag.List) []Change {
	var changes []Change
	for len(edits) > 0 {
		f, n := edits[0].File, 1
		for n < len(edits) && edits[n].File == f {
			n++
		}
		if old, ok := asRead(fsys, f, d); ok {
			changes = append(changes, Change{Path: f.Path, Edits: edits[:n], Old: old, New: insert(old, edits[:n])})
		}
		edits = edits[n:]
	}
	return changes
}

// asRead reads a file's bytes, which must be those that f was made of.
func asRead(fsys fs.FS, f *source.File, d *diag.List) ([]byte, bool) {
	data, err := fs.ReadFile(fsys, f.Path)
	if err != nil {
		d.ErrorIn(f.Path, "unreadable", "this file cannot be read: "+err.Error(), "")
		return nil, false
	}
	if now, err := source.New(f.Path, data); err != nil || !bytes.Equal(now.Text(), f.Text()) {
		d.ErrorIn(f.Path, "file-changed", "this file was changed while it was read, so it is left alone", "run `lectern ids` again")
		return nil, false
	}
	return data, true
}

const byteOrderMark = "\xef\xbb\xbf"

// insert makes the edits, which are in order, in the bytes of their file. A
// source.File has no byte-order mark and ends its lines with \n; raw may have
// the one and end them otherwise, and keeps both.
func insert(raw []byte, edits []Edit) []byte {
	var out []byte
	done, at := 0, len(raw)-len(bytes.TrimPrefix(raw, []byte(byteOrderMark)))
	offset := 0 // of at, in the File
	for _, e := range edits {
		for ; offset < e.At; offset++ {
			at += len(lineEndAt(raw, at))
		}
		out = append(out, raw[done:at]...)
		out = append(out, strings.ReplaceAll(e.Insert, "\n", lineEndNear(raw, at))...)
		done = at
	}
	return append(out, raw[done:]...)
}

// lineEndAt is the line end at an offset, or any other single byte.
func lineEndAt(raw []byte, at int) string {
	if bytes.HasPrefix(raw[at:], []byte("\r\n")) {
		return "\r\n"
	}
	return string(raw[at : at+1])
}

// lineEndNear is how the line before an offset ends; of the first line, how
// that ends itself.
func lineEndNear(raw []byte, at int) string {
	if i := bytes.LastIndexAny(raw[:at], "\r\n"); i > 0 && raw[i-1] == '\r' && raw[i] == '\n' {
		return "\r\n"
	} else if i >= 0 {
		return string(raw[i : i+1])
	}
	if i := bytes.IndexAny(raw[at:], "\r\n"); i >= 0 {
		return lineEndAt(raw, at+i)
	}
	return "\n"
}
