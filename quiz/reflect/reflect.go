// Package reflect is the kind of question that a student answers in their own
// words and nobody marks: they compare with a model answer or a checklist.
package reflect

import (
	"embed"
	"io/fs"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

//go:embed reflect.html reflect.css reflect.js example*.md
var files embed.FS

// Kind is the kind "reflect".
type Kind struct{}

func (Kind) Name() string    { return "reflect" }
func (Kind) Keyword() string { return "Reflect" }
func (Kind) Files() fs.FS    { return files }

// OnlyAsks implements quiz.Asker.
func (Kind) OnlyAsks()                 {}
func (Kind) Claims(b *quiz.Block) bool { return true }

var isCheck = quiz.Marked("[ ]", "[x]")

// Question is a valid question for reflection.
type Question struct {
	base      quiz.Base
	Model     prose.Text // empty when the author gave none
	Checklist []prose.Text
}

func (q *Question) Base() *quiz.Base { return &q.base }

// Compares reports whether there is anything to compare an answer with.
func (q *Question) Compares() bool { return !q.Model.Empty() || len(q.Checklist) > 0 }

// Shape implements quiz.Question.
func (q *Question) Shape() quiz.Shape { return quiz.Open{Model: q.Model, Checklist: q.Checklist} }

type settings struct{ quiz.Settings }

// Parse implements quiz.Kind.
func (Kind) Parse(b *quiz.Block, d *diag.List) quiz.Question {
	var s settings
	base, ok := b.Base(&s, &s.Settings, isCheck, d, quiz.LabelModelAnswer)
	q := &Question{base: base, Model: prose.Join(b.Labelled(quiz.LabelModelAnswer)...)}
	ok = b.NeverMarked(&q.base, d) && ok
	for _, item := range b.Answers(isCheck) {
		ok = q.add(b, item, d) && ok
	}
	if !ok {
		return nil
	}
	return q
}

func (q *Question) add(b *quiz.Block, item quiz.Item, d *diag.List) bool {
	q.Checklist = append(q.Checklist, item.Text)
	switch {
	case !isCheck(item):
		d.Error(b.File, item.At, "marker-missing", "this line of the checklist has no box", "begin it with `[ ]`")
	case item.Text.Empty():
		d.Error(b.File, item.At, "check-empty", "this line of the checklist has no words", "")
	case item.Extra != (source.Range{}) || !item.Feedback.Empty() || !item.LeftOut.Empty():
		d.Error(b.File, item.At, "check-long", "a line of the checklist is one paragraph, and this goes on below", "put the rest above the checklist, or into the model answer")
	default:
		return true
	}
	return false
}
