package text_test

import (
	"testing"

	"lectern/quiz/cards"
	"lectern/quiz/text"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, text.Kind{}) }
