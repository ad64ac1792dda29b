package search

import (
	"cmp"
	"slices"
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
type hit struct{ place, level int }

// occurrence is how often a word stands in a place.
type occurrence struct {
	place            int
	own, above, text int
}

// weigh returns all words, in no order.
func weigh(places []Place) []entry {
	found, sizes := count(places)
	averages := sizes.averages()
	entries := make([]entry, 0, len(found))
	for word, occurrences := range found {
		if len(word) > longest {
			continue
		}
		e := entry{word: word, count: len(occurrences)}
		for _, o := range occurrences {
			e.hits = append(e.hits, hit{o.place, level(places[o.place].Kind, o, sizes[o.place], averages)})
		}
		e.hits = strongest(e.hits, most)
		entries = append(entries, e)
	}
	return entries
}

// strongest keeps the hits that say most, in order of place.
func strongest(hits []hit, keep int) []hit {
	if len(hits) > keep {
		slices.SortFunc(hits, func(a, b hit) int { return cmp.Or(b.level-a.level, a.place-b.place) })
		hits = hits[:keep]
		slices.SortFunc(hits, func(a, b hit) int { return a.place - b.place })
	}
	return hits
}

func level(k Kind, o occurrence, s size, average size) int {
	weight := ownWeight[k]*share(o.own, s.own, average.own, ownLength) +
		textWeight*share(o.text, s.text, average.text, textLength) + aboveWeight*float64(o.above)
	return min(levels, 1+int(levels*weight/(saturation+weight)))
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

// count finds every word of every place.
func count(places []Place) (map[string][]occurrence, sizes) {
	found, all := map[string][]occurrence{}, make(sizes, len(places))
	known := words{}
	for i, p := range places {
		here := func(word string) *occurrence {
			o := found[word]
			if len(o) == 0 || o[len(o)-1].place != i {
				o = append(o, occurrence{place: i})
				found[word] = o
			}
			return &o[len(o)-1]
		}
		known.each(p.own(), func(w string) { here(w).own++; all[i].own++ })
		known.each(p.above(), func(w string) { here(w).above++ })
		known.each(p.Text, func(w string) { here(w).text++; all[i].text++ })
	}
	return found, all
}
