package markdown

import "strings"

// Many lexers look ahead to the end of a line, or of the whole code, from each
// sign: they need time in the square of the length, and minutes for 64 KB of empty
// lines. What they would take long for is nothing that people read for its colours.
const (
	maxHighlighted = 16 << 10 // bytes of code
	maxCodeLine    = 1 << 10  // bytes of a line

	// A stretch of so many bytes in which so few rows of four signs are different
	// says the same over and over: empty lines, a ruler, brackets.
	stretch  = 256
	monotone = 16
)

// slowLexers look ahead further than others, and are given less code, in bytes. The
// ones for V need a minute for a few comments that never end.
var slowLexers = map[string]int{"V": 0, "V shell": 0, "Fish": 2 << 10, "Devicetree": 4 << 10, "Luau": 4 << 10, "Vala": 4 << 10}

// isTooMuch reports whether a lexer would take long for so many bytes of code.
func isTooMuch(lexer string, bytes int) bool {
	most, slow := slowLexers[lexer]
	return slow && bytes > most
}

// isHighlighted reports whether code is coloured, by its text alone: a limit of
// time would colour it on one computer and not on another.
func isHighlighted(text string) bool {
	return len(text) <= maxHighlighted && !hasLongLine(text) && !isMonotonous(text)
}

func hasLongLine(text string) bool {
	for len(text) > maxCodeLine {
		end := strings.IndexByte(text, '\n')
		if end < 0 || end > maxCodeLine {
			return true
		}
		text = text[end+1:]
	}
	return false
}

// isMonotonous reports whether a stretch of code says the same over and over.
func isMonotonous(text string) bool {
	var seen [1 << 12]int // in which stretch a row was seen last, by its fingerprint
	for start := 0; start+stretch <= len(text); start += stretch / 2 {
		different := 0
		for i := start; i+4 <= start+stretch; i++ {
			row := uint32(text[i]) | uint32(text[i+1])<<8 | uint32(text[i+2])<<16 | uint32(text[i+3])<<24
			if at := &seen[row*2654435761>>20]; *at != start+1 {
				*at = start + 1
				different++
			}
		}
		if different < monotone {
			return true
		}
	}
	return false
}
