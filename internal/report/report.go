// Package report lays a course out as a table: what each lesson sets out to
// teach, which questions ask about it, and what is missing; how long it takes
// and how hard it is to read; habits that give right answers away; terms, days
// of review, languages, weights.
//
// Of makes a Report of a site that was built, and the writers print it for
// people (Text, HTML) and for programs (JSON, CSV). It counts and says; whether
// something is wrong is for `lectern check` and for people.
package report

import (
	"time"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/site"
)

// Format names the JSON of a report, and Version changes when a name in it
// changes its meaning or goes.
const (
	Format  = "lectern-report"
	Version = 1
)

// Report is a course as a table. Its JSON is described in the manual.
type Report struct {
	Format    string     `json:"format"`
	Version   int        `json:"version"`
	Day       string     `json:"day"` // that review dates are compared with
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	Language  string     `json:"language"`
	Totals    Totals     `json:"totals"`
	Gaps      []Gap      `json:"gaps"`
	Lessons   []Lesson   `json:"lessons"`
	Habits    []Habit    `json:"habits"` // of the whole course first
	Terms     []Term     `json:"terms"`
	Reviews   []Review   `json:"reviews"` // the most urgent first
	Languages []Language `json:"languages"`
	Pages     []Page     `json:"pages"`        // the heaviest first
	Shared    int        `json:"shared_bytes"` // the style and the script of every page
}

// Totals are sums over all lessons.
type Totals struct {
	Lessons         int     `json:"lessons"`
	Objectives      int     `json:"objectives"`
	Questions       int     `json:"questions"`
	Marked          int     `json:"marked"` // questions that give points
	Points          float64 `json:"points"`
	Words           int     `json:"words"`
	Minutes         int     `json:"minutes"`
	MinutesReckoned int     `json:"minutes_reckoned"`
}

// Page is how heavy a page is, in bytes as a server sends them.
type Page struct {
	URL   string `json:"url"`
	Bytes int    `json:"bytes"` // with the styles and scripts that only its questions need
}

// Of makes the report of a site that was built with its passages. today is the
// day that review dates are compared with.
func Of(s *site.Site, today time.Time) Report {
	r := Report{
		Format: Format, Version: Version, Day: today.Format(time.DateOnly),
		ID: s.Config.ID.Value, Title: s.Config.Title.Value, Language: s.Course.Language,
		Gaps: []Gap{}, Lessons: []Lesson{}, Terms: []Term{}, Reviews: reviewsOf(s.Course, today), Languages: []Language{}, Pages: []Page{},
	}
	for _, l := range s.Course.Lessons {
		lesson := newLesson(l)
		lesson.Readings = readingsOf(s, l.URL)
		r.Lessons = append(r.Lessons, lesson)
		r.Totals.add(lesson)
		r.Gaps = append(r.Gaps, lesson.Gaps()...)
	}
	r.Habits = habitsOf(s.Course)
	r.Terms = append(r.Terms, termsOf(s.Course)...)
	for _, l := range s.Languages {
		r.Languages = append(r.Languages, newLanguage(l, s.Course))
	}
	r.weigh(s)
	return r
}

func (t *Totals) add(l Lesson) {
	t.Lessons++
	t.Objectives += len(l.Objectives)
	t.Words += l.Words
	t.Minutes += l.Minutes
	t.MinutesReckoned += l.MinutesReckoned
	for _, q := range l.Questions {
		t.Questions++
		t.Points += q.Points
		if q.Marked {
			t.Marked++
		}
	}
}

// weigh lists the pages, if they have been rendered.
func (r *Report) weigh(s *site.Site) {
	if len(s.Pages) == 0 {
		return
	}
	for _, p := range s.Pages {
		r.Pages = append(r.Pages, Page{p.Path, p.Bytes + p.Parts})
	}
	r.Shared = s.Report(&diag.List{}).Shared.Bytes
}

// eachPage calls visit with every page that somebody wrote.
func eachPage(c *course.Course, visit func(*course.Page)) {
	pages := []*course.Page{c.Home}
	for _, m := range c.Modules {
		pages = append(pages, &m.Page)
		for _, l := range m.Lessons {
			pages = append(pages, &l.Page)
		}
	}
	if c.Glossary != nil {
		pages = append(pages, &c.Glossary.Page)
	}
	for _, p := range pages {
		if p.File != nil {
			visit(p)
		}
	}
}
