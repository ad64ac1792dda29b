package scenario_test

import (
	"testing"

	"lectern/quiz/cards"
	"lectern/quiz/scenario"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, scenario.Kind{}) }
