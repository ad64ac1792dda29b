package scaffold

import (
	"strings"
	"unicode"

	"lectern/internal/course"
)

// Title is a title in one line, without signs that nobody can see.
func Title(words string) string {
	words = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || r == unicode.ReplacementChar || r == '\ufeff':
			return -1
		}
		return r
	}, words)
	return strings.Join(strings.Fields(words), " ")
}

// FolderName is the name of the folder for a course, "" when none can be made of
// the words.
func FolderName(words string) string { return course.NameOf(words) }

// TitleOf is the title of a course that is named by words alone, which may be the
// name of a folder.
func TitleOf(words string) string {
	if words == FolderName(words) {
		return course.TitleFromName(words)
	}
	return words
}
