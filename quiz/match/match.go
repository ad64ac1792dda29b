// Package match is the kind of question in which each of several prompts is
// paired with the option that fits it.
package match

import (
	"embed"
	"io/fs"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

//go:embed match.html match.css match.js example*.md
var files embed.FS

// Kind is the kind "match".
type Kind struct{}

func (Kind) Name() string    { return "match" }
func (Kind) Keyword() string { return "Match" }
func (Kind) Files() fs.FS    { return files }

// Shares implements quiz.Sharer.
func (Kind) Shares() []string { return []string{"prompts"} }

// Claims takes whatever follows the keyword: nothing else has it, and Parse
// can say better what is missing.
func (Kind) Claims(*quiz.Block) bool { return true }

// Question is a valid question with two or more pairs.
type Question struct {
	base    quiz.Base
	Pairs   []Pair   // in the author's order
	Options []Option // in the order of the alphabet
	Listed  bool     // the options stand above the menus, with letters
}

// Pair is a prompt and what fits it.
type Pair struct {
	Fingerprint string // of the left side
	Left, Right prose.Text
	Option      string     // the fingerprint of the right side
	Feedback    prose.Text // empty when the author gave none
	LeftOut     prose.Text // empty when the author gave none

	at source.Range
}

// Field is the name of the pair's control in the form.
func (p Pair) Field() string { return "pair-" + p.Fingerprint }

// Option is a right side, once, however many prompts it fits.
type Option struct {
	Fingerprint string
	Text        prose.Text
	Fits        bool       // some prompt; else it is there to mislead
	Feedback    prose.Text // of an option that fits nothing
	Short       string     // its words in a menu

	at source.Range // where it stands first
}

func (q *Question) Base() *quiz.Base { return &q.base }

// Shape implements quiz.Question.
func (q *Question) Shape() quiz.Shape {
	var shape quiz.Pairs
	for _, p := range q.Pairs {
		shape.Pairs = append(shape.Pairs, quiz.Pair{Left: p.Left, Right: p.Right, Feedback: p.Feedback, LeftOut: p.LeftOut})
	}
	for _, o := range q.Options {
		if !o.Fits {
			shape.Extra = append(shape.Extra, quiz.PairExtra{Text: o.Text, Feedback: o.Feedback})
		}
	}
	return shape
}

// Parse implements quiz.Kind.
func (Kind) Parse(b *quiz.Block, d *diag.List) quiz.Question {
	var s quiz.Settings
	base, ok := b.Base(&s, &s, hasArrow, d)
	q := &Question{base: base}
	items := b.Answers(hasArrow)
	for _, item := range items {
		ok = q.add(b, item, d) && ok
	}
	if len(items) == 0 {
		d.Error(b.File, b.HeadingAt, "pairs-missing", "this question has no pairs", "write them below it as a list: `- left -> right`")
		return nil
	}
	if !ok || !q.check(b, items[0], d) {
		return nil
	}
	q.arrange()
	return q
}

func (q *Question) arrange() {
	quiz.ByAlphabet(q.Options, func(o Option) prose.Text { return o.Text })
	var texts []prose.Text
	for _, o := range q.Options {
		texts = append(texts, o.Text)
	}
	short, listed := quiz.ShortOptions(texts)
	for i := range q.Options {
		q.Options[i].Short = short[i]
	}
	q.Listed = listed
}
