package site

import (
	"slices"
	"strings"

	"lectern/internal/course"
)

// pathPart is one module on the path of the course.
type pathPart struct {
	Link
	Summary string
	Slug    string // of the module, where Lessons are left out
	From    int    // the number of its first lesson
	Lessons []pathLesson
	// How many lessons there are, and their minutes, where Lessons are left out.
	Of, Minutes int
}

type pathLesson struct {
	Link
	Lesson                     string // names it in the browser
	Print                      string // its fingerprint
	Terms                      string // the cards it brings, parted by blanks
	Summary                    string
	Number, Minutes, Questions int
}

// mostOnHome is how many lessons the course's first page lists. That of a larger
// one lists modules, whose own pages list their lessons.
const mostOnHome = 150

func (b *builder) listsModules() bool {
	inFolder := func(m *course.Module) bool { return m.Slug != "" }
	return len(b.course.Lessons) > mostOnHome && slices.ContainsFunc(b.course.Modules, inFolder)
}

// wholePath is the path as the course's first page shows it.
func (b *builder) wholePath() (parts []pathPart) {
	if !b.listsModules() {
		b.printAll()
	}
	for _, m := range b.course.Modules {
		if m.Slug == "" || !b.listsModules() {
			parts = append(parts, b.path(homePage, m))
			continue
		}
		parts = append(parts, pathPart{Link: b.linkTo(homePage, &m.Page, b.code), Summary: m.Summary, Slug: m.Slug, Of: len(m.Lessons), Minutes: m.Minutes()})
	}
	return parts
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
