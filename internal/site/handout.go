package site

import (
	"html/template"
	"strings"

	"lectern/internal/course"
	"lectern/internal/paper"
	"lectern/internal/prose"
)

// handoutView is one lesson on paper.
type handoutView struct {
	*sheet
	lists
	ID                          string            // where several lessons stand on one sheet
	In                          template.HTMLAttr // there, the language of this one
	ModuleTitle, Title, Summary string
	Number, LessonCount         int
	ContentNote                 string
	Objectives                  []objectiveView
	KeyConcepts                 []string
	Body                        template.HTML
}

// lessonSheet fills one of a lesson's sheets.
func (b *builder) lessonSheet(s *sheet, l *course.Lesson, sort string) {
	s.Title, s.Sort = l.Title, s.T("paper-"+sort)
	s.Ways = append([]Link{{URL: relative(s.url, l.URL), Title: s.Reader.T("paper-back")}}, b.sheetLinks(s.url, l)...)
	fill := b.paperFiller(s, l.Lang)
	press := b.press(s, l.URL)
	if sort == handoutSheet {
		v := b.handoutOf(s, fill, l)
		v.lists = fill.footLists()
		s.Body = press.print(b.onPaper("handout", v)) + press.notes() + b.people(s)
		return
	}
	parts := b.questionParts(fill, l, sort)
	v := questionsView{sheet: s, Parts: parts, lists: lists{Cited: fill.footLists().Cited}}
	s.Body = press.print(b.onPaper(sort, v)) + press.notes()
}

// handoutOf is a lesson's text with its questions as empty forms, without the
// lists at its foot.
func (b *builder) handoutOf(s *sheet, fill *filler, l *course.Lesson) handoutView {
	fill.questions, fill.quizzes = b.forms(fill, l), fill.by.quizzes(l)
	for i := range fill.quizzes {
		fill.quizzes[i].open = `<section class="quiz">` // what the script wants to know of it is not for paper
	}
	return handoutView{
		sheet: s, ModuleTitle: l.Module.Title, Title: l.Title, Summary: l.Summary, Number: l.Number, LessonCount: len(b.course.Lessons),
		ContentNote: l.Front.ContentNote, Objectives: objectivesOf(l, s.main), KeyConcepts: l.Front.KeyConcepts,
		Body: template.HTML(fill.fill(l.Page.Body, placeOf(&l.Page))),
	}
}

// forms are the questions of a lesson as empty forms, in order.
func (b *builder) forms(fill *filler, l *course.Lesson) (forms []string) {
	for i, q := range l.Doc.Questions {
		forms = append(forms, string(b.printed(fill, l, i, q.Base().Level, handoutSheet)))
	}
	return forms
}

// printed is question i of a lesson on a sheet.
func (b *builder) printed(fill *filler, l *course.Lesson, i, level int, sort string) template.HTML {
	printer := paper.Printer{Words: fill.by.theme.Words}
	write := printer.Ask
	if sort == answerSheet {
		write = printer.Solve
	}
	var w strings.Builder
	at := placeOf(&l.Page)
	q := paper.Question{Question: l.Doc.Questions[i], Number: i + 1, Level: level, Fill: func(t prose.Text) string { return fill.fill(t, at) }}
	if err := write(&w, q); err != nil {
		b.diags.ErrorIn("internal/paper", "theme", err.Error(), "")
	}
	return template.HTML(w.String())
}

// questionsView is a lesson's question sheet, or its answer sheet.
type questionsView struct {
	*sheet
	lists
	Parts []questionPart
}

// questionPart is a quiz, or questions that belong to none.
type questionPart struct {
	Title     string
	Rules     template.HTML
	Questions []template.HTML
}

func (b *builder) questionParts(fill *filler, l *course.Lesson, sort string) (parts []questionPart) {
	quizOf, rules := map[string]int{}, fill.by.quizzes(l)
	for i, quiz := range l.Doc.Quizzes {
		for _, q := range quiz.Questions {
			quizOf[q.Base().ID] = i + 1
		}
	}
	last := -1
	for i, q := range l.Doc.Questions {
		quiz, level := quizOf[q.Base().ID], 3
		if quiz == 0 {
			level = 2
		}
		if quiz != last {
			parts = append(parts, questionPart{})
			if quiz > 0 {
				parts[len(parts)-1] = questionPart{Title: headingOf(l, l.Doc.Quizzes[quiz-1].HeadingID), Rules: template.HTML(rules[quiz-1].rules)}
			}
		}
		last = quiz
		part := &parts[len(parts)-1]
		part.Questions = append(part.Questions, b.printed(fill, l, i, level, sort))
	}
	return parts
}

func headingOf(l *course.Lesson, id string) string {
	for _, h := range l.Doc.Headings {
		if h.ID == id {
			return h.Text
		}
	}
	return ""
}

type peopleView struct {
	*sheet
	SupportNote  string
	SupportLines []course.SupportLine
	In           template.HTMLAttr
}

// people are who to talk to: what helps must not stay behind on the screen.
func (b *builder) people(s *sheet) template.HTML {
	by, support := b.speaker(b.course.Support.Lang), b.course.Support
	return template.HTML(b.onPaper("people", peopleView{s.in(by), strings.TrimSpace(support.Note), support.Confirmed(), langOf(by.code, s.main)}))
}
