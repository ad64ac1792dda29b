package report

import (
	"cmp"
	"slices"
	"time"

	"lectern/internal/course"
	"lectern/internal/markdown"
	"lectern/internal/site"
)

// Term is an entry of the glossary.
type Term struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	UsedIn []string `json:"used_in"` // URLs of the lessons in which it opens, by itself or by a link
}

func termsOf(c *course.Course) (terms []Term) {
	if c.Glossary == nil {
		return nil
	}
	for _, e := range c.Glossary.Entries {
		t := Term{ID: e.ID, Name: e.Term(), UsedIn: []string{}}
		for _, l := range c.Lessons {
			if slices.Contains(e.UsedIn, l) || slices.ContainsFunc(l.Doc.Links, func(u markdown.Use) bool { return u.To == "term:"+e.ID }) {
				t.UsedIn = append(t.UsedIn, l.URL)
			}
		}
		terms = append(terms, t)
	}
	return terms
}

// Review is a page that somebody promised to read again.
type Review struct {
	URL     string `json:"url"`
	Title   string `json:"title"`
	Owner   string `json:"owner"`
	By      string `json:"by"`   // such as 2027-06-01
	Days    int    `json:"days"` // until then; less than 0 when it is past
	Overdue bool   `json:"overdue"`
}

// reviewsOf are the days of review, the earliest first.
func reviewsOf(c *course.Course, today time.Time) []Review {
	reviews := []Review{}
	now, _ := time.Parse(time.DateOnly, today.Format(time.DateOnly))
	eachPage(c, func(p *course.Page) {
		day, err := time.Parse(time.DateOnly, p.Front.ReviewBy.Value)
		if err != nil {
			return // it has none
		}
		days := int(day.Sub(now).Hours() / 24)
		reviews = append(reviews, Review{p.URL, p.Title, p.Front.Owner, p.Front.ReviewBy.Value, days, days < 0})
	})
	slices.SortStableFunc(reviews, func(a, b Review) int { return cmp.Compare(a.By, b.By) })
	return reviews
}

// Language is a language of the course.
type Language struct {
	Code         string   `json:"code"`
	Title        string   `json:"title"`
	Files        int      `json:"files"`        // that there are to translate
	Untranslated []string `json:"untranslated"` // of them, those shown in the course's own language
}

func newLanguage(l site.Language, own *course.Course) Language {
	out := Language{Code: l.Code, Title: l.Title, Untranslated: append([]string{}, l.Untranslated...)}
	eachPage(own, func(*course.Page) { out.Files++ })
	if len(own.Support.Lines) > 0 || own.Support.Note != "" {
		out.Files++
	}
	return out
}
