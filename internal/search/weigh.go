package search

import (
	"maps"
	"runtime"
	"slices"
	"sync"

	"lectern/internal/together"
)

// How much a word counts by where it stands (BM25F). What a place is called
// says more than what is said there, and what is asked says least.
var ownWeight = [...]float64{Page: 20, Section: 12, Term: 10, Question: 0.7}

const (
	textWeight  = 1.0
	aboveWeight = 0.5
	// saturation is the weight at which a place has half of what it can get.
	saturation = 4.0
	// How much a long name and a long text take away.
	ownLength, textLength = 0.3, 0.75
	// levels is how finely weights are kept: a letter each.
	levels = 26
	// most is in how many places a word is kept. One that stands in more says
	// little; the page counts it as there.
	most = 400
	// longest is the longest word worth keeping, in bytes.
	longest = 60
)

// entry is one word and where it stands.
type entry struct {
	word  string
	hits  []hit // in order of place
	count int   // in how many places it stands, kept or not
}

// hit is a place where a word stands and how much it says there, from 1.
type hit struct{ place, level int32 }

// occurrence is how often a word stands in a place. There is one for each word of
// each place, so it is small; whoever says a word more often than can be counted
// says no more.
type occurrence struct {
	place      int32
	text       uint16
	own, above uint8
}

// oneMore is n and one, or the most that can be counted.
func oneMore[N uint8 | uint16](n N) N { return max(n, n+1) }

// weigh returns all words, in no order.
func weigh(places []Place) []entry {
	tallies, sizes := count(places)
	averages := sizes.averages()
	entries := make([]entry, 0, len(tallies))
	for word, t := range tallies {
		if len(word) <= longest {
			entries = append(entries, entry{word: word, count: len(t.found)})
		}
	}
	inParts(len(entries), func(from, to int) {
		var hits []hit // of the word at hand
		for i := from; i < to; i++ {
			t := tallies[entries[i].word]
			hits = hits[:0]
			for _, o := range t.found {
				hits = append(hits, hit{o.place, level(places[o.place].Kind, o, sizes[o.place], averages)})
			}
			entries[i].hits = slices.Clone(strongest(hits, most))
			t.found = nil // in a large course this is what takes room
		}
	})
	return entries
}

// inParts has as many parts of n as there are processors worked on side by side.
func inParts(n int, work func(from, to int)) {
	parts := runtime.GOMAXPROCS(0)
	_ = together.Do(parts, func(part int) error {
		if from, to := n*part/parts, n*(part+1)/parts; from < to {
			work(from, to)
		}
		return nil
	})
}

// strongest keeps the hits that say most, in order of place, and of those that
// say as much the first.
func strongest(hits []hit, keep int) []hit {
	if len(hits) <= keep {
		return hits
	}
	var of [levels + 1]int // how many hits there are of a level
	for _, h := range hits {
		of[h.level]++
	}
	least, above := int32(levels), 0 // the level of which not all are kept, and how many are above it
	for above+of[least] < keep {
		above += of[least]
		least--
	}
	kept, left := hits[:0], keep-above
	for _, h := range hits {
		if h.level == least {
			left--
		}
		if h.level > least || h.level == least && left >= 0 {
			kept = append(kept, h)
		}
	}
	return kept
}

func level(k Kind, o occurrence, s size, average size) int32 {
	weight := ownWeight[k]*share(int(o.own), s.own, average.own, ownLength) +
		textWeight*share(int(o.text), s.text, average.text, textLength) + aboveWeight*float64(o.above)
	return int32(min(levels, 1+int(levels*weight/(saturation+weight))))
}

// share is how often a word stands in a part of a place, for the part's length.
func share(times int, length, average, b float64) float64 {
	if times == 0 {
		return 0
	}
	return float64(times) / (1 - b + b*length/average)
}

// size is how many words the parts of a place have.
type size struct{ own, text float64 }

type sizes []size

func (all sizes) averages() (mean size) {
	for _, s := range all {
		mean.own += s.own
		mean.text += s.text
	}
	n := max(1, float64(len(all)))
	return size{max(1, mean.own/n), max(1, mean.text/n)}
}

// tally is where a word was found, in order of place.
type tally struct{ found []occurrence }

// at is the word's occurrence in the place that is being read.
func (t *tally) at(place int32) *occurrence {
	if n := len(t.found); n == 0 || t.found[n-1].place != place {
		t.found = append(t.found, occurrence{place: place})
	}
	return &t.found[len(t.found)-1]
}

// counter remembers what pieces of text are made of: a course uses the same ones
// over and over.
type counter struct {
	words  map[string]*tally
	pieces map[string][]*tally
}

func (c counter) each(text string, visit func(*tally)) {
	for piece := range pieces(text) {
		tallies, known := c.pieces[piece]
		if !known {
			for _, word := range wordsIn(piece) {
				if c.words[word] == nil {
					c.words[word] = &tally{}
				}
				tallies = append(tallies, c.words[word])
			}
			c.pieces[piece] = tallies
		}
		for _, t := range tallies {
			visit(t)
		}
	}
}

// count finds every word of every place.
func count(places []Place) (map[string]*tally, sizes) {
	all := make(sizes, len(places))
	var mu sync.Mutex
	found := map[int]map[string]*tally{} // by the place that a part begins with
	inParts(len(places), func(from, to int) {
		words := countPart(places, from, to, all)
		mu.Lock()
		defer mu.Unlock()
		found[from] = words
	})
	words := map[string]*tally{}
	for _, from := range slices.Sorted(maps.Keys(found)) {
		for word, t := range found[from] {
			if of := words[word]; of != nil {
				of.found = append(of.found, t.found...)
			} else {
				words[word] = t
			}
		}
	}
	return words, all
}

// countPart is count for some places.
func countPart(places []Place, from, to int, all sizes) map[string]*tally {
	c := counter{map[string]*tally{}, map[string][]*tally{}}
	for n := from; n < to; n++ {
		i, p := int32(n), places[n]
		c.each(p.own(), func(t *tally) { o := t.at(i); o.own = oneMore(o.own); all[i].own++ })
		c.each(p.above(), func(t *tally) { o := t.at(i); o.above = oneMore(o.above) })
		c.each(p.Text, func(t *tally) { o := t.at(i); o.text = oneMore(o.text); all[i].text++ })
	}
	return c.words
}
