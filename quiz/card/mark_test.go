package card_test

import (
	"testing"

	"lectern/quiz/card"
	"lectern/quiz/cards"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, card.Kind{}) }
