package check

import (
	"math"
	"testing"
)

// keyed is a question of four answers, the right one in a place from 0 and as
// long as given; the others have ten characters.
func keyed(place, own int) Key {
	k := Key{Place: place, Lengths: []int{10, 10, 10, 10}}
	k.Lengths[place] = own
	return k
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// Each question can be hit by its own chance: worked out by hand.
func TestTheChanceOfSoManyHitsIsExact(t *testing.T) {
	near(t, "none or more", atLeast(0, []float64{0.5, 0.25}), 1)
	near(t, "one or more", atLeast(1, []float64{0.5, 0.25}), 1-0.5*0.75)
	near(t, "both", atLeast(2, []float64{0.5, 0.25}), 0.125)
	near(t, "more than there are", atLeast(3, []float64{0.5, 0.25}), 0)
	near(t, "three of four", atLeast(3, []float64{0.25, 0.25, 0.25, 0.25}), 4*0.75/64+1.0/256)
}

func TestLongKeysAreCountedBesideWhatChanceBrings(t *testing.T) {
	h := LongestKeys([]Key{keyed(0, 30), keyed(3, 11), keyed(1, 10), keyed(2, 5)})
	if h.Asked != 4 || h.Found != 2 {
		t.Errorf("%d of %d, want 2 of 4: as long as another is not the longest", h.Found, h.Asked)
	}
	near(t, "what chance brings", h.Expected, 1)
	near(t, "its probability", h.Chance, 1-math.Pow(0.75, 4)-4*0.25*math.Pow(0.75, 3))
	near(t, "the ratio", keyed(1, 25).Ratio(), 2.5)
	near(t, "the ratio to empty answers", Key{Lengths: []int{3, 0, 0}}.Ratio(), 0)
}

func TestTheFavouredPlaceIsTheOneThatChanceExplainsLeast(t *testing.T) {
	moves := keyed(0, 10)
	moves.Moves = true
	three := Key{Place: 2, Lengths: []int{1, 1, 1}}
	at, place, h := KeyPlaces([]Key{keyed(1, 10), keyed(1, 10), keyed(3, 10), three, moves})
	if len(at) != 4 || at[0] != 0 || at[1] != 2 || at[2] != 1 || at[3] != 1 || place != 1 || h.Asked != 4 || h.Found != 2 {
		t.Errorf("places %v, favoured %d, %d of %d", at, place, h.Found, h.Asked)
	}
	near(t, "what chance brings", h.Expected, 3*0.25+1.0/3)
	none := math.Pow(0.75, 3) * 2 / 3
	one := 3*0.25*0.75*0.75*2/3 + math.Pow(0.75, 3)/3
	near(t, "its probability in any place", h.Chance, min(1, 4*(1-none-one)))
	if at, _, h := KeyPlaces([]Key{moves}); len(at) != 0 || h.Asked != 0 || h.Chance != 1 {
		t.Errorf("of answers that move, %v and %+v", at, h)
	}
}
