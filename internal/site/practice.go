package site

import (
	"slices"

	"lectern/internal/course"
)

type reviewView struct {
	*frame
	schedule
	Practice []practiceLink
}

// practiceLink leads to the questions of a lesson, or to such links for a module.
type practiceLink struct {
	Link
	Lesson string // names it in the browser; "" of the glossary and of modules
}

func (b *builder) reviewView(f *frame) any {
	f.Title, f.Description = f.T("review"), f.T("review-lead")
	v := reviewView{frame: f, schedule: b.schedule()}
	for _, m := range b.course.Modules {
		if b.practisedApart(m) {
			v.Practice = append(v.Practice, practiceLink{Link: Link{relative(f.url, practiceURL(m)), m.Title, langOf(m.Lang, b.code)}})
			continue
		}
		v.Practice = append(v.Practice, b.practiceOf(f.url, m)...)
	}
	if len(b.termCards()) > 0 {
		v.Practice = append(v.Practice, practiceLink{Link: Link{URL: relative(f.url, termsPage), Title: f.T("review-terms")}})
	}
	return v
}

// In a large course, as in its menu, the lessons of a module are listed on a
// page of the module's own.
func practiceURL(m *course.Module) string { return reviewDir + m.URL }

func (b *builder) practisedApart(m *course.Module) bool {
	return m.Slug != "" && !b.isSmall() && slices.ContainsFunc(m.Lessons, isPractised)
}

func isPractised(l *course.Lesson) bool { return len(marked(l)) > 0 }

// practiceOf are the ways to the questions of a module's lessons.
func (b *builder) practiceOf(from string, m *course.Module) (links []practiceLink) {
	for _, l := range m.Lessons {
		if isPractised(l) {
			links = append(links, practiceLink{Link{relative(from, recallURL(l)), l.Title, langOf(l.Lang, b.code)}, lessonName(l)})
		}
	}
	return links
}

// planPractice lists the pages of the modules that have one.
func (b *builder) planPractice() (pages []page) {
	for _, m := range b.course.Modules {
		if b.practisedApart(m) {
			pages = append(pages, b.practicePage(m))
		}
	}
	return pages
}

func (b *builder) practicePage(m *course.Module) page {
	return page{url: practiceURL(m), template: "practice", view: func(f *frame) any {
		f.Title = f.T("review-of", "title", m.Title)
		f.Canonical, f.Alternates = b.absolute(reviewPage), nil
		return practiceView{f, b.practiceOf(f.url, m)}
	}}
}

type practiceView struct {
	*frame
	Practice []practiceLink
}
