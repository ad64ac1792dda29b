package check

import (
	"strings"
	"sync"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

// whole is the course as rules see it.
type whole struct {
	*course.Course
	options Options
	pages   []*page
	words   []Word          // to avoid, of the course and built in
	outside *diag.List      // for what is wrong with the course's own list of words
	defined map[string]bool // acronyms that are explained somewhere

	mu     sync.Mutex
	spoken map[string][]spoken // by language, those that no page uses now
}

// page is a page as rules see it: a lesson, a module's page, the course's
// front page or the glossary.
type page struct {
	*course.Page
	whole     *whole
	lesson    *course.Lesson // nil of other pages
	lang      string         // "en", "fr", or another language's first letters
	questions []*question
	groups    []*group
	broken    bool
	words     []*markdown.Passage // see passages
	found     []diag.Message
}

// question is a question as rules see it.
type question struct {
	*quiz.Base
	read    quiz.Question
	page    *page
	shape   quiz.Shape
	answers []answer // of choices and of short answers
	asked   string   // the last sentence of the stem, which is what it asks
}

// answer is one answer to choose or to type.
type answer struct {
	text              string
	right             bool
	feedback, leftOut prose.Text
	at                source.Range
}

// group is a quiz, or the questions of a lesson that belong to none.
type group struct {
	page      *page
	at        source.Range
	name      string // what messages call it
	questions []*question
}

// languageOf is the language that a page is written in.
func languageOf(p *course.Page) string {
	first, _, _ := strings.Cut(strings.ToLower(p.Lang), "-")
	return first
}

func newWhole(c *course.Course, o Options, d *diag.List) *whole {
	w := &whole{Course: c, options: o, outside: d}
	w.addAll()
	w.words = w.readWords()
	w.defined = w.definedAcronyms()
	return w
}

func (w *whole) addAll() {
	w.add(w.Home, nil)
	for _, m := range w.Modules {
		w.add(&m.Page, nil)
	}
	for _, l := range w.Lessons {
		w.add(&l.Page, l)
	}
	if w.Glossary != nil {
		w.add(&w.Glossary.Page, nil)
	}
}

func (w *whole) add(p *course.Page, l *course.Lesson) {
	if p.File == nil || p.Lang != w.Language {
		return // nobody wrote it, or not yet in this language: then it has been looked at in its own
	}
	view := viewOf(p)
	view.whole, view.lesson, view.broken = w, l, w.options.Broken[p.File.Path]
	w.pages = append(w.pages, view)
	for _, q := range p.Doc.Questions {
		view.questions = append(view.questions, newQuestion(view, q))
	}
	view.groups = groupsOf(view)
}

// viewOf is a page by itself, with its words.
func viewOf(p *course.Page) *page {
	view := &page{Page: p, lang: languageOf(p)}
	for i := range p.Doc.Passages {
		if passage := &p.Doc.Passages[i]; passage.Kind != markdown.Raw {
			view.words = append(view.words, passage)
		}
	}
	return view
}

func newQuestion(p *page, q quiz.Question) *question {
	view := &question{Base: q.Base(), read: q, page: p, shape: q.Shape()}
	switch shape := view.shape.(type) {
	case quiz.Choices:
		for i, a := range shape.Answers {
			view.answers = append(view.answers, answer{a.Text.Plain(), a.Right, a.Feedback, a.LeftOut, view.answerAt(i)})
		}
	case quiz.Text:
		for i, a := range shape.Answers {
			view.answers = append(view.answers, answer{text: a.Words, right: a.Share == 1, feedback: a.Feedback, at: view.answerAt(i)})
		}
	case quiz.Number:
		for i, a := range shape.Answers {
			view.answers = append(view.answers, answer{text: a.Words, right: a.Share == 1, feedback: a.Feedback, at: view.answerAt(i)})
		}
	}
	view.asked = lastSentence(unquoted(view.StemText), p.lang)
	return view
}

// answerAt is the place of an answer, or the question's.
func (q *question) answerAt(i int) source.Range {
	if i < len(q.AnswersAt) {
		return q.AnswersAt[i]
	}
	return q.At
}

// choices are the answers to choose from; none of other shapes.
func (q *question) choices() (answers []answer, several bool) {
	shape, ok := q.shape.(quiz.Choices)
	if !ok {
		return nil, false
	}
	return q.answers, shape.Several
}

// key is the one right answer among several to choose from, and its place.
func (q *question) key() (answers []answer, right int, ok bool) {
	answers, several := q.choices()
	if several || len(answers) == 0 {
		return nil, 0, false
	}
	for i, a := range answers {
		if a.right {
			return answers, i, true
		}
	}
	return nil, 0, false
}

func groupsOf(p *page) []*group {
	byBase := map[*quiz.Base]*question{}
	for _, q := range p.questions {
		byBase[q.Base] = q
	}
	var groups []*group
	for _, quiz := range p.Doc.Quizzes {
		g := &group{page: p, at: quiz.At, name: "this quiz"}
		for _, q := range quiz.Questions {
			g.questions = append(g.questions, byBase[q.Base()])
			delete(byBase, q.Base())
		}
		groups = append(groups, g)
	}
	rest := &group{page: p, name: "this lesson"}
	for _, q := range p.questions {
		if byBase[q.Base] != nil {
			rest.questions = append(rest.questions, q)
		}
	}
	if len(rest.questions) > 0 {
		rest.at = rest.questions[0].At
		groups = append(groups, rest)
	}
	return groups
}

// passages are the page's runs of words, without HTML.
func (p *page) passages() []*markdown.Passage { return p.words }
