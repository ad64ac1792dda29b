// Package source holds the text an author wrote and the places in it.
//
// Everything that can be wrong in a course is remembered as a byte range of a
// File; line and column are computed only when a message is printed.
package source

import (
	"bytes"
	"fmt"
	"sort"
	"unicode/utf8"

	"lectern/internal/once"
)

// File is one text file of a course. What it says never changes.
type File struct {
	Path   string        // relative to the course folder, with forward slashes
	text   *text         // nil where the file let go of it
	read   func() []byte // reads it then
	again  func() *text  // the same, and keeps it
	unread bool
}

// text is what a file says, and where its lines are.
type text struct {
	bytes  []byte
	lines  []int // byte offset of the start of each line
	blocks []int // see countBlocks
}

func newText(bytes []byte) *text {
	lines := lineStarts(bytes)
	return &text{bytes, lines, countBlocks(bytes, lines)}
}

// open is the file's text.
func (f *File) open() *text {
	if f.text == nil {
		return f.again()
	}
	return f.text
}

// Text is valid UTF-8, without a byte-order mark, lines ended by \n.
func (f *File) Text() []byte {
	if f.text == nil {
		return f.read()
	}
	return f.text.bytes
}

// LetGo takes the text out of the memory; read reads it again. Once a place in it is
// asked for, for a message, it stays, as there may be more of them. When read fails,
// the text is white space of the same length, so that places stay inside it. Nobody
// else may use the file meanwhile.
func (f *File) LetGo(read func() ([]byte, error)) {
	size := len(f.text.bytes)
	f.text, f.read = nil, func() []byte {
		again, err := read()
		if err != nil || len(again) != size {
			again = bytes.Repeat([]byte(" "), size)
		}
		return again
	}
	f.again = once.Value(func() *text { return newText(f.read()) })
}

// Unread is a file that is known without its text. Places in it cannot be told.
func Unread(path string) *File { return &File{Path: path, text: newText(nil), unread: true} }

// Later is a file whose text is read when it is first asked for. It is empty when
// read fails.
func Later(path string, read func() ([]byte, error)) *File {
	f := &File{Path: path}
	f.again = once.Value(func() *text {
		if data, err := read(); err == nil {
			if now, err := New(path, data); err == nil {
				return now.text
			}
		}
		return newText(nil)
	})
	f.read = func() []byte { return f.open().bytes }
	return f
}

// IsUnread reports whether Unread made the file.
func (f *File) IsUnread() bool { return f.unread }

// Range is a half-open range of bytes of a File.
type Range struct{ Start, End int }

// Shift moves a range by n bytes.
func (r Range) Shift(n int) Range { return Range{r.Start + n, r.End + n} }

// Position is a place as people count it: both numbers start at 1, and the
// column counts characters, not bytes.
type Position struct{ Line, Column int }

// New makes a File from the bytes of path. A byte-order mark is dropped and
// CRLF and CR line ends become \n. It fails, naming the line, when the bytes
// are not UTF-8 text.
func New(path string, data []byte) (*File, error) {
	if hint := otherEncoding(data); hint != "" {
		return nil, fmt.Errorf("this is not UTF-8 text: it looks like %s; save it as UTF-8", hint)
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if at := firstBadByte(data); at >= 0 {
		line := 1 + bytes.Count(data[:at], []byte("\n"))
		return nil, fmt.Errorf("this is not UTF-8 text: byte %d, in line %d, is %#02x; save it as UTF-8", at+1, line, data[at])
	}
	return &File{Path: path, text: newText(unixLines(data))}, nil
}

func otherEncoding(data []byte) string {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return "UTF-16"
	}
	return ""
}

// firstBadByte returns the offset of the first byte that is not part of valid
// UTF-8, or is NUL, or -1.
func firstBadByte(data []byte) int {
	for i := 0; i < len(data); {
		if data[i] == 0 {
			return i
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

func unixLines(data []byte) []byte {
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
}

func lineStarts(text []byte) []int {
	starts := []int{0}
	for i, c := range text {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// Position returns where offset is. Offsets outside the text are moved to its
// nearest end.
func (f *File) Position(offset int) Position {
	t := f.open()
	offset = min(max(offset, 0), len(t.bytes))
	line := sort.SearchInts(t.lines, offset+1) - 1
	return Position{Line: line + 1, Column: t.column(t.lines[line], offset)}
}

// Line returns the text of line n, counted from 1, without its line end.
func (f *File) Line(n int) string {
	t := f.open()
	if n < 1 || n > len(t.lines) {
		return ""
	}
	return string(t.bytes[t.lines[n-1]:t.lineEnd(n)])
}

// lineEnd is where line n, which there is, ends.
func (t *text) lineEnd(n int) int {
	if n < len(t.lines) {
		return t.lines[n] - 1
	}
	return len(t.bytes)
}

// LineStart returns the offset of the first byte of line n, counted from 1;
// past the last line it is the end of the text.
func (f *File) LineStart(n int) int { return f.open().lineStart(n) }

func (t *text) lineStart(n int) int {
	switch {
	case n < 1:
		return 0
	case n > len(t.lines):
		return len(t.bytes)
	}
	return t.lines[n-1]
}

// Offset is the reverse of Position.
func (f *File) Offset(p Position) int {
	t := f.open()
	return t.along(t.lineStart(p.Line), p.Column)
}

// LineRange returns the range of the line that holds offset.
func (f *File) LineRange(offset int) Range {
	t := f.open()
	n := sort.SearchInts(t.lines, min(max(offset, 0), len(t.bytes))+1)
	return Range{t.lines[n-1], t.lineEnd(n)}
}

// All is the range of the whole text.
func (f *File) All() Range { return Range{0, len(f.Text())} }

// Slice returns the text of r, cut to the file's bounds.
func (f *File) Slice(r Range) string {
	text := f.Text()
	start := min(max(r.Start, 0), len(text))
	end := min(max(r.End, start), len(text))
	return string(text[start:end])
}
