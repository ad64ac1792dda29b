// Package prose holds rendered Markdown that still has openings in it.
//
// A lesson is rendered once, alone. What depends on the rest of the course
// (where a link leads, how a work is cited, what size a picture has) is left
// open as a Ref and filled when a page is written, because only then is it
// known from which folder the page will be read.
package prose

import (
	"slices"
	"strings"

	"lectern/internal/source"
)

// Kind says what belongs in an opening.
type Kind int

const (
	Link      Kind = iota // the value of an href; Target is the destination as written
	Image                 // the src, width and height attributes; Target is the file as written
	Citation              // a whole citation; Target is what stood between the brackets
	Mention               // a whole citation in the run of a sentence; Target is "@key"
	Icon                  // an inline drawing; Target is its name
	Question              // a whole question; Target is its number in the lesson, from 0
	Term                  // the tag before a word of the glossary; Target is the entry's ID
	TermEnd               // the tag after it
	Quiz                  // the beginning of a group of questions; Target is its number in the lesson, from 0
	QuizRules             // what students must know of it, below its heading
	QuizEnd               // its end
	Blank                 // a place to fill in; Target is what stood between its brackets
)

// Ref is one opening.
type Ref struct {
	Kind   Kind
	At     int // offset in Text.HTML
	Target string
	Place  source.Range // where the author wrote it
}

// Span is a range of bytes of Text.HTML.
type Span struct{ Start, End int }

// Text is rendered Markdown: HTML that is safe to print once its openings are
// filled. Refs and Words are in order of place.
type Text struct {
	HTML  string
	Refs  []Ref
	Words []Span // running text in which a term of the glossary may be marked
}

// Empty reports whether there is nothing to show.
func (t Text) Empty() bool { return strings.TrimSpace(t.HTML) == "" && len(t.Refs) == 0 }

// Fill returns the HTML with every opening filled by fill.
func (t Text) Fill(fill func(*strings.Builder, Ref)) string {
	return t.FillLarge(0, fill)
}

// FillLarge is Fill where so many bytes are known to go into the openings.
func (t Text) FillLarge(known int, fill func(*strings.Builder, Ref)) string {
	if len(t.Refs) == 0 {
		return t.HTML
	}
	var b strings.Builder
	b.Grow(len(t.HTML) + 64*len(t.Refs) + known)
	from := 0
	for _, r := range t.Refs {
		b.WriteString(t.HTML[from:r.At])
		fill(&b, r)
		from = r.At
	}
	b.WriteString(t.HTML[from:])
	return b.String()
}

// Join returns the texts one after the other.
func Join(texts ...Text) Text {
	var out Text
	var b strings.Builder
	for _, t := range texts {
		n := b.Len()
		b.WriteString(t.HTML)
		for _, r := range t.Refs {
			r.At += n
			out.Refs = append(out.Refs, r)
		}
		for _, w := range t.Words {
			out.Words = append(out.Words, Span{w.Start + n, w.End + n})
		}
	}
	out.HTML = b.String()
	return out
}

// With returns t with more openings in it.
func (t Text) With(refs []Ref) Text {
	if len(refs) == 0 {
		return t
	}
	all := append(slices.Clone(t.Refs), refs...)
	slices.SortStableFunc(all, func(a, b Ref) int { return a.At - b.At })
	t.Refs = all
	return t
}
