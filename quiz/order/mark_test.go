package order_test

import (
	"testing"

	"lectern/quiz/cards"
	"lectern/quiz/order"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, order.Kind{}) }
