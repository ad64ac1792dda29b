package journeys

import (
	"reflect"
	"slices"
	"testing"
)

func want[T any](t *testing.T, what string, have, want T) {
	t.Helper()
	if !reflect.DeepEqual(have, want) {
		t.Errorf("%s: have %+v, want %+v", what, have, want)
	}
}

func (q question) wantSaid(lines ...string) {
	q.t.Helper()
	if said := q.said(); !slices.Equal(said, lines) {
		q.t.Errorf("%s says %q, want %q", q.id, said, lines)
	}
}

func (q question) wantButtons(words ...string) {
	q.t.Helper()
	if buttons := q.buttons(); !slices.Equal(buttons, words) {
		q.t.Errorf("%s has the buttons %q, want %q", q.id, buttons, words)
	}
}

func (q question) wantFocusOn(name string) {
	q.t.Helper()
	if focused := q.tab.FocusedText(); focused != name {
		q.t.Errorf("the focus is on %q, want %q", focused, name)
	}
}
