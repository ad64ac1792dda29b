package rate_test

import (
	"testing"

	"lectern/quiz/cards"
	"lectern/quiz/rate"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, rate.Kind{}) }
