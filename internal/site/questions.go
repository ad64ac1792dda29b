package site

import (
	"strings"

	"lectern/internal/course"
	"lectern/internal/prose"
	"lectern/quiz"
)

// questions renders the questions of a lesson in order.
func (b *builder) questions(f *filler, l *course.Lesson) []string {
	var out []string
	at := placeOf(&l.Page)
	for i, q := range l.Doc.Questions {
		var w strings.Builder
		err := b.theme.Questions.Render(&w, quiz.View{
			Question: q, Number: i + 1, Of: len(l.Doc.Questions), Words: f.by.theme.Words,
			Fill: func(t prose.Text) string { return f.fill(t, at) }, Revealed: b.facilitator,
		})
		if err != nil {
			b.diags.ErrorIn("quiz/"+q.Base().Kind, "theme", err.Error(), "")
		}
		if b.facilitator {
			w.WriteString(f.by.mapOf(q))
		}
		out = append(out, w.String())
	}
	return out
}

// quizFrame is what stands around the questions of a quiz.
type quizFrame struct{ open, rules string }

// quizzes renders the frames of a lesson's quizzes in order.
func (b *builder) quizzes(l *course.Lesson) []quizFrame {
	var out []quizFrame
	for _, q := range l.Doc.Quizzes {
		var open, rules strings.Builder
		if err := b.theme.Questions.RenderQuiz(&open, &rules, quiz.QuizView{Quiz: q, Words: b.theme.Words}); err != nil {
			b.diags.ErrorIn("quiz", "theme", err.Error(), "")
		}
		out = append(out, quizFrame{open.String(), rules.String()})
	}
	return out
}
