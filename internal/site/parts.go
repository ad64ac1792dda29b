package site

import (
	"lectern/internal/course"
	"lectern/internal/markdown"
	"lectern/layouts"
	"lectern/quiz/kinds"
)

// lessonParts are what a lesson needs besides the frame; led is whether it is for
// who leads a group, and shows the map of each scenario. Where nothing is
// marked the student says that the lesson is read.
func lessonParts(l *course.Lesson, led bool) []string {
	parts := kinds.All().PartsOf(l.Doc.Questions, l.Doc.Quizzes)
	if led || l.Doc.Drawn {
		parts = append(parts, layouts.Drawings)
	}
	for _, q := range l.Doc.Questions {
		if !q.Base().Unmarked {
			return parts
		}
	}
	return append(parts, "read")
}

// withDrawings adds to the parts of a page what its drawings need.
func withDrawings(doc *markdown.Document, parts ...string) []string {
	if doc.Drawn {
		parts = append(parts, layouts.Drawings)
	}
	return parts
}
