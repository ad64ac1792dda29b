package site

import (
	"strings"

	"lectern/internal/course"
)

// The pages about what a student has done. The browser fills them.
const (
	resultsPage  = "results.html"
	progressPage = "progress.html"
)

// lessonName names a lesson in the records of the browser.
func lessonName(l *course.Lesson) string { return strings.TrimSuffix(l.URL, ".html") }

// lessonData is what the pages about progress say of a lesson that is not open.
type lessonData struct {
	Number     int                `json:"number"` // among all lessons, from 1
	Name       string             `json:"name"`
	URL        string             `json:"url"`
	Title      string             `json:"title"`
	Objectives []course.Objective `json:"objectives,omitempty"`
	Questions  []questionData     `json:"questions,omitempty"`
	Terms      []string           `json:"terms,omitempty"` // the cards of the glossary that it brings
	Print      string             `json:"print,omitempty"` // its fingerprint, where the first page does not list it
}

// questionData is one marked question.
type questionData struct {
	ID         string   `json:"id"`
	Was        []string `json:"was,omitempty"`
	Words      string   `json:"words"`
	Points     float64  `json:"points"`
	Objectives []string `json:"objectives,omitempty"`
	Part       string   `json:"part,omitempty"` // the heading above it, where there is something to read
}

func (b *builder) knownLessons() []lessonData {
	lessons := []lessonData{}
	if b.listsModules() {
		b.printAll()
	}
	for _, l := range b.course.Lessons {
		data := dataOf(l)
		data.Terms = termsOf(b.config, l)
		if b.listsModules() {
			data.Print = b.printOf(l)
		}
		lessons = append(lessons, data)
	}
	return lessons
}

func dataOf(l *course.Lesson) lessonData {
	data := lessonData{Number: l.Number, Name: lessonName(l), URL: relative(resultsPage, l.URL), Title: l.Title, Objectives: l.Objectives}
	for i, q := range l.Doc.Questions {
		b := q.Base()
		if b.Unmarked {
			continue
		}
		asked := questionData{ID: b.ID, Words: firstOf(b.StemText, maxStem), Points: b.Points, Part: partAbove(l, i)}
		for _, was := range b.Was {
			asked.Was = append(asked.Was, was.Value)
		}
		for _, o := range b.Objectives {
			asked.Objectives = append(asked.Objectives, o.Value)
		}
		data.Questions = append(data.Questions, asked)
	}
	return data
}

// partAbove is the heading under which a question stands. A quiz's is none: no
// text follows it.
func partAbove(l *course.Lesson, question int) string {
	id := ""
	for _, h := range l.Doc.Headings {
		if h.After <= question && !h.Quiz {
			id = h.ID
		}
	}
	return id
}

// maxStem is how much of a question is said where it is linked to, in
// characters.
const maxStem = 100

type progressView struct{ *frame }

func (b *builder) progressView(title, lead string) func(*frame) any {
	return func(f *frame) any {
		f.Title, f.Description = f.T(title), f.T(lead)
		return progressView{f}
	}
}
