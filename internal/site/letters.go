package site

import (
	"cmp"
	"fmt"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"lectern/internal/markdown"
	"lectern/internal/search"
)

// onePage is how much one page from A to Z lists, so that it stays light: with
// more the list stands on several. A course with more than mostEntries lists its
// pages and terms and leaves their sections out.
const (
	onePage     = 120
	mostEntries = 400
)

// lettersView is the whole course from A to Z, or a piece of it.
type lettersView struct {
	*frame
	Index          string // the file that the search begins with
	Letters        []letterEntries
	Pages          []Link // when the list stands on several
	Range          string
	Previous, Next *Link
}

type letterEntries struct {
	ID, Letter string
	Entries    []letterEntry
}

type letterEntry struct {
	Link
	Of string // the page that a section is on
}

// searchPages are the search page and, in a large course, the pages that list
// it from A to Z.
func (b *builder) searchPages() []page {
	pieces := alike(b.inLetters(), onePage)
	pages := []page{{url: "search.html", template: "search", late: true, parts: searchParts, view: func(f *frame) any { return b.searchView(f, pieces) }}}
	if len(pieces) > 1 {
		for i := range pieces {
			pages = append(pages, page{url: lettersURL(i), template: "letters", parts: []string{"lists"}, view: func(f *frame) any { return b.lettersView(f, pieces, i) }})
		}
	}
	return pages
}

// alike cuts a list into as few pieces as its most for one allows, none much longer
// than another.
func alike(all []search.Place, most int) [][]search.Place {
	if len(all) == 0 {
		return nil
	}
	pieces := (len(all) + most - 1) / most
	return slices.Collect(slices.Chunk(all, (len(all)+pieces-1)/pieces))
}

func lettersURL(i int) string { return fmt.Sprintf("search/%d.html", i+1) }

func (b *builder) searchView(f *frame, pieces [][]search.Place) any {
	f.Title, f.Description = f.T("search"), f.T("letters")
	v := lettersView{frame: f, Index: b.searchIndex()[0].Path}
	if len(pieces) == 1 {
		v.Letters = byLetter(f.url, pieces[0])
		return v
	}
	for i := range pieces {
		v.Pages = append(v.Pages, *linkToLetters(f.url, pieces, i))
	}
	return v
}

func (b *builder) lettersView(f *frame, pieces [][]search.Place, i int) any {
	v := lettersView{frame: f, Letters: byLetter(f.url, pieces[i]), Range: rangeOf(pieces[i])}
	f.Title = f.T("letters") + f.T("colon") + " " + v.Range
	v.Previous, v.Next = linkToLetters(f.url, pieces, i-1), linkToLetters(f.url, pieces, i+1)
	return v
}

func linkToLetters(from string, pieces [][]search.Place, i int) *Link {
	if i < 0 || i >= len(pieces) {
		return nil
	}
	return &Link{URL: relative(from, lettersURL(i)), Title: rangeOf(pieces[i])}
}

// rangeOf names a piece of the list by its first and last entry.
func rangeOf(piece []search.Place) string {
	return nameOf(piece[0]) + " – " + nameOf(piece[len(piece)-1])
}

func nameOf(p search.Place) string { return cmp.Or(p.Heading, p.Title) }

// inLetters is what the list holds, in order: by letter, then by the alphabet
// of the course's language.
func (b *builder) inLetters() []search.Place {
	all := slices.DeleteFunc(slices.Clone(b.places()), func(p search.Place) bool { return p.Kind == search.Question })
	if len(all) > mostEntries {
		all = slices.DeleteFunc(all, func(p search.Place) bool { return p.Kind == search.Section })
	}
	order, keys := collate.New(language.Make(b.code), collate.IgnoreCase), &collate.Buffer{}
	sorted := make([]struct {
		search.Place
		letter, key string
	}, len(all))
	for i, p := range all {
		name := nameOf(p)
		letter := initialOf(name)
		sorted[i].Place, sorted[i].letter = p, letter
		sorted[i].key = string(order.KeyFromString(keys, letter)) + "\x00" + letter + "\x00" + string(order.KeyFromString(keys, name))
		keys.Reset()
	}
	slices.SortStableFunc(sorted, func(x, y struct {
		search.Place
		letter, key string
	}) int {
		return cmp.Compare(x.key, y.key)
	})
	for i, s := range sorted {
		all[i] = s.Place
	}
	return all
}

// byLetter puts entries that are in order under their letters.
func byLetter(from string, places []search.Place) []letterEntries {
	var letters []letterEntries
	for _, p := range places {
		initial := initialOf(nameOf(p))
		if n := len(letters); n == 0 || letters[n-1].Letter != initial {
			letters = append(letters, letterEntries{ID: "letter-" + markdown.Slug(initial), Letter: initial})
		}
		e := letterEntry{Link: Link{URL: root(from) + p.Address, Title: nameOf(p)}}
		if p.Fragment != "" {
			e.URL += "#" + p.Fragment
		}
		if p.Kind != search.Page {
			e.Of = p.Title
		}
		last := &letters[len(letters)-1]
		last.Entries = append(last.Entries, e)
	}
	return letters
}
