// Package reflect is the kind of question that a student answers in their own
// words and nobody marks: they compare with a model answer or a checklist.
package reflect

import (
	"embed"
	"io/fs"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/quiz"
)

//go:embed reflect.html reflect.css reflect.js
var files embed.FS

// Kind is the kind "reflect".
type Kind struct{}

func (Kind) Name() string              { return "reflect" }
func (Kind) Keyword() string           { return "Reflect" }
func (Kind) Files() fs.FS              { return files }
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

// Key implements quiz.Question: nothing is marked, so there is no key.
func (q *Question) Key() any { return struct{}{} }

// Mark implements quiz.Question. reflect.js holds the same rule.
func (q *Question) Mark(quiz.Response) quiz.Mark { return quiz.Mark{Verdict: quiz.Unmarked} }

type settings struct{ quiz.Settings }

// Parse implements quiz.Kind.
func (Kind) Parse(b *quiz.Block, d *diag.List) quiz.Question {
	var s settings
	base, ok := b.Base(&s, &s.Settings, isCheck, d)
	q := &Question{base: base, Model: prose.Join(b.Labelled(quiz.LabelModelAnswer)...)}
	for _, item := range b.Answers(isCheck) {
		if item.Text.Empty() {
			d.Error(b.File, item.At, "check-empty", "this line of the checklist has no words", "")
			ok = false
		}
		q.Checklist = append(q.Checklist, item.Text)
	}
	if !ok {
		return nil
	}
	return q
}
