package site

import (
	"fmt"
	"html/template"
	"strings"
	"unicode/utf8"

	"lectern/internal/course"
)

// coverView begins the whole course on paper.
type coverView struct {
	*sheet
	Summary              string
	SummaryIn            template.HTMLAttr // the language of the summary, where it is another
	LessonCount, Minutes int
	Modules              []wholePart
	Ends                 []Link
}

// wholePart is a module in the contents of the whole course.
type wholePart struct {
	Link
	Lessons []Link
}

// wholeModule is a module's introduction.
type wholeModule struct {
	*sheet
	ID, Title, Summary string
	Number             int
	In                 template.HTMLAttr
	Short              bool // its first lesson stands below it on the same page
	Body               template.HTML
}

// wholeSheet is the whole course on one sheet: cover, contents, lessons, and
// the glossary and the works once.
func (b *builder) wholeSheet(s *sheet) {
	var body strings.Builder
	b.titleWhole(s)
	b.eachOnWhole(s, func(l *course.Lesson, part template.HTML) {
		if l != nil {
			part = b.lessonOnPaper(s, l)
		}
		body.WriteString(string(part))
	})
	s.Body = template.HTML(body.String())
}

func (b *builder) titleWhole(s *sheet) {
	s.Title, s.Sort = s.SiteTitle, s.T("paper-whole")
	s.Ways = []Link{{URL: relative(s.url, "index.html"), Title: s.T("paper-back")}}
}

// eachOnWhole visits the parts of the whole course in order: a lesson, or what
// stands between lessons.
func (b *builder) eachOnWhole(s *sheet, visit func(l *course.Lesson, part template.HTML)) {
	ends := b.wholeEnds(s)
	visit(nil, template.HTML(b.onPaper("whole-cover", b.cover(s, ends))))
	for _, m := range b.course.Modules {
		if m.Slug != "" {
			visit(nil, b.moduleOnPaper(s, m))
		}
		for _, l := range m.Lessons {
			visit(l, "")
		}
	}
	press := b.press(s, "")
	visit(nil, press.print(b.onPaper("whole-ends", ends))+press.notes()+b.people(s))
}

func (b *builder) cover(s *sheet, ends endsView) coverView {
	home := b.course.Home
	v := coverView{sheet: s, Summary: home.Summary, SummaryIn: langOf(home.Lang, s.main), LessonCount: len(b.course.Lessons), Minutes: b.course.Minutes()}
	for _, m := range b.course.Modules {
		part := wholePart{Link: Link{URL: "#" + moduleID(m), Title: m.Title, In: langOf(m.Lang, s.main)}}
		if m.Slug == "" {
			part.Title = ""
		}
		for _, l := range m.Lessons {
			part.Lessons = append(part.Lessons, Link{URL: "#" + lessonPrefix(l) + lessonID, Title: l.Title, In: langOf(l.Lang, s.main)})
		}
		v.Modules = append(v.Modules, part)
	}
	if len(ends.Terms) > 0 {
		v.Ends = append(v.Ends, Link{URL: "#glossary", Title: s.T("glossary")})
	}
	if len(ends.Cited) > 0 {
		v.Ends = append(v.Ends, Link{URL: "#references", Title: s.T("references")})
	}
	return v
}

const lessonID = "lesson"

// shortIntroduction is how many characters introduce a module without a page of
// their own: a few lines stand well above a lesson.
const shortIntroduction = 600

// Lessons keep their own names for their parts, so on one sheet each lesson's
// get a prefix.
func lessonPrefix(l *course.Lesson) string { return fmt.Sprintf("l%d-", l.Number) }

func moduleID(m *course.Module) string { return fmt.Sprintf("m%d-module", m.Number) }

func (b *builder) moduleOnPaper(s *sheet, m *course.Module) template.HTML {
	around := s.main
	s = s.in(b.speaker(m.Lang))
	press := b.press(s, m.URL)
	press.Prefix, press.Deeper = fmt.Sprintf("m%d-", m.Number), 1
	v := wholeModule{sheet: s, ID: "module", Number: m.Number, Title: m.Title, Summary: m.Summary, In: langOf(s.main, around)}
	v.Short = utf8.RuneCountInString(m.Body.Plain()) <= shortIntroduction
	v.Body = template.HTML(b.paperFiller(s, m.Lang).fill(m.Body, placeOf(&m.Page)))
	return press.print(b.onPaper("whole-module", v)) + press.notes()
}

func (b *builder) lessonOnPaper(s *sheet, l *course.Lesson) template.HTML {
	around := s.main
	s = s.in(b.speaker(l.Lang))
	press := b.press(s, l.URL)
	press.Prefix, press.Deeper = lessonPrefix(l), 1
	v := b.handoutOf(s, b.paperFiller(s, l.Lang), l)
	v.ID, v.In = lessonID, langOf(s.main, around)
	return press.print(b.onPaper("handout", v)) + press.notes()
}

// endsView are the glossary and the works.
type endsView struct {
	*sheet
	lists
}

func (b *builder) wholeEnds(s *sheet) endsView {
	v := endsView{sheet: s}
	if g := b.course.Glossary; g != nil {
		fill := b.paperFiller(s, g.Lang)
		for _, e := range inOrder(g.Entries, g.Lang) {
			v.Terms = append(v.Terms, termView{
				Term: e.Term(), Others: strings.Join(e.Names[1:], ", "), Definition: template.HTML(fill.fill(e.Definition, placeOf(&g.Page))),
				In: langOf(g.Lang, s.main),
			})
		}
	}
	v.Cited = make([]workView, len(b.works))
	for _, w := range b.works {
		v.Cited[w.rank] = w.workView
	}
	return v
}
