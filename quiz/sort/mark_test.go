package sort_test

import (
	"testing"

	"lectern/quiz/cards"
	"lectern/quiz/sort"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, sort.Kind{}) }
