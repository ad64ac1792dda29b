package site

import (
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/prose"
	"lectern/internal/settings"
	"lectern/internal/yamlx"
	"lectern/quiz"
	"lectern/quiz/kinds"
)

// reviewPage says what comes back today. The questions themselves stand below
// reviewDir, on a page for each lesson and one for the cards of the glossary; no
// lesson or module can have that name.
const (
	reviewPage = "review.html"
	reviewDir  = "review/"
	termsPage  = reviewDir + "glossary.html"
)

// schedule is what a page tells its script of the educator's boxes.
type schedule struct{ Boxes, Goal string }

func (b *builder) schedule() schedule {
	return schedule{b.config.Review.Days(), b.config.Review.Goal.Value}
}

func recallURL(l *course.Lesson) string { return reviewDir + l.URL }

// marked are the questions of a lesson that can be right.
func marked(l *course.Lesson) []quiz.Question {
	return slices.DeleteFunc(slices.Clone(l.Doc.Questions), func(q quiz.Question) bool { return q.Base().Unmarked })
}

// planRecall lists the pages on which questions come back. Like sheets, they are
// found from elsewhere, on demand.
func (b *builder) planRecall() (pages []page) {
	for _, l := range b.course.Lessons {
		if isPractised(l) {
			pages = append(pages, b.recallPage(l))
		}
	}
	return append(append(pages, b.planPractice()...), b.planTerms()...)
}

func (b *builder) recallPage(l *course.Lesson) page {
	return page{
		url: recallURL(l), lesson: l, template: "recall", view: func(f *frame) any { return b.recallView(f, l) },
		parts: recallParts(l.Doc, marked(l)), lang: l.Lang, spoken: true,
	}
}

// planTerms is the page of the glossary's cards, where they come back.
func (b *builder) planTerms() []page {
	cards := b.termCards()
	if len(cards) == 0 {
		return nil
	}
	return []page{{
		url: termsPage, template: "recall", view: func(f *frame) any { return b.termsView(f, cards) },
		parts: recallParts(b.course.Glossary.Doc, cards), lang: b.course.Glossary.Lang, spoken: true,
	}}
}

// recallParts are what a page loads on which questions come back.
func recallParts(doc *markdown.Document, questions []quiz.Question) []string {
	return withDrawings(doc, append(kinds.All().PartsOf(questions, nil), "boxes", "due", "recall")...)
}

type recallView struct {
	*frame
	lists
	schedule
	Source    Link   // where the questions come from
	Of        string // names that lesson in the browser
	Questions []recalled
}

// recalled is one question that comes back.
type recalled struct {
	HTML template.HTML
	Exam bool // it is of an exam, whose answers stay
}

func (b *builder) recallView(f *frame, l *course.Lesson) any {
	fill := b.recallFiller(f, l.Lang)
	inExam := map[string]bool{}
	for _, z := range l.Doc.Quizzes {
		for _, q := range z.Questions {
			inExam[q.Base().ID] = z.Exam
		}
	}
	f.Title = f.T("review-of", "title", l.Title)
	f.Canonical, f.Alternates = b.absolute(l.URL), nil
	v := recallView{frame: f, schedule: b.schedule(), Source: b.linkTo(f.url, &l.Page, f.main), Of: lessonName(l)}
	questions := marked(l)
	for i, q := range questions {
		v.Questions = append(v.Questions, recalled{b.recall(fill, placeOf(&l.Page), q, i+1, len(questions)), inExam[q.Base().ID]})
	}
	v.lists = fill.footLists()
	return v
}

// recallFiller fills the prose of questions. What is wrong with it has been said
// when the lesson or the glossary was filled.
func (b *builder) recallFiller(f *frame, lang string) *filler {
	fill := b.filler(f.url, lang, f.main)
	fill.lists, fill.diags = true, &diag.List{}
	return fill
}

// recall renders one question below the page's own heading.
func (b *builder) recall(fill *filler, at place, q quiz.Question, number, of int) template.HTML {
	var w strings.Builder
	err := b.theme.Questions.Render(&w, quiz.View{
		Question: q, Number: number, Of: of, Level: 2, Words: fill.by.theme.Words,
		Fill: func(t prose.Text) string { return fill.fill(t, at) },
	})
	if err != nil {
		b.diags.ErrorIn("quiz/"+q.Base().Kind, "theme", err.Error(), "")
	}
	return template.HTML(w.String())
}

// termCards are the terms of the glossary as cards, when the course wants them.
func (b *builder) termCards() (cards []quiz.Question) {
	if b.course.Glossary == nil || !b.config.Review.Cards() {
		return nil
	}
	for _, e := range b.course.Glossary.Entries {
		base := quiz.Base{ID: e.Anchor(), Stem: prose.Text{HTML: html.EscapeString(e.Term())}, StemText: e.Term(), File: b.course.Glossary.File, At: e.At}
		cards = append(cards, kinds.Card(base, quiz.Flashcard{Back: e.Definition}))
	}
	return cards
}

func (b *builder) termsView(f *frame, cards []quiz.Question) any {
	g := b.course.Glossary
	fill := b.recallFiller(f, g.Lang)
	f.Title = f.T("review-of", "title", f.T("review-terms"))
	f.Canonical, f.Alternates = b.absolute(g.URL), nil
	v := recallView{frame: f, schedule: b.schedule(), Source: Link{URL: relative(f.url, g.URL), Title: f.T("glossary")}}
	for i, card := range cards {
		v.Questions = append(v.Questions, recalled{HTML: b.recall(fill, placeOf(&g.Page), card, i+1, len(cards))})
	}
	v.lists = fill.footLists()
	return v
}

// termsOf names the cards that a lesson brings: the terms that no lesson before
// it uses.
func termsOf(s *settings.Site, l *course.Lesson) (ids []string) {
	if !s.Review.Cards() {
		return nil
	}
	for _, e := range l.Terms {
		if e.UsedIn[0].URL == l.URL { // of a lesson that is not translated, the original is
			ids = append(ids, e.Anchor())
		}
	}
	return ids
}

// checkCards wants a glossary where its terms are to come as cards, and each
// card's id for itself.
func (b *builder) checkCards() {
	if b.config.Review.Cards() && b.course.Glossary == nil {
		b.diags.ErrorIn(settings.File, "glossary-missing", "`review` asks for cards of the glossary, and there is none", "write content/glossary.md, or take `glossary` out")
	}
	ids := map[string]bool{}
	for _, card := range b.termCards() {
		ids[card.Base().ID] = true
	}
	for _, l := range b.course.Lessons {
		for _, q := range l.Doc.Questions {
			q := q.Base()
			names := append([]yamlx.Text{{Value: q.ID, At: q.IDAt}}, q.Was...)
			for _, name := range names {
				if ids[name.Value] {
					b.diags.Error(q.File, name.At, "id-of-term", fmt.Sprintf("`%s` is the id of a card of the glossary", name.Value), "progress is kept by it: give this question another id")
				}
			}
		}
	}
}
