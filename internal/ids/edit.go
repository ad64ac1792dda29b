// Package ids puts ids into the lessons of a course: the ones that its
// questions go by already, so that no student loses progress when a heading is
// reworded. It adds to the settings comments and touches nothing else.
//
// It knows no disk: it returns what the files should say, and proves that the
// site would stay the same.
package ids

import (
	"strings"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/quiz"
)

// Edit is an id to be put into a file. Nothing is taken out.
type Edit struct {
	File   *source.File
	At     int    // where Insert goes, in File.Text
	Insert string // with the id; lines end with \n
	ID     string
	Stem   source.Range // the question's heading
}

// Missing returns an edit for every question that has no id of its own, in the
// order of the course.
func Missing(c *course.Course) []Edit {
	var edits []Edit
	for _, l := range c.Lessons {
		for _, q := range l.Doc.Questions {
			if b := q.Base(); b.Derived {
				at, insert := edit(b)
				edits = append(edits, Edit{File: b.File, At: at, Insert: insert, ID: b.ID, Stem: b.At})
			}
		}
	}
	return edits
}

// edit says what to insert, and where: a comment, or a part of the one that is
// there. An id needs no quotes: it begins with a letter or a digit, holds two
// hyphens, and nothing that YAML gives a meaning to.
func edit(b *quiz.Base) (at int, insert string) {
	setting := "id: " + b.ID
	if b.File.Slice(b.SettingsAt) == "" {
		return newComment(b, "<!-- {"+setting+"} -->")
	}
	var d diag.List // the settings have been read without an error before
	settings, _ := yamlx.Parse(b.File, b.SettingsAt, &d)
	for _, e := range settings.Entries {
		if e.Key.Value == "id" {
			return emptyID(b, e)
		}
	}
	text, at := b.File.Text(), settings.At.Start
	if text[at] != '{' {
		return at, setting + "\n" + indentation(b, at)
	}
	if len(settings.Entries) == 0 {
		return at + 1, setting
	}
	return skipBlanks(text, at+1), setting + ", "
}

// newComment puts a comment right below the heading, in a line of its own.
func newComment(b *quiz.Base, comment string) (at int, insert string) {
	at = b.SettingsAt.Start
	if at > 0 && b.File.Text()[at-1] != '\n' {
		return at, "\n" + comment // the heading is the end of a file without a last line end
	}
	return at, comment + "\n"
}

// emptyID fills an id that the author left empty: `id:`, `id: ""` or `{id}`.
func emptyID(b *quiz.Base, e yamlx.Entry) (at int, insert string) {
	if e.Value.Quoted {
		return e.Value.At.Start + 1, b.ID
	}
	if at = skipBlanks(b.File.Text(), e.Key.At.End); b.File.Text()[at] == ':' {
		return at + 1, " " + b.ID
	}
	return e.Key.At.End, ": " + b.ID
}

// indentation is what stands before the first key of settings without braces:
// YAML wants it before every key.
func indentation(b *quiz.Base, key int) string {
	line := max(b.SettingsAt.Start, b.File.LineRange(key).Start)
	return b.File.Slice(source.Range{Start: line, End: key})
}

// skipBlanks returns where the blanks and line ends at an offset are over.
// Settings end before their comment does, so there is always more text.
func skipBlanks(text []byte, at int) int {
	return at + len(text[at:]) - len(strings.TrimLeft(string(text[at:]), " \t\n"))
}
