// Package quiz says what a question is: how it is read from a lesson, how an
// answer to it is marked, and what a page needs to ask it.
//
// Each kind of question lives in a folder of its own below this one, with its
// Go, HTML, CSS and JavaScript side by side; package quiz/kinds lists them.
package quiz

import (
	"net/url"

	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// Question is one question that has been read and found valid.
type Question interface {
	Base() *Base
	// Mark marks what a student sent. It is pure: the same rule, written in
	// the kind's JavaScript, gives the same Mark in the browser.
	Mark(Response) Mark
	// Key is what the page needs to mark by itself, as a value for JSON. It
	// holds no prose: the reasons stand in the page already.
	Key() any
	// Shape is the question as paper and exchange formats see it.
	Shape() Shape
	// Follow takes the names of the answers from the question that this one
	// translates, which is of the same kind, and reports to p what differs. The
	// package's Follow calls it, and does what all kinds share.
	Follow(original Question, p *Pairing)
}

// Base is what all kinds of question have.
type Base struct {
	Kind       string       // the kind's Name
	ID         string       // unique in the course
	Derived    bool         // the author gave no id; ID was made from lesson and stem
	Was        []yamlx.Text // ids it had before
	Stem       prose.Text   // inline markup
	StemText   string       // the stem in plain words
	Level      int          // the heading's level, 2 to 6
	Detail     prose.Text   // the case; may be empty
	Hints      []prose.Text
	Why        prose.Text // the explanation; may be empty
	Objectives []yamlx.Text
	Points     float64
	Tries      int  // how often an answer may be tried; 0 when as often as one likes
	Shuffle    bool // the answers come in another order each time
	MayShuffle bool // the answers mean the same in any order
	Confidence bool // the student is asked how sure they are
	Unmarked   bool // nothing comes of any answer
	File       *source.File
	At         source.Range   // the question's heading
	IDAt       source.Range   // the id setting, or the heading
	AnswersAt  []source.Range // the answers' first lines, in the order of the lesson
	// SettingsAt is the YAML inside the settings comment; without one it is
	// empty, and where the comment would begin.
	SettingsAt source.Range

	settings   yamlx.Node  // as the author wrote them
	ownShuffle bool        // what its own settings say of shuffling, whatever its quiz says
	editions   *[]Question // the question in every language; nil when there is one
}

// Response is exactly what an HTML form sends: names and their values.
type Response = url.Values

// Verdict is the outcome of marking, in one word.
type Verdict string

const (
	Blank    Verdict = "blank"    // nothing was answered, so nothing is marked
	NotYet   Verdict = "not-yet"  // no marks
	Partly   Verdict = "partly"   // some of the marks
	Right    Verdict = "right"    // all of the marks
	Unmarked Verdict = "unmarked" // this kind of question is never marked
)

// How one answer did.
const (
	AnswerRight  = "right"  // chosen, and right
	AnswerExtra  = "extra"  // chosen, and not right
	AnswerMissed = "missed" // right, and not chosen
	AnswerNear   = "near"   // nearly right: half marks
	AnswerSlip   = "slip"   // a slip the author foresaw
)

// Mark is what came of a Response. Its JSON form is the same in the browser,
// where answers are left out likewise when there are none.
type Mark struct {
	Verdict Verdict           `json:"verdict"`
	Score   float64           `json:"score"`             // share of the question's points, 0 to 1, not rounded
	Answers map[string]string `json:"answers,omitempty"` // how each answer did, by fingerprint
	Count   Count             `json:"count"`
}

// Count tells how a mark came about.
type Count struct {
	Right  int `json:"right"`
	Extra  int `json:"extra"`
	Missed int `json:"missed"`
}

// Scored makes a Mark's verdict from its score.
func Scored(score float64, answers map[string]string, count Count) Mark {
	verdict := NotYet
	if score >= 1 {
		verdict = Right
	} else if score > 0 {
		verdict = Partly
	}
	return Mark{Verdict: verdict, Score: score, Answers: answers, Count: count}
}
