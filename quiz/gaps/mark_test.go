package gaps_test

import (
	"testing"

	"lectern/quiz/cards"
	"lectern/quiz/gaps"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, gaps.Kind{}) }
