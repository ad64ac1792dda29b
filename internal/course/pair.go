package course

import (
	"fmt"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/quiz"
)

// objectives takes the texts of a translation and the order of the original.
// What is not translated stays as it is there.
func (t *translator) objectives(l *Lesson) {
	original, own := l.Objectives, l.Front.Objectives // a copy of the original's, so far
	l.Objectives = nil
	texts := map[string]string{}
	for _, o := range own {
		texts[o.Key.Value] = o.Value.Value
	}
	known := map[string]bool{}
	var ids []string
	for _, o := range original {
		known[o.ID] = true
		ids = append(ids, o.ID)
		switch text, ok := texts[o.ID]; {
		case ok:
			l.Objectives = append(l.Objectives, Objective{ID: o.ID, Text: text})
		case len(own) == 0:
			l.Objectives = append(l.Objectives, Objective{ID: o.ID, Text: o.Text, Lang: l.Original.Lang})
		default:
			t.diags.Error(l.File, own[0].Key.At, "objective-untranslated", fmt.Sprintf("the objective `%s` of %s is not here", o.ID, l.Original.whereObjective(o.ID)),
				fmt.Sprintf("add a line for it, with the same id: `%s: …`", o.ID))
		}
	}
	for _, o := range own {
		if !known[o.Key.Value] {
			hint := diag.DidYouMean(o.Key.Value, ids)
			if hint == "" {
				hint = "an objective has the same id in all languages; add it there, or take it out here"
			}
			t.diags.Error(l.File, o.Key.At, "objective-unknown", fmt.Sprintf("%s has no objective `%s`", l.Original.File.Path, o.Key.Value), hint)
		}
	}
}

func (p *Page) whereObjective(id string) string {
	for _, o := range p.Front.Objectives {
		if o.Key.Value == id {
			return where(p.File, o.Key.At)
		}
	}
	return p.File.Path
}

// wantWords wants the words at the top of a lesson that are there in the
// original. A note on content must not get lost on the way.
func (t *translator) wantWords(l *Lesson) {
	at := l.File.LineRange(0)
	if l.Front.ContentNote == "" && l.Original.Front.ContentNote != "" {
		t.diags.Error(l.File, at, "content-note-untranslated", fmt.Sprintf("%s has a `content_note`, and its translation has none", l.Original.File.Path),
			"translate it: students read it before anything that may be hard for them")
	}
	var missing []string
	if len(l.Front.Objectives) == 0 && len(l.Objectives) > 0 {
		missing = append(missing, "`objectives`")
	}
	if len(l.Front.KeyConcepts) == 0 && len(l.Original.Front.KeyConcepts) > 0 {
		missing = append(missing, "`key_concepts`")
	}
	if len(missing) > 0 {
		t.diags.Warn(l.File, at, "settings-untranslated", fmt.Sprintf("%s has %s, and its translation has not", l.Original.File.Path, strings.Join(missing, " and ")),
			"translate them; objectives keep their ids")
	}
}

// questions pairs the questions of a lesson with those of its original, and
// then its quizzes.
func (t *translator) questions(l *Lesson) {
	pairs, ok := t.pairQuestions(l)
	for _, p := range pairs {
		ok = quiz.Follow(p.translated, p.original, t.diags) && ok
	}
	if ok {
		t.quizzes(l)
	}
}

type pairOfQuestions struct{ translated, original quiz.Question }

// pairQuestions pairs by ids, and what has none by order. It returns false
// after an error.
func (t *translator) pairQuestions(l *Lesson) (pairs []pairOfQuestions, ok bool) {
	ok = true
	left, byID := l.Original.Doc.Questions, map[string]quiz.Question{}
	var ids []string
	for _, q := range left {
		byID[q.Base().ID] = q
		ids = append(ids, q.Base().ID)
	}
	taken := map[string]*quiz.Base{}
	var unnamed []quiz.Question
	for _, q := range l.Doc.Questions {
		b := q.Base()
		original, known := byID[b.ID]
		switch other := taken[b.ID]; {
		case b.Derived:
			unnamed = append(unnamed, q)
		case !known:
			t.unknownID(l, b, ids)
			ok = false
		case other != nil:
			t.diags.Error(b.File, b.IDAt, "id-twice", fmt.Sprintf("the id `%s` is also used at %s", b.ID, where(other.File, other.IDAt)), "each question translates another one")
			ok = false
		default:
			taken[b.ID] = b
			pairs = append(pairs, pairOfQuestions{q, original})
		}
	}
	var open []quiz.Question
	for _, q := range left {
		if taken[q.Base().ID] == nil {
			open = append(open, q)
		}
	}
	if !ok {
		return pairs, false
	}
	byOrder, ok := t.pairInOrder(l, unnamed, open)
	return append(pairs, byOrder...), ok
}

func (t *translator) unknownID(l *Lesson, b *quiz.Base, ids []string) {
	hint := diag.DidYouMean(b.ID, ids)
	if hint == "" {
		hint = "a question has the same id in all languages; without one it goes by its place in the lesson"
	}
	t.diags.Error(b.File, b.IDAt, "id-untranslated", fmt.Sprintf("%s has no question with the id `%s`", l.Original.File.Path, b.ID), hint)
}

// pairInOrder pairs questions that have no ids with what is left of the
// original's. Where one is missing it cannot tell which.
func (t *translator) pairInOrder(l *Lesson, unnamed, open []quiz.Question) (pairs []pairOfQuestions, ok bool) {
	switch n := len(open); {
	case len(unnamed) > n:
		extra := 0
		for extra < n && unnamed[extra].Base().Kind == open[extra].Base().Kind {
			extra++
		}
		b := unnamed[extra].Base()
		text := fmt.Sprintf("there are %d questions here, and %s has %s", len(l.Doc.Questions), l.Original.File.Path, countOf(len(l.Original.Doc.Questions), "question"))
		t.diags.Error(b.File, b.At, "question-extra", text, "take the one out that translates none, or write it there, too; this may be it")
		return nil, false
	case len(unnamed) == 0:
		for _, q := range open {
			b := q.Base()
			t.diags.Warn(l.File, l.File.LineRange(0), "question-untranslated", fmt.Sprintf("the question at %s is not translated", where(b.File, b.At)),
				"students of this language are not asked it")
		}
		return nil, true
	case len(unnamed) < n:
		t.diags.Error(l.File, unnamed[0].Base().At, "question-unclear",
			fmt.Sprintf("%s has %s, and its translation %d; which one is missing cannot be told", l.Original.File.Path, countOf(len(l.Original.Doc.Questions), "question"), len(l.Doc.Questions)),
			fmt.Sprintf("translate all of them, or give each the id of the one it translates, right below its heading: `<!-- {id: %s} -->`", open[0].Base().ID))
		return nil, false
	}
	for i, q := range unnamed {
		pairs = append(pairs, pairOfQuestions{q, open[i]})
	}
	return pairs, true
}

func countOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// quizzes pairs quizzes by their questions, which are paired already.
func (t *translator) quizzes(l *Lesson) {
	quizOf := map[string]*quiz.Quiz{}
	for _, q := range l.Original.Doc.Quizzes {
		for _, asked := range q.Questions {
			quizOf[asked.Base().ID] = q
		}
	}
	inQuiz := map[string]bool{}
	for _, q := range l.Doc.Quizzes {
		original := quizOf[q.Questions[0].Base().ID]
		for _, asked := range q.Questions {
			inQuiz[asked.Base().ID] = true
			if b := asked.Base(); quizOf[b.ID] != original || original == nil {
				t.wrongQuiz(b, quizOf[b.ID])
				return
			}
		}
		q.Follow(original, t.diags)
	}
	for _, q := range l.Doc.Questions {
		if b := q.Base(); quizOf[b.ID] != nil && !inQuiz[b.ID] {
			t.wrongQuiz(b, quizOf[b.ID])
			return
		}
	}
}

// wrongQuiz reports a question that does not belong to the quiz of the one that
// it translates, which may be none.
func (t *translator) wrongQuiz(b *quiz.Base, original *quiz.Quiz) {
	text := "this question belongs to another quiz than the one that it translates"
	if original == nil {
		text = "this question belongs to a quiz, and the one that it translates to none"
	} else {
		text += fmt.Sprintf(" (%s)", where(original.File, original.At))
	}
	t.diags.Error(b.File, b.At, "quiz-unlike", text, "a translation has the same questions below the same headings `Quiz:`")
}

// entries pairs the entries of a glossary in order: each keeps the name that
// the original's has in addresses.
func (t *translator) entries(g *Glossary) {
	own, original := g.Doc.Entries, g.Original.Doc.Entries
	if g.frontBroken || len(own) == len(original) {
		return
	}
	at := source.Range{}
	if len(own) > 0 {
		at = own[min(len(own)-1, len(original))].At
	}
	t.diags.Error(g.File, at, "terms-unlike", fmt.Sprintf("%s has %s, and its translation %d", g.Original.File.Path, countOf(len(original), "term"), len(own)),
		"a translation has the same terms in the same order, each under its own name in that language")
}
