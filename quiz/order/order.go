// Package order is the kind of question whose steps are put into their order.
package order

import (
	"embed"
	"io/fs"
	"slices"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

//go:embed order.html order.css order.js example*.md
var files embed.FS

// Kind is the kind "order".
type Kind struct{}

func (Kind) Name() string            { return "order" }
func (Kind) Keyword() string         { return "Order" }
func (Kind) Files() fs.FS            { return files }
func (Kind) Claims(*quiz.Block) bool { return true }

// Question is a valid question with three or more steps.
type Question struct {
	base  quiz.Base
	Steps []Step // in the right order
}

// Step is one step.
type Step struct {
	Fingerprint string
	Text        prose.Text
	Feedback    prose.Text // why it has this place; empty when the author gave none
}

func (q *Question) Base() *quiz.Base { return &q.base }

// Shape implements quiz.Question.
func (q *Question) Shape() quiz.Shape {
	var shape quiz.Sequence
	for _, s := range q.Steps {
		shape.Steps = append(shape.Steps, quiz.SequenceStep{Text: s.Text, Feedback: s.Feedback})
	}
	for _, s := range q.Scrambled() {
		isIt := func(other Step) bool { return other.Fingerprint == s.Fingerprint }
		shape.Scrambled = append(shape.Scrambled, slices.IndexFunc(q.Steps, isIt))
	}
	return shape
}

type settings struct{ quiz.Settings }

// Parse implements quiz.Kind.
func (Kind) Parse(b *quiz.Block, d *diag.List) quiz.Question {
	var s settings
	items, single := steps(b, d)
	base, ok := b.Base(&s, &s.Settings, among(items), d)
	q := &Question{base: base}
	for _, item := range items {
		ok = q.add(b, item, d) && ok
	}
	if single && len(items) < 3 {
		d.Error(b.File, items[0].At, "steps-few", "there are too few steps to put in order",
			"give at least three; which of two comes first can be asked with `### Question:`")
		ok = false
	}
	if !single || !ok {
		return nil
	}
	return q
}

// steps are the items of the one numbered list. Other lists belong to the case.
func steps(b *quiz.Block, d *diag.List) (items []quiz.Item, single bool) {
	lists := 0
	for _, p := range b.Pieces {
		if p.List == nil || !p.List.Ordered {
			continue
		}
		if lists++; lists == 2 {
			d.Error(b.File, p.At, "steps-parted", "this is a second numbered list, and only one can hold the steps",
				"number all steps alike, `1.` `2.` `3.`, or begin the lines of the other list with `-`")
		}
		items = append(items, p.List.Items...)
	}
	if lists == 0 {
		d.Error(b.File, b.HeadingAt, "steps-missing", "this question has no steps to put in order",
			"write them below it as a numbered list, in the right order: `1. Say hello`, `2. Ask for a name`, `3. Listen`")
	}
	return items, lists == 1
}

// among accepts the items themselves, by their places.
func among(items []quiz.Item) func(quiz.Item) bool {
	at := map[source.Range]bool{}
	for _, item := range items {
		at[item.At] = true
	}
	return func(item quiz.Item) bool { return at[item.At] }
}

func (q *Question) add(b *quiz.Block, item quiz.Item, d *diag.List) bool {
	ok := b.OneParagraph(item, d)
	if item.Marker != "" {
		d.Error(b.File, item.At, "step-marked", "a step is not marked as right or wrong: its place in the list is what is right",
			"take `"+item.Marker+"` out")
		ok = false
	}
	if !item.LeftOut.Empty() {
		d.Error(b.File, item.At, "left-out-unread", "`If left out:` has no place here: no step can be left out",
			"say why the step comes where it does: `> …` below it, without a label")
		ok = false
	}
	if item.Text.Empty() {
		d.Error(b.File, item.At, "step-empty", "this step has no words", "")
		return false
	}
	step := Step{Fingerprint: quiz.Fingerprint(item.Words()), Text: item.Text, Feedback: item.Feedback}
	for _, other := range q.Steps {
		if other.Fingerprint == step.Fingerprint {
			d.Error(b.File, item.At, "step-twice", "this step is there twice", "take one out, or say how they differ")
			return false
		}
	}
	q.Steps = append(q.Steps, step)
	return ok
}
