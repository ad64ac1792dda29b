package report

import (
	"encoding/json"
	"io"
	"strings"

	"lectern/internal/spreadsheet"
)

// Formats are how a report can be written: their names, in order.
var Formats = []string{"text", "html", "json", "csv"}

// Write writes a report in one of Formats.
func (r Report) Write(w io.Writer, format string) error {
	switch format {
	case "html":
		_, err := w.Write(HTML(r))
		return err
	case "json":
		return r.json(w)
	case "csv":
		return r.csv(w)
	}
	_, err := io.WriteString(w, r.text())
	return err
}

// marks are in the first lines of every report, by its format.
var marks = map[string]string{
	"text": textMark, "html": htmlMark, "json": `"format": "` + Format + `"`, "csv": strings.Join(columns, ","),
}

// IsOurs reports whether a file is an earlier report in a format, by its first
// thousand bytes or more.
func IsOurs(head []byte, format string) bool { return strings.Contains(string(head), marks[format]) }

func (r Report) json(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

// columns of the table of questions.
var columns = []string{
	"question", "lesson", "lesson_title", "file", "line", "quiz", "kind", "level", "objectives", "marked", "points", "tries",
	"answers", "key_places", "shuffled", "key_length_ratio", "gap", "asks",
}

// csv writes one row for each question. What does not apply is empty.
func (r Report) csv(w io.Writer) error {
	t := spreadsheet.New(w, columns...)
	for _, l := range r.Lessons {
		for _, q := range l.Questions {
			t.Row(q.ID, l.URL, l.Title, l.File, q.Line, q.Quiz, q.Kind, q.Level, strings.Join(q.Objectives, " "), q.Marked, q.Points, unlessZero(q.Tries),
				unlessZero(q.Answers), spaced(q.Keys), q.Shuffled, unlessZero(q.KeyRatio), q.Gap, q.Asks)
		}
	}
	return t.Close()
}

// unlessZero is an empty cell for a number that there is none of.
func unlessZero[N int | float64](n N) any {
	if n == 0 {
		return nil
	}
	return n
}
