package report

import (
	"fmt"
	"slices"

	"lectern/internal/check"
	"lectern/internal/course"
	"lectern/internal/site"
)

// Lesson is one lesson: a row of the overview, and a table of its objectives
// and questions.
type Lesson struct {
	Number          int         `json:"number"` // in the course, from 1
	File            string      `json:"file"`
	URL             string      `json:"url"`
	Module          string      `json:"module"` // "" for the lessons that lie in no folder
	Title           string      `json:"title"`
	Draft           bool        `json:"draft"`
	Owner           string      `json:"owner"`
	Words           int         `json:"words"`
	Minutes         int         `json:"minutes"`          // as students are told
	MinutesDeclared int         `json:"minutes_declared"` // by the author; 0 when it is reckoned
	MinutesReckoned int         `json:"minutes_reckoned"`
	Readings        []Reading   `json:"readings"` // in each language that it is written in
	Objectives      []Objective `json:"objectives"`
	Questions       []Question  `json:"questions"`
}

// Objective is what a student is able to do afterwards.
type Objective struct {
	ID        string   `json:"id"`
	Text      string   `json:"text"`
	Questions []string `json:"questions"` // that ask about it
	Gap       string   `json:"gap"`       // a name of Gap, or ""
}

// Reading is how hard a text is to read by the formula for its language.
type Reading struct {
	Language string  `json:"language"`
	Formula  string  `json:"formula"` // "flesch-kincaid-grade", "kandel-moles-ease", or "" where nothing can be said
	Score    float64 `json:"score"`
	Words    int     `json:"words"` // that the formula looked at
}

// Names of gaps.
const (
	Untested    = "objective-untested"         // no question asks about it
	AskedOnce   = "objective-asked-once"       // one question is little to go by
	RecallOnly  = "objective-recall-only"      // its questions ask only what was said
	NoObjective = "question-without-objective" // it counts for none of its lesson's objectives
)

// Gap is something that an objective or a question lacks.
type Gap struct {
	Name      string `json:"name"`
	Lesson    string `json:"lesson"`    // its URL
	Objective string `json:"objective"` // its id, or ""
	Question  string `json:"question"`  // its id, or ""
	Says      string `json:"says"`      // a sentence for people, without the full stop
}

func newLesson(l *course.Lesson) Lesson {
	out := Lesson{
		Number: l.Number, File: l.File.Path, URL: l.URL, Module: l.Module.Title, Title: l.Title, Draft: l.Front.Draft || l.Module.Front.Draft,
		Owner: l.Front.Owner, Words: l.Doc.Words, Minutes: l.Minutes, MinutesDeclared: max(0, l.Front.Minutes), MinutesReckoned: l.Reckoned(),
		Objectives: []Objective{}, Questions: []Question{}, Readings: []Reading{},
	}
	for _, q := range l.Doc.Questions {
		out.Questions = append(out.Questions, newQuestion(l, q))
	}
	for _, o := range l.Objectives {
		out.Objectives = append(out.Objectives, out.newObjective(o))
	}
	return out
}

func (l *Lesson) newObjective(o course.Objective) Objective {
	out, recall := Objective{ID: o.ID, Text: o.Text, Questions: []string{}}, true
	for _, q := range l.Questions {
		if slices.Contains(q.Objectives, o.ID) {
			out.Questions = append(out.Questions, q.ID)
			recall = recall && q.Level == Recall
		}
	}
	switch {
	case len(out.Questions) == 0:
		out.Gap = Untested
	case len(out.Questions) == 1:
		out.Gap = AskedOnce
	case recall:
		out.Gap = RecallOnly
	}
	return out
}

// gapWords say what a gap is.
var gapWords = map[string]string{
	Untested: "no question asks about it", AskedOnce: "only one question asks about it",
	RecallOnly: "its questions ask only what was said", NoObjective: "it belongs to no objective",
}

// Gaps are what the lesson's objectives lack, and then its questions.
func (l Lesson) Gaps() (gaps []Gap) {
	for _, o := range l.Objectives {
		if o.Gap != "" {
			gaps = append(gaps, Gap{Name: o.Gap, Lesson: l.URL, Objective: o.ID, Says: fmt.Sprintf("%s: %s", l.Title, withID("objective", o.ID, gapWords[o.Gap]))})
		}
	}
	for _, q := range l.Questions {
		if q.Gap != "" {
			gaps = append(gaps, Gap{Name: q.Gap, Lesson: l.URL, Question: q.ID, Says: fmt.Sprintf("%s: %s", l.Title, withID("question", q.ID, gapWords[q.Gap]))})
		}
	}
	return gaps
}

func withID(what, id, says string) string { return fmt.Sprintf("%s “%s”: %s", what, id, says) }

// readingsOf is how hard a lesson is to read in each language that it is written
// in.
func readingsOf(s *site.Site, url string) (readings []Reading) {
	for _, language := range s.Languages {
		l := language.Course.LessonAt(url)
		if l == nil || l.Lang != language.Code {
			continue // what stands in for a translation was looked at in its own language
		}
		read := check.ReadingOf(&l.Page)
		out := Reading{Language: language.Code, Words: read.Words}
		if read.Known() {
			out.Formula, out.Score = formulas[read.Language], round(read.Score(), 1)
		}
		readings = append(readings, out)
	}
	return readings
}

// formulas are by the first letters of a language's code.
var formulas = map[string]string{"en": "flesch-kincaid-grade", "fr": "kandel-moles-ease"}

// String is short: "grade 7", "ease 65", or "–" where nothing can be said.
func (r Reading) String() string {
	switch r.Formula {
	case "":
		return "–"
	case formulas["fr"]:
		return fmt.Sprintf("ease %.0f", max(0, r.Score))
	}
	return fmt.Sprintf("grade %.0f", max(0, r.Score))
}
