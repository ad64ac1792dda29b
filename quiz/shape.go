package quiz

import "lectern/internal/prose"

// Shape is the closed set of forms that paper and exchange formats know. A
// kind whose questions have one of these shapes prints and exports everywhere
// without a line of its own.
type Shape interface{ shape() }

// Choices is a list of answers, of which one or several are right.
type Choices struct {
	Several bool   // any number may be chosen
	Scoring string // of several, how they are marked: the end of a sentence's key
	Answers []ChoicesAnswer
}

// ChoicesAnswer is one answer of Choices.
type ChoicesAnswer struct {
	Text, Feedback, LeftOut prose.Text
	Right                   bool
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

// Number is a number that is typed, with or without a unit.
type Number struct {
	Answers []NumberAnswer
}

// NumberAnswer is a span of numbers that was foreseen. The first that takes a
// response marks it.
type NumberAnswer struct {
	Words     string // as written: "45 ± 0.5", "40..50 min"
	Low, High float64
	Unit      string  // "" for a bare number
	Share     float64 // of the points: 1, 0.5 or 0
	Feedback  prose.Text
}

// Ratings are statements to rate on one scale, unmarked.
type Ratings struct {
	Scale      []string // the words of its points
	Statements []prose.Text
}

// Open is a longer text that nobody marks.
type Open struct {
	Model     prose.Text // may be empty
	Checklist []prose.Text
}

// Sequence is a list of steps to put in order.
type Sequence struct {
	Steps     []SequenceStep // in the right order
	Scrambled []int          // the places of the steps as the page lists them at first
}

// SequenceStep is one step of a Sequence.
type SequenceStep struct {
	Text, Feedback prose.Text
}

// Flashcard has a front, which is the stem and the detail, and a back. Students
// say themselves whether they knew it.
type Flashcard struct {
	Back prose.Text
}

// Gaps is a text with blanks in it: the openings of the kind prose.Blank in
// Base.Stem and Base.Detail, in this order.
type Gaps struct {
	Blanks []Gap
}

// Gap is one blank of Gaps.
type Gap struct {
	Accepted []string // wordings as written; of a menu the right choice
	Options  []string // of a menu; none when the answer is typed
}

// Judged is a list of replies of which a panel of people chose one each.
type Judged struct {
	Panel   int // how many people
	Replies []JudgedReply
}

// JudgedReply is one reply of Judged.
type JudgedReply struct {
	Text, Feedback prose.Text
	Votes          int
}

// Branches is a story told in steps: each goes on to others by choices, or is
// an end. Base.Detail is the text of the first.
type Branches struct {
	Steps []Branch // the opening first
}

// Branch is one step of Branches. It has choices or it is an end.
type Branch struct {
	Name, Text prose.Text // of the opening, none
	Choices    []BranchChoice
	End        prose.Text
	Scored     bool    // an end that is worth a share of the points
	Share      float64 // 0 to 1
}

// BranchChoice is one choice of a Branch.
type BranchChoice struct {
	Text, Feedback prose.Text
	To             int // the step it leads to
}

func (Choices) shape()   {}
func (Text) shape()      {}
func (Number) shape()    {}
func (Ratings) shape()   {}
func (Open) shape()      {}
func (Sequence) shape()  {}
func (Flashcard) shape() {}
func (Gaps) shape()      {}
func (Judged) shape()    {}
func (Branches) shape()  {}

// Pairs is a list of left sides, each with the right side that fits it.
type Pairs struct {
	Pairs []Pair
	Extra []PairExtra // right sides that fit nothing
}

// Pair is one pair of Pairs. Several pairs may have the same right side.
type Pair struct {
	Left, Right, Feedback, LeftOut prose.Text
}

// PairExtra is a right side that fits nothing.
type PairExtra struct {
	Text, Feedback prose.Text
}

// Groups are the groups that a heap of items is sorted into.
type Groups struct {
	Groups []Group
}

// Group is one group of Groups. Nothing may belong to it.
type Group struct {
	Name     prose.Text
	Items    []prose.Text
	Feedback prose.Text
}

func (Pairs) shape()  {}
func (Groups) shape() {}
