package order_test

import (
	"strings"
	"testing"

	"lectern/quiz/cards"
	"lectern/quiz/order"
)

func TestCardsAreMarkedAsPeopleSay(t *testing.T) { cards.AreMarkedAsPeopleSay(t, order.Kind{}) }

func TestThePageNeverListsTheStepsInTheRightOrder(t *testing.T) {
	for right, listed := range map[string]string{"b c a": "a b c", "c b a": "a b c", "a c b": "a b c", "a b c": "b c a"} {
		q := &order.Question{}
		for name := range strings.FieldsSeq(right) {
			q.Steps = append(q.Steps, order.Step{Fingerprint: name})
		}
		var names []string
		for _, s := range q.Scrambled() {
			names = append(names, s.Fingerprint)
		}
		if got := strings.Join(names, " "); got != listed {
			t.Errorf("the steps %s are listed as %s, want %s", right, got, listed)
		}
	}
}
