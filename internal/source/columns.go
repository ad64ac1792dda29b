package source

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// block is after how many bytes the characters of a file with long lines are
// counted on: a line of 64 KB may have thousands of places that somebody asks for.
const block = 1 << 10

// countBlocks counts the characters before each block of text; nil when no line
// is so long that it is worth it.
func countBlocks(text []byte, lines []int) []int {
	long := false
	for i, start := range lines {
		end := len(text)
		if i+1 < len(lines) {
			end = lines[i+1]
		}
		long = long || end-start > 4*block
	}
	if !long {
		return nil
	}
	counts := make([]int, 0, len(text)/block+1)
	for at, n := 0, 0; at <= len(text); at += block {
		counts = append(counts, n)
		n += characters(text[at:min(at+block, len(text))])
	}
	return counts
}

// characters is how many characters begin in a part of a text.
func characters(part []byte) (n int) {
	for _, b := range part {
		if utf8.RuneStart(b) {
			n++
		}
	}
	return n
}

// before is how many characters begin before an offset.
func (f *File) before(offset int) int {
	i := offset / block
	return f.blocks[i] + characters(f.Text[i*block:offset])
}

// column is the column, counted from 1, of an offset in the line that begins at
// start.
func (f *File) column(start, offset int) int {
	if f.blocks == nil || offset-start < block {
		return 1 + characters(f.Text[start:offset])
	}
	return 1 + f.before(offset) - f.before(start)
}

// along is the reverse of column; a column past the line is its end.
func (f *File) along(start, column int) int {
	end := len(f.Text)
	if n := bytes.IndexByte(f.Text[start:], '\n'); n >= 0 {
		end = start + n
	}
	at, left := start, column-1
	if f.blocks != nil && left > block {
		target := f.before(start) + left
		i := sort.SearchInts(f.blocks, target+1) - 1
		if at, left = i*block, target-f.blocks[i]; at >= end {
			return end
		}
		for at < end && !utf8.RuneStart(f.Text[at]) {
			at++ // it is of the character before
		}
	}
	for ; left > 0 && at < end; left-- {
		_, size := utf8.DecodeRune(f.Text[at:])
		at += size
	}
	return at
}
