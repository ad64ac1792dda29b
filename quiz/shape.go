package quiz

import "lectern/internal/prose"

// Shape is the closed set of forms that paper and exchange formats know. A
// kind whose questions have one of these shapes prints and exports everywhere
// without a line of its own.
type Shape interface{ shape() }

// Choices is a list of answers, of which one or several are right.
type Choices struct {
	Several bool // any number may be chosen
	Answers []ChoicesAnswer
}

// ChoicesAnswer is one answer of Choices.
type ChoicesAnswer struct {
	Text, Feedback prose.Text
	Right          bool
}

// Text is a short answer that is typed.
type Text struct {
	Answers []TextAnswer
}

// TextAnswer is one foreseen wording.
type TextAnswer struct {
	Words    string
	Share    float64 // of the points: 1, 0.5 or 0
	Feedback prose.Text
}

// Open is a longer text that nobody marks.
type Open struct {
	Model     prose.Text // may be empty
	Checklist []prose.Text
}

func (Choices) shape() {}
func (Text) shape()    {}
func (Open) shape()    {}
