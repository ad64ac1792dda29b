package site

import (
	"strings"

	"lectern/internal/course"
)

// pathPart is one module on the path of the course.
type pathPart struct {
	Link
	Summary string
	From    int // the number of its first lesson
	Lessons []pathLesson
}

type pathLesson struct {
	Link
	Lesson                     string // names it in the browser
	Print                      string // its fingerprint
	Terms                      string // the cards it brings, parted by blanks
	Summary                    string
	Number, Minutes, Questions int
}

func (b *builder) path(from string, m *course.Module) pathPart {
	part := pathPart{Summary: m.Summary}
	if m.Slug != "" {
		part.Link = b.linkTo(from, &m.Page, b.code)
	}
	for _, l := range m.Lessons {
		part.From = m.Lessons[0].Number
		part.Lessons = append(part.Lessons, pathLesson{
			Link: b.linkTo(from, &l.Page, b.code), Lesson: lessonName(l), Print: b.printOf(l), Terms: strings.Join(termsOf(b.config, l), " "),
			Summary: l.Summary, Number: l.Number, Minutes: l.Minutes, Questions: len(l.Doc.Questions),
		})
	}
	return part
}
