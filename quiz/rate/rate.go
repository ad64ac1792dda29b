// Package rate is the kind of question in which a student rates statements on
// a scale, for themselves: nobody marks it.
package rate

import (
	"embed"
	"fmt"
	"io/fs"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

//go:embed rate.html rate.css rate.js example*.md
var files embed.FS

// Kind is the kind "rate".
type Kind struct{}

func (Kind) Name() string    { return "rate" }
func (Kind) Keyword() string { return "Rate" }
func (Kind) Files() fs.FS    { return files }

// OnlyAsks implements quiz.Asker.
func (Kind) OnlyAsks()                 {}
func (Kind) Claims(b *quiz.Block) bool { return true }

var isStatement = quiz.Marked("")

// Question is a valid question with statements and a scale.
type Question struct {
	base       quiz.Base
	Scale      []Point
	Statements []Statement
}

// Point is one point of the scale.
type Point struct{ Fingerprint, Words string }

// Statement is what is rated.
type Statement struct {
	Fingerprint string
	Text        prose.Text
}

func (q *Question) Base() *quiz.Base { return &q.base }

// Shape implements quiz.Question.
func (q *Question) Shape() quiz.Shape {
	var shape quiz.Ratings
	for _, p := range q.Scale {
		shape.Scale = append(shape.Scale, p.Words)
	}
	for _, s := range q.Statements {
		shape.Statements = append(shape.Statements, s.Text)
	}
	return shape
}

type settings struct{ quiz.Settings }

// Parse implements quiz.Kind.
func (Kind) Parse(b *quiz.Block, d *diag.List) quiz.Question {
	var s settings
	base, ok := b.Base(&s, &s.Settings, isStatement, d, quiz.LabelScale)
	q := &Question{base: base}
	ok = b.NeverMarked(&q.base, d) && ok
	ok = q.readScale(b, d) && ok
	items := b.Answers(isStatement)
	for _, item := range items {
		ok = q.add(b, item, d) && ok
	}
	if len(items) == 0 {
		d.Error(b.File, b.HeadingAt, "statements-missing", "there is nothing to rate", "write each statement as a line of a plain list: `- I listen before I advise.`")
		ok = false
	}
	if !ok {
		return nil
	}
	return q
}

func (q *Question) add(b *quiz.Block, item quiz.Item, d *diag.List) bool {
	fingerprint := quiz.Fingerprint(item.Words())
	switch {
	case !isStatement(item):
		d.Error(b.File, item.At, "marker-unread", fmt.Sprintf("`%s` means nothing here: a statement is not right or wrong", item.Marker), "take it out")
	case item.Text.Empty():
		d.Error(b.File, item.At, "statement-empty", "this statement has no words", "")
	case item.Extra != (source.Range{}) || !item.Feedback.Empty() || !item.LeftOut.Empty():
		d.Error(b.File, item.At, "statement-long", "a statement is one paragraph, and this goes on below", "put the rest above the statements, or say it in `> **Why:** …`")
	case q.has(fingerprint):
		d.Error(b.File, item.At, "statement-twice", "this statement is there twice", "take one out, or say how they differ")
	default:
		q.Statements = append(q.Statements, Statement{fingerprint, item.Text})
		return true
	}
	return false
}

func (q *Question) has(fingerprint string) bool {
	for _, s := range q.Statements {
		if s.Fingerprint == fingerprint {
			return true
		}
	}
	return false
}
