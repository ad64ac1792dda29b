// Package card is the kind of question with a front and a back: students turn
// it over and say themselves whether they knew it.
package card

import (
	"embed"
	"fmt"
	"io/fs"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/quiz"
)

//go:embed card.html card.css card.js example*.md
var files embed.FS

// Kind is the kind "card".
type Kind struct{}

func (Kind) Name() string    { return "card" }
func (Kind) Keyword() string { return "Card" }
func (Kind) Files() fs.FS    { return files }

// OnlyAsks implements quiz.Asker.
func (Kind) OnlyAsks()               {}
func (Kind) Claims(*quiz.Block) bool { return true }

// Question is a valid card. Its front is the stem, with the detail below it.
type Question struct {
	base quiz.Base
	Back prose.Text
}

func (q *Question) Base() *quiz.Base { return &q.base }

// New is a card that no block of a lesson holds: base says what stands on its
// front.
func New(base quiz.Base, card quiz.Flashcard) *Question {
	base.Kind, base.Points = Kind{}.Name(), 1
	return &Question{base: base, Back: card.Back}
}

// Shape implements quiz.Question.
func (q *Question) Shape() quiz.Shape { return quiz.Flashcard{Back: q.Back} }

type settings struct{ quiz.Settings }

// A card has no list of answers: every list is part of its front.
func noAnswer(quiz.Item) bool { return false }

// Parse implements quiz.Kind.
func (Kind) Parse(b *quiz.Block, d *diag.List) quiz.Question {
	var s settings
	base, ok := b.Base(&s, &s.Settings, noAnswer, d, quiz.LabelBack)
	backs := b.Labelled(quiz.LabelBack)
	if len(backs) == 0 {
		d.Error(b.File, b.HeadingAt, "back-missing", "this card has no back", "write it below the heading: `> **Back:** …`")
		ok = false
	}
	ok = refuseMarkers(b, d) && ok
	ok = refuseTries(b, d) && ok
	if !ok {
		return nil
	}
	return &Question{base: base, Back: prose.Join(backs...)}
}

// refuseMarkers refuses what was meant for another kind of question.
func refuseMarkers(b *quiz.Block, d *diag.List) bool {
	ok := true
	for _, item := range b.Answers(func(item quiz.Item) bool { return item.Marker != "" }) {
		if item.Marker != "" {
			d.Error(b.File, item.At, "card-answers", fmt.Sprintf("a card has no answers to choose from, and this begins with `%s`", item.Marker),
				"let the heading begin with `Question:`, or write what is on the back as `> **Back:** …`")
			ok = false
		}
	}
	return ok
}

// refuseTries refuses a limit: the back is no secret, and a card is turned as
// often as one likes.
func refuseTries(b *quiz.Block, d *diag.List) bool {
	n, found := b.Settings.Get("tries")
	if found {
		d.Error(b.File, n.At, "setting-card", "`tries` means nothing here: a card may be turned as often as one likes", "take it out")
	}
	return !found
}
