package collect

import (
	"io"
	"math"
	"strings"

	"lectern/internal/spreadsheet"
	"lectern/quiz"
)

// The first columns tell both tables from other files, and the first of all
// tells whoever opens one what it is worth.
const (
	answersBegin  = "student (self-reported)"
	analysisBegin = "question (self-reported answers)"
)

var answerColumns = []string{
	answersBegin, "files", "course", "lesson", "lesson_title", "question", "asks", "kind", "objectives",
	"score", "max", "verdict", "share_in_file", "tries", "when", "confidence", "response", "note",
}

// IsOurs reports whether a file is an earlier table of this package, by how it
// begins.
func IsOurs(head []byte) bool {
	text := strings.TrimPrefix(string(head), spreadsheet.Mark)
	return strings.HasPrefix(text, answersBegin+",") || strings.HasPrefix(text, analysisBegin+",")
}

// WriteAnswers writes a row for each student and question. Score and max are
// points; share_in_file is what the file says, from 0 to 1. What is not known is empty.
func (r *Results) WriteAnswers(w io.Writer) error {
	t := spreadsheet.New(w, answerColumns...)
	for _, a := range r.Answers {
		t.Row(a.row(r.ID)...)
	}
	return t.Close()
}

func (a Answer) row(course string) []any {
	var lesson, title, asks, kind, objectives string
	var score, most, verdict any
	if a.Lesson != nil {
		lesson, title = a.Lesson.URL, a.Lesson.Title
	}
	if a.Question != nil {
		b := a.Question.Base()
		asks, kind, objectives = b.StemText, b.Kind, objectivesOf(b)
		if a.Lesson == nil {
			lesson = "glossary.html"
		}
		if a.isMarked() {
			score, most, verdict = digits(a.Mark.Score*b.Points), b.Points, string(a.Mark.Verdict)
		}
	}
	var confidence any
	if a.Record.Sure > 0 {
		confidence = a.Record.Sure
	}
	return []any{a.Student.Name, strings.Join(a.Student.Files, " "), course, lesson, title, cut(a.ID), asks, kind, objectives,
		score, most, verdict, digits(a.Record.Score), a.Record.Tries, a.When(), confidence, a.words(), strings.Join(a.Notes, "; ")}
}

func objectivesOf(b *quiz.Base) string {
	var names []string
	for _, o := range b.Objectives {
		names = append(names, o.Value)
	}
	return strings.Join(names, " ")
}

// digits rounds to four digits after the point.
func digits(x float64) float64 { return math.Round(x*1e4) / 1e4 }
