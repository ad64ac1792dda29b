// Package choice is the kind of question whose answers are all in view: one of
// them is right (radio buttons), or any number (checkboxes).
package choice

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/quiz"
)

//go:embed choice.html choice.css choice.js example*.md
var files embed.FS

// Kind is the kind "choice".
type Kind struct{}

func (Kind) Name() string    { return "choice" }
func (Kind) Keyword() string { return "Question" }
func (Kind) Files() fs.FS    { return files }

// Shuffles implements quiz.Shuffler.
func (Kind) Shuffles() {}

var isAnswer = quiz.Marked("(x)", "( )", "[x]", "[ ]")

func (Kind) Claims(b *quiz.Block) bool { return len(b.Answers(isAnswer)) > 0 }

// Question is a valid question with two or more answers.
type Question struct {
	base    quiz.Base
	Several bool // any number of answers may be chosen
	Scoring Scoring
	Answers []Answer
}

// Answer is one answer to choose or leave.
type Answer struct {
	Fingerprint string
	Right       bool
	Text        prose.Text
	Feedback    prose.Text // empty when the author gave none
	LeftOut     prose.Text // empty when the author gave none
	Pinned      bool       // it keeps its place when the others are shuffled

	at source.Range
}

func (q *Question) Base() *quiz.Base { return &q.base }

// Shape implements quiz.Question.
func (q *Question) Shape() quiz.Shape {
	shape := quiz.Choices{Several: q.Several, Scoring: string(q.Scoring)}
	for _, a := range q.Answers {
		shape.Answers = append(shape.Answers, quiz.ChoicesAnswer{Text: a.Text, Feedback: a.Feedback, LeftOut: a.LeftOut, Right: a.Right})
	}
	return shape
}

type settings struct {
	quiz.Settings
	Scoring yamlx.Text `yaml:"scoring"`
}

// Parse implements quiz.Kind.
func (Kind) Parse(b *quiz.Block, d *diag.List) quiz.Question {
	var s settings
	base, ok := b.Base(&s, &s.Settings, isAnswer, d)
	items := withoutTwins(b, d)
	q := &Question{base: base, Several: isSeveral(items), Scoring: PlusMinus, Answers: make([]Answer, 0, len(items))}
	for _, item := range items {
		q.Answers = append(q.Answers, Answer{
			Fingerprint: nameOf(item),
			Right:       isRight(item),
			Text:        item.Text,
			Feedback:    item.Feedback,
			LeftOut:     item.LeftOut,
			Pinned:      item.Pinned,
			at:          item.At,
		})
	}
	checks := []func(*quiz.Block, []quiz.Item, *diag.List) bool{q.checkMarkers, q.checkKey}
	for _, check := range checks {
		ok = check(b, items, d) && ok
	}
	if !q.readScoring(b, s.Scoring, d) || !ok {
		return nil
	}
	q.settleOrder(b, items, d)
	return q
}

// withoutTwins are the answers, each once: of answers with the same words the one
// that is marked as right stays, or else the first. They could not be told apart in
// what a student sends, nor by a student.
func withoutTwins(b *quiz.Block, d *diag.List) []quiz.Item {
	all := b.Answers(isAnswer)
	names, stays := make([]string, len(all)), map[string]int{}
	for i, item := range all {
		names[i] = nameOf(item)
		if at, isTwin := stays[names[i]]; !isTwin || isRight(item) && !isRight(all[at]) {
			stays[names[i]] = i
		}
	}
	items := make([]quiz.Item, 0, len(all))
	for i, item := range all {
		if at := stays[names[i]]; at != i && isAnswer(item) && !item.Text.Empty() {
			said := "this answer is there twice; students see it once"
			if isRight(all[at]) && !isRight(item) {
				said = "this answer is there twice, as right and as wrong; students see it once, as right"
			}
			d.Warn(b.File, item.At, "answer-twice", said, "take one out, or say how they differ")
			continue
		}
		items = append(items, item)
	}
	return items
}

func nameOf(item quiz.Item) string { return quiz.Fingerprint(item.Words()) }

func isRight(item quiz.Item) bool { return len(item.Marker) > 1 && item.Marker[1] == 'x' }

// settleOrder keeps numbers in their order: shuffled, they are hard to read.
func (q *Question) settleOrder(b *quiz.Block, items []quiz.Item, d *diag.List) {
	isNumber := func(i quiz.Item) bool { return startsWithDigit.MatchString(i.Words()) }
	q.base.MayShuffle = slices.ContainsFunc(items, func(i quiz.Item) bool { return !isNumber(i) })
	if q.base.Shuffle && !q.base.MayShuffle {
		d.Warn(b.File, b.HeadingAt, "shuffle-numbers", "these answers are numbers and stay in your order", "take `shuffle` out")
		q.base.Shuffle = false
	}
}

var startsWithDigit = once.Regexp(`^[-+−]?\d`)

// isSeveral goes by the first item that is marked as an answer.
func isSeveral(items []quiz.Item) bool {
	first := slices.IndexFunc(items, isAnswer)
	return items[first].Marker[0] == '['
}

// brackets returns the marker of a right answer and of a wrong one.
func (q *Question) brackets() (right, wrong string) {
	if q.Several {
		return "[x]", "[ ]"
	}
	return "(x)", "( )"
}

func isUnmarked(item quiz.Item) bool { return !isAnswer(item) }

// checkMarkers wants every item to be an answer, and all of one sort.
func (q *Question) checkMarkers(b *quiz.Block, items []quiz.Item, d *diag.List) bool {
	ok := true
	right, wrong := q.brackets()
	for _, item := range items {
		switch {
		case isUnmarked(item):
			d.Error(b.File, item.At, "marker-missing", "this answer is not marked as right or wrong",
				item.MarkerHint(fmt.Sprintf("begin it with `%s` or `%s`", right, wrong)))
			ok = false
		case (item.Marker[0] == '[') != q.Several:
			d.Error(b.File, item.At, "markers-mixed", "answers with ( ) and with [ ] are mixed in one question",
				"use ( ) when exactly one answer is right, [ ] when several may be")
			ok = false
		}
		if item.Text.Empty() {
			d.Error(b.File, item.At, "answer-empty", "this answer has no words", "")
			ok = false
		}
		ok = b.OneParagraph(item, d) && ok
	}
	if len(items) < 2 {
		d.Error(b.File, items[0].At, "answers-few", "there is only one answer to choose from", "give at least two")
		ok = false
	}
	return ok
}

func (q *Question) checkKey(b *quiz.Block, items []quiz.Item, d *diag.List) bool {
	right := 0
	for i, a := range q.Answers {
		if !a.Right {
			continue
		}
		if right++; right == 2 && !q.Several {
			d.Error(b.File, items[i].At, "key-several", "a second answer is marked as right, but with ( ) exactly one may be",
				"write [x] and [ ] for all answers if several are right")
			return false
		}
	}
	if right == 0 && !slices.ContainsFunc(items, isUnmarked) { // else that one may be the right one
		marker, _ := q.brackets()
		d.Error(b.File, b.HeadingAt, "key-missing", "question has no right answer", "mark the right one with an x: `- "+marker+" …`")
	}
	return right > 0
}

func (q *Question) readScoring(b *quiz.Block, s yamlx.Text, d *diag.List) bool {
	if s.Value == "" {
		return true
	}
	q.Scoring = Scoring(s.Value)
	for _, known := range scorings {
		if s.Value == known {
			return true
		}
	}
	d.Error(b.File, s.At, "scoring-unknown", fmt.Sprintf("unknown scoring `%s`", s.Value), diag.DidYouMean(s.Value, scorings))
	return false
}
