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
	Path  string // relative to the course folder, with forward slashes
	text  []byte
	again func() []byte // reads the text where it is not kept here
	lines func() []int  // byte offset of the start of each line
}

// Text is valid UTF-8, without a byte-order mark, lines ended by \n.
func (f *File) Text() []byte {
	if f.again != nil {
		return f.again()
	}
	return f.text
}

// LetGo lets go of the text. From then on read reads it, in the rare case that a
// message shows some of it. Nobody else may use the file meanwhile. When read fails, the
// text is white space of the same length, so that places stay inside it.
func (f *File) LetGo(read func() ([]byte, error)) {
	size := len(f.text)
	f.text, f.again = nil, func() []byte {
		text, err := read()
		if err != nil || len(text) != size {
			return bytes.Repeat([]byte(" "), size)
		}
		return text
	}
	f.countLines()
}

// countLines looks where lines start when that is first asked for.
func (f *File) countLines() {
	f.lines = once.Value(func() []int { return lineStarts(f.Text()) })
}

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
	f := &File{Path: path, text: unixLines(data)}
	f.countLines()
	return f, nil
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
	text, lines := f.Text(), f.lines()
	offset = min(max(offset, 0), len(text))
	line := sort.SearchInts(lines, offset+1) - 1
	column := utf8.RuneCount(text[lines[line]:offset])
	return Position{Line: line + 1, Column: column + 1}
}

// Line returns the text of line n, counted from 1, without its line end.
func (f *File) Line(n int) string {
	text, lines := f.Text(), f.lines()
	if n < 1 || n > len(lines) {
		return ""
	}
	start, end := lines[n-1], len(text)
	if n < len(lines) {
		end = lines[n] - 1
	}
	return string(text[start:end])
}

// LineStart returns the offset of the first byte of line n, counted from 1;
// past the last line it is the end of the text.
func (f *File) LineStart(n int) int {
	lines := f.lines()
	switch {
	case n < 1:
		return 0
	case n > len(lines):
		return len(f.Text())
	}
	return lines[n-1]
}

// Offset is the reverse of Position.
func (f *File) Offset(p Position) int {
	text, at := f.Text(), f.LineStart(p.Line)
	for i := 1; i < p.Column && at < len(text) && text[at] != '\n'; i++ {
		_, size := utf8.DecodeRune(text[at:])
		at += size
	}
	return at
}

// LineRange returns the range of the line that holds offset.
func (f *File) LineRange(offset int) Range {
	n := f.Position(offset).Line
	return Range{f.LineStart(n), f.LineStart(n) + len(f.Line(n))}
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
