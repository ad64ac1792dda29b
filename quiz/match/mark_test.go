package match_test

import (
	"testing"

	"lectern/quiz/cards"
	"lectern/quiz/match"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, match.Kind{}) }
