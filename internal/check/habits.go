package check

import (
	"slices"

	"lectern/quiz"
)

// Key is where the right answer stands among several to choose from, and how
// long each of them is: what authors have habits in, and students an eye for.
type Key struct {
	Place   int   // of the right answer, from 0
	Lengths []int // of the answers, in characters
	Moves   bool  // the answers change places, so Place says nothing
}

// fewAnswers is how many there must be to choose from before a habit shows.
const fewAnswers = 3

// KeyOf reads the key of a question. ok is false when it has not one right
// answer among three or more.
func KeyOf(q quiz.Question) (k Key, ok bool) {
	view := newQuestion(&page{}, q)
	answers, right, ok := view.key()
	if !ok || len(answers) < fewAnswers {
		return Key{}, false
	}
	k = Key{Place: right, Moves: view.Shuffle}
	for _, a := range answers {
		k.Lengths = append(k.Lengths, length(a))
	}
	return k, true
}

// Longest reports whether the right answer is longer than every other.
func (k Key) Longest() bool { return k.Lengths[k.Place] > slices.Max(k.others()) }

// Ratio is the length of the right answer over that of the others, on average.
func (k Key) Ratio() float64 {
	sum := 0
	for _, n := range k.others() {
		sum += n
	}
	if sum == 0 {
		return 0
	}
	return float64(k.Lengths[k.Place]*len(k.others())) / float64(sum)
}

func (k Key) others() []int { return slices.Delete(slices.Clone(k.Lengths), k.Place, k.Place+1) }

// Habit is how often something is so in a group of questions, and how often it
// would be by chance.
type Habit struct {
	Asked, Found int
	Expected     float64
	// Chance is the probability that it is so as often as this, or more often, in
	// a group of questions whose author has no habit.
	Chance float64
}

// LongestKeys is how often the right answer is the longest.
func LongestKeys(keys []Key) Habit {
	h := Habit{Asked: len(keys)}
	var chances []float64
	for _, k := range keys {
		chances = append(chances, 1/float64(len(k.Lengths)))
		if k.Longest() {
			h.Found++
		}
	}
	h.Expected, h.Chance = sum(chances), atLeast(h.Found, chances)
	return h
}

// KeyPlaces is how often the right answer stands in each place, of the questions whose
// answers stay where they are; and of the place that chance explains least, how
// often. Any place may be the favoured one, so its Chance is that of one place
// times the number of places.
func KeyPlaces(keys []Key) (at []int, favoured int, h Habit) {
	keys = slices.DeleteFunc(slices.Clone(keys), func(k Key) bool { return k.Moves })
	for _, k := range keys {
		at = append(at, make([]int, max(0, len(k.Lengths)-len(at)))...)
		at[k.Place]++
	}
	h = Habit{Asked: len(keys), Chance: 1}
	for place, found := range at {
		var chances []float64
		for _, k := range keys {
			if place < len(k.Lengths) {
				chances = append(chances, 1/float64(len(k.Lengths)))
			}
		}
		chance := atLeast(found, chances)
		if place == 0 || chance < h.Chance {
			favoured, h.Found, h.Expected, h.Chance = place, found, sum(chances), chance
		}
	}
	h.Chance = min(1, h.Chance*float64(max(1, len(at))))
	return at, favoured, h
}

// atLeast is the probability of k or more hits when each try has a chance of its
// own.
func atLeast(k int, chances []float64) float64 {
	hits := []float64{1} // the probability of 0, 1, 2 … hits so far
	for _, p := range chances {
		next := make([]float64, len(hits)+1)
		for n, before := range hits {
			next[n] += before * (1 - p)
			next[n+1] += before * p
		}
		hits = next
	}
	return min(1, sum(hits[min(k, len(hits)):]))
}

func sum(numbers []float64) (all float64) {
	for _, n := range numbers {
		all += n
	}
	return all
}

// keys are the keys of a group's questions.
func (g *group) keys() (keys []Key) {
	for _, q := range g.questions {
		if k, ok := KeyOf(q.read); ok {
			keys = append(keys, k)
		}
	}
	return keys
}
