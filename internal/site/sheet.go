package site

import (
	"html/template"
	"strings"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/layouts"
)

// printDir holds the pages for paper. No lesson or module can have its name.
const printDir = "print/"

// sheet is a page for paper: what stands around its text. Sheets are found
// from a lesson or the course's front page, on demand: they are in no menu, no
// sitemap, and in no page's weight.
type sheet struct {
	Lang, CourseID, SiteTitle string
	Dir                       template.HTMLAttr // that the language is written from right to left
	MainLang                  template.HTMLAttr // of what is to be printed, where that is another
	Notice                    string            // that it is not translated yet
	NoticeLang                template.HTMLAttr
	Title                     string
	Sort                      string // what sheet it is
	Facilitator               bool   // it is of the edition that holds the answers
	Root, Style               string
	Ways                      []Link // to the screen and to the other sheets
	Body                      template.HTML

	Reader speech // what is around it speaks to who reads

	url   string
	words *layouts.Words
	main  string // the language of what is to be printed
}

// in is the sheet for a part of it that speaks another language.
func (s *sheet) in(by *builder) *sheet {
	part := *s
	part.words, part.main = by.theme.Words, by.code
	return &part
}

// T returns a sentence of the interface.
func (s *sheet) T(key string, pairs ...any) string { return s.words.Say(key, pairs...) }

// About says how long an estimate in minutes is, and Exactly what minutes come to.
func (s *sheet) About(minutes int) string   { return s.words.About(minutes) }
func (s *sheet) Exactly(minutes int) string { return s.words.Exactly(minutes) }

// HeadTitle is the title in the browser's tab, and the name of the file when
// the sheet is saved as a PDF.
func (s *sheet) HeadTitle() string {
	if s.Title == s.SiteTitle {
		return s.SiteTitle + " – " + s.Sort
	}
	return s.Title + " – " + s.Sort + " – " + s.SiteTitle
}

// The endings of a lesson's sheets. Each has one, so that no lesson's name
// followed by an ending is another's.
const (
	handoutSheet  = "handout"
	questionSheet = "questions"
	answerSheet   = "answers"
	wholeCourse   = printDir + "course.html"
)

func sheetURL(l *course.Lesson, sort string) string {
	return printDir + strings.TrimSuffix(l.URL, ".html") + "-" + sort + ".html"
}

// sheetsOf are the sorts of sheets that a lesson has.
func sheetsOf(l *course.Lesson) []string {
	if len(l.Doc.Questions) == 0 {
		return []string{handoutSheet}
	}
	return []string{handoutSheet, questionSheet, answerSheet}
}

// sheetLinks are the ways from a page to a lesson's sheets.
func (b *builder) sheetLinks(from string, l *course.Lesson) (links []Link) {
	for _, sort := range sheetsOf(l) {
		links = append(links, Link{URL: relative(from, sheetURL(l, sort)), Title: b.theme.Words.Say("paper-" + sort)})
	}
	return links
}

// planSheets lists the pages for paper. The whole course, which takes longest,
// is begun first.
func (b *builder) planSheets() []page {
	pages := []page{{url: wholeCourse, sheet: b.wholeSheet}}
	for _, l := range b.course.Lessons {
		for _, sort := range sheetsOf(l) {
			pages = append(pages, b.sheetPage(l, sort))
		}
	}
	return append(pages, b.planFacilitator()...)
}

func (b *builder) sheetPage(l *course.Lesson, sort string) page {
	return page{url: sheetURL(l, sort), lesson: l, sheet: func(s *sheet) { b.lessonSheet(s, l, sort) }, lang: l.Lang, spoken: true}
}

func (b *builder) lendSheet(p page, use func(made []byte)) {
	s := b.emptySheet(p)
	p.sheet(s)
	if err := b.theme.Sheet(s, use); err != nil {
		b.theme.Report(err, b.diags)
	}
}

// emptySheet is what stands around the text of a page for paper.
func (b *builder) emptySheet(p page) *sheet {
	s := &sheet{
		Lang: b.code, Dir: dirOf(b.code), CourseID: b.config.ID.Value, SiteTitle: b.title, Facilitator: b.facilitator,
		Root: root(b.folder + p.url), Style: b.theme.Assets.Paper.Path,
		Reader: speech{b.theme.Words}, url: p.url, words: b.theme.Words, main: b.code,
	}
	if main := b.mainOf(p); main != b {
		s.words, s.main, s.MainLang = main.theme.Words, main.code, langOf(main.code, b.code)
		s.Notice, s.NoticeLang = b.notice(p.lang), langOf(b.code, main.code)
	}
	return s
}

// onPaper executes one of the templates for what stands on a sheet.
func (b *builder) onPaper(name string, view any) string {
	made, err := b.theme.Fragment(name, view)
	if err != nil {
		b.theme.Report(err, b.diags)
	}
	return made
}

// paperFiller fills prose for a sheet. What is wrong with it has been said when
// the lesson was filled for the screen.
func (b *builder) paperFiller(s *sheet, lang string) *filler {
	f := b.filler(s.url, lang, s.main)
	f.lists, f.plain, f.diags = true, true, &diag.List{}
	return f
}
