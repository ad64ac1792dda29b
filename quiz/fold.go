package quiz

import (
	"slices"
	"strings"
)

// Fold brings a typed answer and an accepted one to a common form before they
// are compared. typed.js holds the same steps in the same order, and a test
// compares the two over every character there is. No library decides what a
// capital or a blank is, because Go's and the browsers' differ.
//
//  1. Unicode form NFC; with ignoreAccents, NFD without the marks U+0300 to
//     U+036F, then NFC.
//  2. Capital letters to small ones by the table capitals; final sigma to
//     sigma; everything else stays.
//  3. Curly quotes and apostrophes to straight ones, hyphens and dashes to
//     "-", an ellipsis to three dots. NFC again, because some pairs of letter
//     and mark are one character only when small.
//  4. Every run of blanks to one space, none at the ends.
//  5. Punctuation at either end is dropped.
func Fold(s string, ignoreAccents bool) string {
	parts := decompose(s)
	if ignoreAccents {
		parts = slices.DeleteFunc(parts, isAccent)
	}
	return trimPunctuation(joinBlanks(simplify(compose(parts))))
}

func isAccent(r rune) bool { return r >= 0x300 && r <= 0x36f }

// capitals are ranges of capital letters: from, to, step between capitals, and
// what to add to get the small letter.
var capitals = [][4]rune{
	{'A', 'Z', 1, 32},
	{0xC0, 0xD6, 1, 32}, {0xD8, 0xDE, 1, 32}, // Latin-1
	{0x100, 0x12E, 2, 1}, {0x130, 0x130, 1, -199}, {0x132, 0x136, 2, 1}, // Latin Extended-A
	{0x139, 0x147, 2, 1}, {0x14A, 0x176, 2, 1}, {0x178, 0x178, 1, -121}, {0x179, 0x17D, 2, 1},
	{0x1CD, 0x1DB, 2, 1}, {0x1DE, 0x1EE, 2, 1}, {0x1F8, 0x21E, 2, 1}, {0x222, 0x232, 2, 1}, // Extended-B
	// Extended-B again: the letters of SENĆOŦEN and the Dene languages
	{0x23A, 0x23A, 1, 10795}, {0x23B, 0x23B, 1, 1}, {0x23D, 0x23D, 1, -163}, {0x23E, 0x23E, 1, 10792}, {0x241, 0x241, 1, 1},
	{0x386, 0x386, 1, 38}, {0x388, 0x38A, 1, 37}, {0x38C, 0x38C, 1, 64}, {0x38E, 0x38F, 1, 63}, // Greek
	{0x391, 0x3A1, 1, 32}, {0x3A3, 0x3AB, 1, 32},
	{0x400, 0x40F, 1, 80}, {0x410, 0x42F, 1, 32}, {0x460, 0x480, 2, 1}, {0x48A, 0x4BE, 2, 1}, // Cyrillic
	{0x4C1, 0x4CD, 2, 1}, {0x4D0, 0x52E, 2, 1},
	{0x1E00, 0x1E94, 2, 1}, {0x1E9E, 0x1E9E, 1, -7615}, {0x1EA0, 0x1EFE, 2, 1}, // Extended Additional
}

func lower(r rune) rune {
	if r == 0x3C2 {
		return 0x3C3
	}
	for _, c := range capitals {
		if r >= c[0] && r <= c[1] && (r-c[0])%c[2] == 0 {
			return r + c[3]
		}
	}
	return r
}

func simplify(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r {
		case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2BC:
			b.WriteByte('\'')
		case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0xAB, 0xBB:
			b.WriteByte('"')
		case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212:
			b.WriteByte('-')
		case 0x2026:
			b.WriteString("...")
		default:
			b.WriteRune(lower(r))
		}
	}
	return compose(decompose(b.String()))
}

// isBlank covers the white space that keyboards and word processors produce.
func isBlank(r rune) bool {
	return r >= 0x09 && r <= 0x0D || r == 0x20 || r == 0x85 || r == 0xA0 || r == 0x1680 ||
		r >= 0x2000 && r <= 0x200B || r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F ||
		r == 0x2060 || r == 0x3000 || r == 0xFEFF
}

func joinBlanks(s string) string { return strings.Join(strings.FieldsFunc(s, isBlank), " ") }

const outerPunctuation = ".,;:!?\"'()[]{}-/ \u00a1\u00bf\u3002\u3001"

func trimPunctuation(s string) string {
	trimmed := strings.Trim(s, outerPunctuation)
	if trimmed == "" {
		return s // an answer that is nothing but punctuation stays as it is
	}
	return trimmed
}
