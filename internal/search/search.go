// Package search makes the index that the search page looks words up in: places
// of the course go in, files of JavaScript come out. It knows nothing of the
// course and reads no files.
//
// What a word is, and how a small slip is forgiven, the page decides too:
// layouts/scripts/find.js holds the same rules as words.go, and a test compares
// the two.
package search

// Kind says what a place is.
type Kind int

const (
	Page     Kind = iota // a lesson or a module, with what stands before its first heading
	Section              // a heading and what stands below it
	Term                 // a word of the glossary and what it means
	Question             // what a question asks; never an answer
)

// Place is one thing that can be found.
type Place struct {
	Kind     Kind
	Address  string // of the page, from the top of the site
	Fragment string // of the place in it; "" is the page itself
	Title    string // the page's
	Heading  string // the section's, the term, what is asked; "" for a page
	Text     string
}

// own is what a place is called.
func (p Place) own() string {
	if p.Kind == Page {
		return p.Title
	}
	return p.Heading
}

// above is what the page around a place is called, so that a search for two
// words finds one of them in the title and the other in a section.
func (p Place) above() string {
	if p.Kind == Page {
		return ""
	}
	return p.Title
}

// File is one file of the index.
type File struct {
	Path string // from the top of the site
	Data []byte
}

const (
	// whole is how large an index in one piece may be, in bytes.
	whole = 150_000
	// wordsSize and placesSize are how large a piece is else. A search for two
	// words reads two of the first and as many of the second as results show.
	wordsSize  = 15_000
	placesSize = 5_000
)

// Index makes the files of the index. The first is the one that the page asks
// for; it leads to the others.
func Index(places []Place) []File {
	entries := weigh(places)
	texts := 0
	for _, p := range places {
		texts += min(len(p.Text), maxText)
	}
	if texts < whole { // else it is in pieces anyway
		if files := build(places, entries, whole, whole); len(files) == 1 && len(files[0].Data) <= whole {
			return files
		}
	}
	return build(places, entries, wordsSize, placesSize)
}
