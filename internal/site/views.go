package site

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"strings"

	"lectern/internal/course"
	"lectern/internal/markdown"
)

type homeView struct {
	*frame
	schedule
	TitleLang            template.HTMLAttr
	Horizon              template.HTML
	LessonCount, Minutes int
	Size                 string // of the whole site
	First                *Link
	Path                 []pathPart
	Whole                string // the way to the whole course on paper
	ToLead               []Link // for who leads a group
}

func (b *builder) homeView(f *frame) any {
	fill := b.filler(f.url, b.course.Home.Lang, f.main)
	f.describe(b.course.Home)
	f.Menu = "" // the path below says the same
	f.Body = template.HTML(fill.fill(b.course.Home.Body, placeOf(b.course.Home)))
	v := homeView{frame: f, schedule: b.schedule(), TitleLang: f.TextLang, Horizon: b.horizon(), Size: sizeHere, LessonCount: len(b.course.Lessons), Minutes: b.course.Minutes(), Whole: relative(f.url, wholeCourse), ToLead: b.toLead(f)}
	if len(b.course.Lessons) > 0 {
		first := b.linkTo(f.url, &b.course.Lessons[0].Page, f.main)
		v.First = &first
	}
	v.Path = b.wholePath()
	if f.Title == "" {
		f.Title, v.TitleLang = f.SiteTitle, ""
	}
	return v
}

type moduleView struct {
	*frame
	lists
	Number, LessonCount, Minutes int
	Path                         []pathPart
}

func (b *builder) moduleView(f *frame, m *course.Module) any {
	fill := b.filler(f.url, m.Lang, f.main)
	fill.lists = true
	f.describe(&m.Page)
	f.Body = template.HTML(fill.fill(m.Body, placeOf(&m.Page)))
	return moduleView{frame: f, lists: fill.footLists(), Number: m.Number, LessonCount: len(m.Lessons), Minutes: m.Minutes(), Path: []pathPart{b.path(f.url, m)}}
}

// objectiveView is an objective, with its language where it is not translated.
type objectiveView struct {
	course.Objective
	In template.HTMLAttr
}

func objectivesOf(l *course.Lesson, around string) (views []objectiveView) {
	for _, o := range l.Objectives {
		views = append(views, objectiveView{o, langOf(cmp.Or(o.Lang, around), around)})
	}
	return views
}

type lessonView struct {
	*frame
	lists
	Number        int
	LessonCount   int
	Minutes       int
	Thread        []string // a class for each stop on the line
	Objectives    []objectiveView
	ContentNote   string
	SkipNote      template.HTML
	ReviewBy      string
	Owner         string
	Draft         bool
	KeyConcepts   []string
	Prerequisites []Link
	Previous      *Link
	Next          *Link
	Sheets        []Link // on paper
}

func (b *builder) lessonView(f *frame, l *course.Lesson, inModule int) any {
	fill := b.filler(f.url, l.Lang, f.main)
	fill.lists, fill.asked = true, map[asked]bool{}
	f.describe(&l.Page)
	f.Lesson, f.Print = lessonName(l), b.printOf(l)
	fill.questions, fill.quizzes = b.questions(fill, l), fill.by.quizzes(l)
	f.Body = template.HTML(fill.fill(l.Page.Body, placeOf(&l.Page)))
	for _, h := range l.Doc.Headings {
		if h.Level == 2 {
			f.Parts = append(f.Parts, h)
		}
	}
	v := lessonView{
		frame: f, Number: l.Number, LessonCount: len(b.course.Lessons), Minutes: l.Minutes, Objectives: objectivesOf(l, f.main),
		Thread:      b.thread(l, inModule),
		ContentNote: l.Front.ContentNote, ReviewBy: l.Front.ReviewBy.Value, Owner: l.Front.Owner,
		Draft: l.Front.Draft, KeyConcepts: l.Front.KeyConcepts,
		Sheets: fill.by.sheetLinks(f.url, l),
	}
	if l.Number > 1 {
		previous := b.linkTo(f.url, &b.course.Lessons[l.Number-2].Page, f.main)
		v.Previous = &previous
	}
	if l.Number < len(b.course.Lessons) {
		next := b.linkTo(f.url, &b.course.Lessons[l.Number].Page, f.main)
		v.Next = &next
	}
	for _, p := range l.Front.Prerequisites {
		if target := b.course.Prerequisite(p.Value); target != nil {
			v.Prerequisites = append(v.Prerequisites, b.linkTo(f.url, target, f.main))
		}
	}
	v.SkipNote = fill.by.skipNote(v.Next)
	v.lists = fill.footLists()
	b.asked.Store(l.URL, fill.asked)
	f.Parts = append(f.Parts, footParts(f, v.lists)...)
	return v
}

// maxStops is how many lessons a line can show as stops on a phone.
const maxStops = 16

// thread gives each lesson its place on the line: all of the course where they
// fit, else those of the module, and of many those around the page.
func (b *builder) thread(l *course.Lesson, here int) []string {
	lessons := len(l.Module.Lessons)
	if len(b.course.Lessons) <= maxStops {
		lessons, here = len(b.course.Lessons), l.Number-1
	}
	shown := around(here, lessons)
	classes := make([]string, shown.to-shown.from)
	for i := range classes {
		switch {
		case shown.from+i < here:
			classes[i] = "past"
		case shown.from+i == here:
			classes[i] = "here"
		}
	}
	return classes
}

func (b *builder) skipNote(next *Link) template.HTML {
	if next == nil {
		return template.HTML(html.EscapeString(b.theme.Words.Say("skip-last")))
	}
	link := fmt.Sprintf(`<a href="%s"%s>%s</a>`, html.EscapeString(next.URL), next.In, html.EscapeString(next.Title))
	sentence := html.EscapeString(b.theme.Words.Say("skip-lesson"))
	return template.HTML(strings.ReplaceAll(sentence, "{next}", link))
}

func footParts(f *frame, l lists) []markdown.Heading {
	var parts []markdown.Heading
	if len(l.Terms) > 0 {
		parts = append(parts, markdown.Heading{Level: 2, ID: "words", Text: f.T("words-here")})
	}
	if len(l.Cited) > 0 {
		parts = append(parts, markdown.Heading{Level: 2, ID: "references", Text: f.T("references-here")})
	}
	return parts
}

type helpView struct {
	*frame
	SupportNote  string
	SupportLines []course.SupportLine
}

func (b *builder) helpView(f *frame) any {
	v := helpView{frame: f, SupportNote: strings.TrimSpace(b.course.Support.Note), SupportLines: b.course.Support.Confirmed()}
	f.Title, f.Description = f.T("help-title"), cmp.Or(v.SupportNote, f.T("help-default"))
	return v
}

func (b *builder) notFoundView(f *frame) any {
	f.Title, f.Description = f.T("not-found"), f.T("not-found-text")
	f.Canonical = ""
	return struct{ *frame }{f}
}
