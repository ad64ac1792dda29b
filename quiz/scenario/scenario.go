// Package scenario is the kind of question that is a story in steps: each
// choice leads on to another step, until one comes to an end.
package scenario

import (
	"embed"
	"io/fs"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

//go:embed scenario.html scenario.css scenario.js example*.md
var files embed.FS

// Kind is the kind "scenario".
type Kind struct{}

func (Kind) Name() string            { return "scenario" }
func (Kind) Keyword() string         { return "Scenario" }
func (Kind) Files() fs.FS            { return files }
func (Kind) Claims(*quiz.Block) bool { return true }

// Question is a valid scenario: from every scene there is a way to an end, and
// to every scene there is a way from the opening.
type Question struct {
	base    quiz.Base
	Opening *Scene
	Scenes  []*Scene // in the author's order
}

// Scene is one step of the story. It has ways on or it is an end.
type Scene struct {
	Number int    // from 1; 0 for the opening
	ID     string // its name's fingerprint; "" for the opening
	Anchor string // its id on the page
	Name   prose.Text
	Text   prose.Text // may be empty
	Ways   []*Way
	Came   []*Way // the ways to it that have feedback
	End    *End

	link string       // what its name is in a link
	twin bool         // it has no name of its own, so no choice can lead to it
	at   source.Range // its heading
}

// Way is a choice.
type Way struct {
	Number   int // unlike any other in the scenario
	From     *Scene
	Text     prose.Text
	Feedback prose.Text // what one learns from choosing it; may be empty
	To       *Scene

	at source.Range
}

// End closes a branch.
type End struct {
	Text  prose.Text
	Score *float64 // the share of the points; nil when nobody marks it

	at source.Range
}

func (q *Question) Base() *quiz.Base { return &q.base }

// all are the opening and the scenes.
func (q *Question) all() []*Scene { return append([]*Scene{q.Opening}, q.Scenes...) }

// Shape implements quiz.Question.
func (q *Question) Shape() quiz.Shape {
	var shape quiz.Branches
	for _, s := range q.all() {
		step := quiz.Branch{Name: s.Name, Text: s.Text}
		for _, w := range s.Ways {
			step.Choices = append(step.Choices, quiz.BranchChoice{Text: w.Text, Feedback: w.Feedback, To: w.To.Number})
		}
		if s.End != nil {
			step.End = s.End.Text
			if s.End.Score != nil {
				step.Scored, step.Share = true, *s.End.Score
			}
		}
		shape.Steps = append(shape.Steps, step)
	}
	return shape
}

type settings struct{ quiz.Settings }

// Parse implements quiz.Kind.
func (Kind) Parse(b *quiz.Block, all *diag.List) quiz.Question {
	d := &diag.List{}
	q, ok := read(b, d)
	for _, message := range d.Sorted() {
		all.Add(message)
	}
	if !ok || d.Failed() {
		return nil
	}
	return q
}

func read(b *quiz.Block, d *diag.List) (*Question, bool) {
	var s settings
	top, parts := cut(b)
	base, ok := top.Base(&s, &s.Settings, leadsOn, d, quiz.LabelEnd)
	q := &Question{base: base, Opening: &Scene{at: b.HeadingAt}}
	for _, p := range parts {
		q.Scenes = append(q.Scenes, newScene(b, p, len(q.Scenes)+1))
	}
	r := &reader{b: b, d: d, q: q}
	r.refuseSettings()
	r.nameAll()
	r.fill(q.Opening, top.Pieces)
	for i, p := range parts {
		r.fill(q.Scenes[i], p.pieces)
	}
	if len(parts) == 0 {
		d.Error(b.File, b.HeadingAt, "steps-missing", "this scenario has no steps",
			"write each below a heading of its own, deeper than this one: `"+strings.Repeat("#", min(b.Level+1, 6))+" Wait with Sam`")
		return q, false
	}
	r.checkEnds()
	r.checkWays()
	return q, ok
}
