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
func (t *text) before(offset int) int {
	i := offset / block
	return t.blocks[i] + characters(t.bytes[i*block:offset])
}

// column is the column, counted from 1, of an offset in the line that begins at
// start.
func (t *text) column(start, offset int) int {
	if t.blocks == nil || offset-start < block {
		return 1 + characters(t.bytes[start:offset])
	}
	return 1 + t.before(offset) - t.before(start)
}

// along is the reverse of column; a column past the line is its end.
func (t *text) along(start, column int) int {
	end := len(t.bytes)
	if n := bytes.IndexByte(t.bytes[start:], '\n'); n >= 0 {
		end = start + n
	}
	at, left := start, column-1
	if t.blocks != nil && left > block {
		target := t.before(start) + left
		i := sort.SearchInts(t.blocks, target+1) - 1
		if at, left = i*block, target-t.blocks[i]; at >= end {
			return end
		}
		for at < end && !utf8.RuneStart(t.bytes[at]) {
			at++ // it is of the character before
		}
	}
	for ; left > 0 && at < end; left-- {
		_, size := utf8.DecodeRune(t.bytes[at:])
		at += size
	}
	return at
}
