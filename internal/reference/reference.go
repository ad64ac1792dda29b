// Package reference reads a course's list of works (references.yaml, in
// CSL-YAML) and writes them in the style of the American Psychological
// Association, 7th edition: citations in the text and entries of the
// reference list.
//
// A title is printed in the letters it was given in: APA wants sentence case
// there, and only an author knows which words are names.
package reference

import (
	"slices"
)

// Library is the works of a course in the order of a reference list. It never
// changes once made, so goroutines may share it. The zero Library is empty
// and ready for use.
type Library struct {
	items []Item
	index map[string]int // from an id to its place in items
}

// Item is one work of a Library.
type Item struct {
	ID string // as lessons cite it; never empty, without white space

	csl         fields
	kind        kind
	authors     []name
	editors     []name
	directors   []name
	translators []name
	issued      date
	accessed    date

	// What the other works of the library decide.
	words        *Words
	namesShown   int    // surnames before "et al."
	withInitials bool   // the first author needs initials to be told from another
	suffix       string // "a", "b" … among works of one author and year
}

// Keys returns the ids of all works, sorted.
func (l *Library) Keys() []string {
	keys := make([]string, 0, len(l.items))
	for _, it := range l.items {
		keys = append(keys, it.ID)
	}
	slices.Sort(keys)
	return keys
}

// Item returns the work with the id key.
func (l *Library) Item(key string) (Item, bool) {
	at, ok := l.index[key]
	if !ok {
		return Item{}, false
	}
	return l.items[at], true
}

// Sorted returns all works in APA order: by author, year and title. Works
// without an author stand among the authors by their title.
func (l *Library) Sorted() []Item { return slices.Clone(l.items) }

// For returns the same works as they are printed for readers of lang, a BCP 47
// tag such as "fr": with the words w and in that language's alphabet.
func (l *Library) For(lang string, w Words) *Library {
	return arrange(l.items, lang, &w)
}

// arrange makes a Library of items that have been read. Letters after the year
// are given over the whole library, not per lesson, so that a work is called
// the same on every page.
func arrange(items []Item, lang string, w *Words) *Library {
	items = slices.Clone(items)
	for i := range items {
		items[i].words = w
		items[i].namesShown, items[i].withInitials, items[i].suffix = 1, false, ""
	}
	tellAuthorsApart(items)
	sortItems(items, lang)
	giveSuffixes(items)
	index := make(map[string]int, len(items))
	for i, it := range items {
		index[it.ID] = i
	}
	return &Library{items: items, index: index}
}
