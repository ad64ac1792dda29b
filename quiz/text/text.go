// Package text is the kind of question that is answered by a few typed words.
package text

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/quiz"
)

//go:embed text.html text.css text.js example*.md
var files embed.FS

// Kind is the kind "text".
type Kind struct{}

func (Kind) Name() string    { return "text" }
func (Kind) Keyword() string { return "Question" }
func (Kind) Files() fs.FS    { return files }

// Shares implements quiz.Sharer.
func (Kind) Shares() []string { return []string{"typed"} }

var isAnswer = quiz.Marked("=", "~", "!=")

func (Kind) Claims(b *quiz.Block) bool { return len(b.Answers(isAnswer)) > 0 }

// Question is a valid question with at least one accepted answer.
type Question struct {
	base          quiz.Base
	IgnoreAccents bool
	Answers       []Answer
}

// Answer is one wording the author foresaw.
type Answer struct {
	Fingerprint string
	Words       string // as written
	How         string // quiz.AnswerRight, AnswerNear or AnswerSlip
	Feedback    prose.Text

	at source.Range
}

func (q *Question) Base() *quiz.Base { return &q.base }

// Shape implements quiz.Question.
func (q *Question) Shape() quiz.Shape {
	var shape quiz.Text
	for _, a := range q.Answers {
		shape.Answers = append(shape.Answers, quiz.TextAnswer{Words: a.Words, Share: shares[a.How], Feedback: a.Feedback})
	}
	return shape
}

type settings struct {
	quiz.Settings
	Accents yamlx.Text `yaml:"accents"`
}

var howOf = map[string]string{"=": quiz.AnswerRight, "~": quiz.AnswerNear, "!=": quiz.AnswerSlip}

// Parse implements quiz.Kind.
func (Kind) Parse(b *quiz.Block, d *diag.List) quiz.Question {
	var s settings
	base, ok := b.Base(&s, &s.Settings, isAnswer, d)
	q := &Question{base: base}
	ok = q.readAccents(b, s.Accents, d) && ok
	items := b.Answers(isAnswer)
	right := slices.ContainsFunc(items, quiz.Marked("="))
	for _, item := range items {
		ok = q.add(b, item, d) && ok
	}
	if !right && !slices.ContainsFunc(items, isUnmarked) { // else that one may be the right one
		d.Error(b.File, b.HeadingAt, "key-missing", "question has no right answer", "write an accepted answer: `- = lived experience`")
	}
	if !right || !ok {
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
		d.Error(b.File, item.At, "left-out-unread", "`If left out:` has no place here: a typed answer cannot be left out", "give feedback to what may be typed instead, or say it in `> **Why:** …`")
		return false
	}
	warnMarkup(b, item, d)
	warnNumber(b, item, d)
	folded := quiz.Fold(item.Source, q.IgnoreAccents)
	if folded == "" {
		d.Error(b.File, item.At, "answer-empty", "this answer has no words", "")
		return false
	}
	fingerprint := quiz.Fingerprint(folded)
	for _, a := range q.Answers {
		if a.Fingerprint == fingerprint {
			d.Error(b.File, item.At, "answer-twice", "this answer is there twice",
				fmt.Sprintf("%s and the punctuation around an answer do not count: `%s` covers it", q.uncounted(), a.Words))
			return false
		}
	}
	q.Answers = append(q.Answers, Answer{Fingerprint: fingerprint, Words: item.Source, How: howOf[item.Marker], Feedback: item.Feedback, at: item.At})
	return true
}

func isUnmarked(item quiz.Item) bool { return !isAnswer(item) }

func (q *Question) uncounted() string {
	if q.IgnoreAccents {
		return "capital letters, accents, blanks"
	}
	return "capital letters, blanks"
}

// warnMarkup warns about an answer that no student would type as the author
// wrote it: with stars around a word.
func warnMarkup(b *quiz.Block, item quiz.Item, d *diag.List) {
	rendered := strings.Contains(item.Text.HTML, "<") || len(item.Text.Refs) > 0
	if rendered && quiz.Fold(item.Text.Plain(), false) != quiz.Fold(item.Source, false) {
		d.Warn(b.File, item.At, "answer-markup", "this answer only counts when it is typed with its markup",
			"write the bare words, without stars, links or tags")
	}
}

var (
	twoNumbers = once.Regexp(`^[-+−]?\d+(?:[.,]\d+)?\s*(?:[-–—]|to|à)\s*\d+(?:[.,]\d+)?(?:\s*[^\s\d]+)?$`)
	thousands  = once.Regexp(`^[-+−]?\d{1,3}(?:[.,’']\d{3}){2,}(?:\s*[^\s\d]+)?$`)
)

// warnNumber warns about an answer that means a number and is not read as one.
func warnNumber(b *quiz.Block, item quiz.Item, d *diag.List) {
	const said = "this is compared as words, sign by sign, and not as a number"
	switch {
	case twoNumbers.MatchString(item.Source):
		d.Warn(b.File, item.At, "number-as-words", said, "if any number in between is right, write `40..50`")
	case thousands.MatchString(item.Source):
		d.Warn(b.File, item.At, "number-as-words", said, "write nothing, or blanks, between thousands: `1500000` or `1 500 000`")
	}
}

func (q *Question) readAccents(b *quiz.Block, s yamlx.Text, d *diag.List) bool {
	switch s.Value {
	case "", "keep":
	case "ignore":
		q.IgnoreAccents = true
	default:
		d.Error(b.File, s.At, "accents-unknown", fmt.Sprintf("unknown value `%s` for `accents`", s.Value), "write `accents: ignore` or `accents: keep`")
		return false
	}
	return true
}
