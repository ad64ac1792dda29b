package card_test

import (
	"reflect"
	"testing"

	"lectern/internal/prose"
	"lectern/quiz"
	"lectern/quiz/card"
	"lectern/quiz/cards"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, card.Kind{}) }

// The terms of a glossary become cards that no lesson holds.
func TestACardThatNoLessonHoldsIsACardLikeAnyOther(t *testing.T) {
	back := prose.Text{HTML: "<p>Leaves and hot water.</p>"}
	made := card.New(quiz.Base{ID: "term-tea", StemText: "Tea"}, quiz.Flashcard{Back: back})
	if b := made.Base(); b.Kind != (card.Kind{}).Name() || b.ID != "term-tea" || b.Points != 1 {
		t.Errorf("the card is %+v", b)
	}
	if shape := made.Shape(); !reflect.DeepEqual(shape, quiz.Flashcard{Back: back}) {
		t.Errorf("its shape is %+v", shape)
	}
	if mark := made.Mark(quiz.Response{"answer": {made.Key().(card.Key).Knew}}); mark.Verdict != quiz.Right {
		t.Errorf("who knew it is told %q", mark.Verdict)
	}
}
