// Package diagram draws the two pictures an author can write as a plain list, rings and pathway, and the horizon
// that gives every course a face. Text in, SVG markup out: no files, no globals, the same bytes every time.
//
// The drawings carry classes and presentation attributes only, never a style attribute, so that they work under a
// strict content security policy; layouts/styles/diagram.css and home.css give the classes their colours.
package diagram

import (
	"fmt"
	"strings"
)

// Limits of one drawing: what a phone 320 px wide can still show in letters of 12 px.
const (
	maxParts    = 40  // segments or steps in all
	maxRunes    = 120 // characters of the title and of each part
	maxRings    = 6   // the centre included
	maxSegments = 12  // in one ring
)

// A Problem is what is wrong with a diagram's source.
type Problem struct {
	Offset int    // bytes from the start of the source to the place, at most its length
	Text   string // the message, in the author's words: lower case, no full stop
	Hint   string // how to put it right
}

func (p *Problem) Error() string { return p.Text }

// A Drawing is one diagram, ready to be put into a page.
type Drawing struct {
	Title string // plain text, not escaped
	SVG   string // an <svg class="drawing"> element named by its own <title>
	List  string // the text alternative: a nested <ol>, escaped
}

// Words are the few words a drawing adds to the author's own, in one language.
type Words struct {
	Centre, Ring, Outer string // the names of rings; {n} in Ring counts from the centre
	Over                string // a segment {it} lying over two of the ring inside, {a} and {b}
	Both                string // leads in steps that people move along both ways
}

// kinds is the closed list of diagrams. Adding one is a line here and a file beside rings.go.
var kinds = []struct {
	name, joint string // joint parts the segments or steps of one line
	draw        func(outline, Words, *page) *Problem
}{
	{"rings", " / ", drawRings},
	{"pathway", "<->", drawPathway},
}

// Kinds lists the names an author can give to a diagram, in the order the manual explains them.
func Kinds() []string {
	var names []string
	for _, k := range kinds {
		names = append(names, k.name)
	}
	return names
}

// Draw draws source, a title line and then one "- " item per ring or row, with these words in its List.
// The id must be unique on the page: it begins every id inside the SVG.
// The Problem is nil exactly when the Drawing is whole.
func (w Words) Draw(kind, source, id string) (Drawing, *Problem) {
	for _, k := range kinds {
		if k.name != kind {
			continue
		}
		o, problem := parse(source, k.joint)
		if problem != nil {
			return Drawing{}, problem
		}
		p := newPage(id)
		if problem := k.draw(o, w, p); problem != nil {
			return Drawing{}, problem
		}
		return Drawing{Title: o.title.text, SVG: p.svg(o.title.text), List: p.list.String()}, nil
	}
	return Drawing{}, &Problem{
		Text: fmt.Sprintf("there is no diagram called %q", kind),
		Hint: "the diagrams are " + strings.Join(Kinds(), " and "),
	}
}
