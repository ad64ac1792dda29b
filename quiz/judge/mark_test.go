package judge_test

import (
	"testing"

	"lectern/quiz/cards"
	"lectern/quiz/judge"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, judge.Kind{}) }
