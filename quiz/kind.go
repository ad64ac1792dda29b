package quiz

import (
	"io/fs"
	"slices"

	"lectern/internal/diag"
)

// Kind is a kind of question. Its implementers are the packages listed in
// quiz/kinds.
type Kind interface {
	// Name is the kind's key in style sheets and scripts.
	Name() string
	// Keyword is the word that begins the heading, in English.
	Keyword() string
	// Claims reports whether the answers in b are of this kind. Kinds that
	// share a keyword are asked in the order of the list.
	Claims(b *Block) bool
	// Parse reads and validates b. It returns nil after an error.
	Parse(b *Block, d *diag.List) Question
	// Files holds <name>.html, <name>.css and <name>.js.
	Files() fs.FS
}

// Shuffler is implemented by the kinds whose answers mean the same in any order.
type Shuffler interface{ Shuffles() }

// Asker is implemented by the kinds that ask and do not mark: there is no right
// answer, or only the student knows.
type Asker interface{ OnlyAsks() }

// Catalog is an ordered list of kinds.
type Catalog []Kind

// Keywords returns the keywords of all kinds, each once, in order.
func (c Catalog) Keywords() []string {
	var words []string
	seen := map[string]bool{}
	for _, k := range c {
		if w := k.Keyword(); !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return words
}

// Only returns the kinds whose names are in used, in the same order.
func (c Catalog) Only(used map[string]bool) Catalog {
	return slices.DeleteFunc(slices.Clone(c), func(k Kind) bool { return !used[k.Name()] })
}

// Parse reads b as the kind that claims it. It returns nil after an error.
func (c Catalog) Parse(b *Block, d *diag.List) Question {
	for _, k := range c {
		if k.Keyword() == b.Keyword && k.Claims(b) {
			b.kind = k.Name()
			_, b.shuffles = k.(Shuffler)
			_, asks := k.(Asker)
			b.marked = !asks
			hasStrays := b.reportStrays(d)
			if q := k.Parse(b, d); !hasStrays {
				return q
			}
			return nil
		}
	}
	if b.reportStuck(d) {
		return nil
	}
	d.Error(b.File, b.HeadingAt, "answers-missing", "this question has no answers",
		"write them below it as a list: `- (x) the right one` and `- ( ) another`;\nif this is not a question, let the heading begin with another word")
	return nil
}
