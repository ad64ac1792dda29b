package number_test

import (
	"testing"

	"lectern/quiz/cards"
	"lectern/quiz/number"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, number.Kind{}) }
