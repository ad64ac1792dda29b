package source

import (
	"bytes"
	"regexp"
	"strings"
)

// FrontMatter is where the YAML block at the top of a lesson lies, and where
// the prose after it begins.
type FrontMatter struct {
	YAML  Range // between the two lines of dashes; empty when there is none
	Body  Range
	Found bool
	Open  bool // the block was begun and never ended
}

// SplitFrontMatter finds the YAML between a first line "---" and the next
// line "---" (or "..."). A text that begins otherwise has no front matter.
func (f *File) SplitFrontMatter() FrontMatter {
	if len(f.open().lines) < 2 || !isFence(f.Line(1), "---") || f.beginsWithARule() {
		return FrontMatter{Body: f.All()}
	}
	for n := 2; n <= len(f.open().lines); n++ {
		if line := f.Line(n); isFence(line, "---") || isFence(line, "...") {
			return FrontMatter{
				YAML:  Range{f.LineStart(2), f.LineStart(n)},
				Body:  Range{f.LineStart(n + 1), len(f.Text())},
				Found: true,
			}
		}
	}
	return FrontMatter{YAML: Range{f.LineStart(2), len(f.Text())}, Body: Range{len(f.Text()), len(f.Text())}, Found: true, Open: true}
}

var settingsKey = regexp.MustCompile(`^["']?[\pL_][^:]*:(?:\s|$)`)

// beginsWithARule reports whether the first line of dashes is only a line across
// the page, as in texts that were not written for Lectern: an empty line is
// below it, and then no key.
func (f *File) beginsWithARule() bool {
	for n := 2; n <= len(f.open().lines); n++ {
		if line := f.Line(n); strings.TrimSpace(line) != "" {
			return n > 2 && !isFence(line, "---") && !isFence(line, "...") && !settingsKey.MatchString(line)
		}
	}
	return false
}

func isFence(line, fence string) bool {
	return string(bytes.TrimRight([]byte(line), " \t")) == fence
}
