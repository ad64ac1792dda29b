package search

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"lectern/quiz"
)

// Words are the words of a text as they are looked up. find.js takes the same
// steps in the same order:
//
//  1. A text is cut at what is neither letter, digit nor apostrophe. What that is
//     stands in gaps, because Go's and the browsers' editions of Unicode differ.
//  2. A piece is folded like a typed answer, without accents, and cut again:
//     folding may take a sign out of a letter.
//  3. Apostrophes: an elided word is dropped (l'eau, qu'on, aujourd'hui stays),
//     an English 's too; those that are left join.
func Words(text string) []string {
	var words []string
	for piece := range pieces(text) {
		words = append(words, wordsIn(piece)...)
	}
	return words
}

// pieces are what a text has between gaps: strings.FieldsFuncSeq, which has to ask
// a function of each sign.
func pieces(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, size := 0, 0; i < len(text); i += size {
			isIn := false
			if c := text[i]; c < utf8.RuneSelf {
				isIn, size = !gapsInASCII[c], 1
			} else {
				var r rune
				r, size = utf8.DecodeRuneInString(text[i:])
				isIn = !inGaps(r)
			}
			switch {
			case isIn && start < 0:
				start = i
			case !isIn && start >= 0:
				if !yield(text[start:i]) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(text[start:])
		}
	}
}

// AppendWords adds the words of a text to a line of words, with a space before
// each but the first.
func AppendWords(line []byte, text string) []byte {
	for piece := range pieces(text) {
		if longer, ok := appendLatin(parted(line), piece); ok {
			line = longer
			continue
		}
		for _, word := range wordsIn(piece) {
			line = append(parted(line), word...)
		}
	}
	return line
}

func parted(line []byte) []byte {
	if len(line) > 0 {
		line = append(line, ' ')
	}
	return line
}

// appendLatin adds a piece that is one word, whatever its capitals. It returns
// false when it may not be.
func appendLatin(line []byte, piece string) ([]byte, bool) {
	for i := range len(piece) {
		c := lower[piece[i]]
		if c == 0 {
			return line, false
		}
		line = append(line, c)
	}
	return line, true
}

// lower are the small letters of Latin ones, and digits.
var lower = func() (small [256]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		small[c], small[c-'a'+'A'] = c, c
	}
	for c := byte('0'); c <= '9'; c++ {
		small[c] = c
	}
	return small
}()

func wordsIn(piece string) []string {
	if isPlain(piece) {
		return []string{piece}
	}
	var words []string
	for _, part := range strings.FieldsFunc(fold(piece), isGap) {
		if word := plain(part); word != "" {
			words = append(words, word)
		}
	}
	return words
}

// isPlain reports whether a piece is a word as it stands.
func isPlain(piece string) bool {
	for i := range len(piece) {
		if c := piece[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// fold spares plain English the long way.
func fold(piece string) string {
	for i := range len(piece) {
		if piece[i] >= 0x80 {
			return quiz.Fold(piece, true)
		}
	}
	return strings.ToLower(piece)
}

// elided are the words of one letter that French joins to the next one.
var elided = []string{"c", "d", "j", "l", "m", "n", "s", "t"}

func plain(word string) string {
	word = strings.Trim(word, "'")
	if before, after, found := strings.Cut(word, "'"); found && (slices.Contains(elided, before) || strings.HasSuffix(before, "qu")) {
		word = after
	}
	return strings.ReplaceAll(strings.TrimSuffix(word, "'s"), "'", "")
}

// gaps are the ranges of what parts words, from and to.
var gaps = [][2]rune{
	{0x00, 0x26}, {0x28, 0x2F}, {0x3A, 0x40}, {0x5B, 0x60}, {0x7B, 0xA9}, {0xAB, 0xB4}, {0xB6, 0xB9}, {0xBB, 0xBF}, {0xD7, 0xD7}, {0xF7, 0xF7},
	{0x1400, 0x1400}, {0x166D, 0x166E}, {0x1680, 0x1680}, // of syllabics, and the blank of Ogham
	{0x2000, 0x2017}, {0x201C, 0x2031}, {0x2033, 0x206F}, {0x20A0, 0x20CF}, {0x2190, 0x2BFF}, {0x2E00, 0x2E7F}, {0x3000, 0x303F},
	{0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFF9, 0xFFFF},
	{0x1F000, 0x1FAFF},
}

func isGap(r rune) bool {
	if r >= 0 && r < utf8.RuneSelf {
		return gapsInASCII[r]
	}
	return inGaps(r)
}

// gapsInASCII answers for nearly every sign of most texts.
var gapsInASCII = func() (is [utf8.RuneSelf]bool) {
	for r := range is {
		is[r] = inGaps(rune(r))
	}
	return is
}()

func inGaps(r rune) bool {
	for _, g := range gaps {
		if r <= g[1] {
			return r >= g[0]
		}
	}
	return false
}
