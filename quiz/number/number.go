// Package number is the kind of question that is answered by a number, with or
// without a unit.
package number

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"slices"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

//go:embed number.html number.css number.js example*.md
var files embed.FS

// Kind is the kind "number".
type Kind struct{}

func (Kind) Name() string    { return "number" }
func (Kind) Keyword() string { return "Question" }
func (Kind) Files() fs.FS    { return files }

// Shares implements quiz.Sharer.
func (Kind) Shares() []string { return []string{"typed"} }

var (
	isAnswer   = quiz.Marked("=", "~", "!=")
	isAccepted = quiz.Marked("=", "~")
)

// Claims wants every accepted answer to be a number; one that is not makes it
// a question for words.
func (Kind) Claims(b *quiz.Block) bool {
	accepted := 0
	for _, item := range b.Answers(isAnswer) {
		if !isAccepted(item) {
			continue
		}
		if _, ok := readForm(item.Source); !ok {
			return false
		}
		accepted++
	}
	return accepted > 0
}

// Question is a valid question with at least one accepted answer.
type Question struct {
	base    quiz.Base
	Answers []Answer // as they are tried: right, near, slips
}

// Answer is a span of numbers the author foresaw, in one unit.
type Answer struct {
	Fingerprint string
	Words       string // as the author wrote it
	From, To    string // the parts of a range; "" for anything else
	Low, High   float64
	Unit        string // folded; "" for a bare number
	How         string // quiz.AnswerRight, AnswerNear or AnswerSlip
	Feedback    prose.Text

	at source.Range
}

func (q *Question) Base() *quiz.Base { return &q.base }

// Shape implements quiz.Question.
func (q *Question) Shape() quiz.Shape {
	var shape quiz.Number
	for _, a := range q.Answers {
		shape.Answers = append(shape.Answers, quiz.NumberAnswer{
			Words: a.Words, Low: a.Low, High: a.High, Unit: a.Unit, Share: shares[a.How], Feedback: a.Feedback,
		})
	}
	return shape
}

// Large reports whether a student may wonder how to write thousands.
func (q *Question) Large() bool {
	return slices.ContainsFunc(q.Answers, func(a Answer) bool { return a.High >= 1000 || a.Low <= -1000 })
}

// Negative reports whether an answer needs a minus, which the keys for
// decimals lack on some phones.
func (q *Question) Negative() bool {
	return slices.ContainsFunc(q.Answers, func(a Answer) bool { return a.Low < 0 })
}

// HasUnits reports whether any answer has a unit.
func (q *Question) HasUnits() bool {
	return slices.ContainsFunc(q.Answers, func(a Answer) bool { return a.Unit != "" })
}

type settings struct{ quiz.Settings }

var (
	howOf = map[string]string{"=": quiz.AnswerRight, "~": quiz.AnswerNear, "!=": quiz.AnswerSlip}
	ranks = map[string]int{"=": 0, "~": 1, "!=": 2}
)

// Parse implements quiz.Kind.
func (Kind) Parse(b *quiz.Block, d *diag.List) quiz.Question {
	var s settings
	base, ok := b.Base(&s, &s.Settings, isAnswer, d)
	q := &Question{base: base}
	items := slices.Clone(b.Answers(isAnswer))
	slices.SortStableFunc(items, func(x, y quiz.Item) int { return cmp.Compare(ranks[x.Marker], ranks[y.Marker]) })
	for _, item := range items {
		ok = q.add(b, item, d) && ok
	}
	if !slices.ContainsFunc(items, quiz.Marked("=")) {
		if !slices.ContainsFunc(items, isUnmarked) { // else that one may be the right one
			d.Error(b.File, b.HeadingAt, "key-missing", "question has no right answer", "write the right number: `- = 45`")
		}
		ok = false
	}
	if !ok {
		return nil
	}
	return q
}

func (q *Question) add(b *quiz.Block, item quiz.Item, d *diag.List) bool {
	if isUnmarked(item) {
		d.Error(b.File, item.At, "marker-missing", "this line is not marked as an answer",
			item.MarkerHint("begin it with `=` (right), `~` (nearly right) or `!=` (a slip you foresee)"))
		return false
	}
	if !b.OneParagraph(item, d) {
		return false
	}
	if !item.LeftOut.Empty() {
		d.Error(b.File, item.At, "left-out-unread", "`If left out:` has no place here: a number cannot be left out", "give feedback to what may be typed instead, or say it in `> **Why:** …`")
		return false
	}
	form, ok := readForm(item.Source)
	if !ok {
		d.Error(b.File, item.At, "slip-not-number", "this slip is not a number, and only numbers are marked here",
			"write a number: `!= 45`, `!= 40..50`; anything else is asked for again")
		return false
	}
	a, ok := form.span(b, item, d)
	return ok && q.addSpan(b, item, a, d)
}

func isUnmarked(item quiz.Item) bool { return !isAnswer(item) }

// addSpan adds an answer unless one that is tried before it takes all it would get.
func (q *Question) addSpan(b *quiz.Block, item quiz.Item, a Answer, d *diag.List) bool {
	for _, before := range q.Answers {
		if before.Unit == a.Unit && before.Low <= a.Low && a.High <= before.High {
			d.Error(b.File, item.At, "answer-covered", fmt.Sprintf("this answer never counts: `%s` covers it", before.Words),
				"right answers are tried first, then nearly right ones, then slips")
			return false
		}
	}
	a.Fingerprint, a.How, a.Feedback, a.at = quiz.Fingerprint(item.Source), howOf[item.Marker], item.Feedback, item.At
	q.Answers = append(q.Answers, a)
	return true
}
