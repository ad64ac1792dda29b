package choice_test

import (
	"testing"

	"lectern/quiz/cards"
	"lectern/quiz/choice"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, choice.Kind{}) }
