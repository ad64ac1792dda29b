package reflect_test

import (
	"testing"

	"lectern/quiz/cards"
	"lectern/quiz/reflect"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, reflect.Kind{}) }
