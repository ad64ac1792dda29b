package diagram

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"
)

// Every drawing is 340 units wide with letters of 15: at 288 px, the column of a 320 px phone, they are 12.7 px tall.
const (
	wide = 340.0
	size = 15.0 // of the letters
	lead = 18.0 // from one line of text to the next
	pen  = 2.4  // thickness of what is drawn: 2 px on the phone

	middle = .34 * size // how far the baseline lies below the middle of the letters
)

// A page collects one drawing in layers, grounds lowest, the arcs that text runs along, and the list that says the same.
type page struct {
	id                    string
	tall                  float64 // height of the drawing in units, set by whoever draws
	grounds, shapes, text strings.Builder
	arcs                  strings.Builder
	arcCount              int
	list                  strings.Builder
}

func newPage(id string) *page { return &page{id: esc(legal(id))} }

// svg returns the finished element. Shapes default to outlines and text to the colour of the page around it,
// so that the drawing can be read even where no stylesheet reaches it.
func (p *page) svg(title string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="drawing" role="img" aria-labelledby="%s-t" viewBox="0 0 %s" direction="ltr">`, p.id, xy(wide, p.tall))
	fmt.Fprintf(&b, `<title id="%s-t">%s</title>`, p.id, esc(title))
	if p.arcCount > 0 {
		fmt.Fprintf(&b, `<defs>%s</defs>`, p.arcs.String())
	}
	fmt.Fprintf(&b, `<g fill="none" stroke="currentColor" stroke-width="%s" stroke-linecap="round" stroke-linejoin="round">`, num(pen))
	b.WriteString(p.grounds.String() + p.shapes.String())
	fmt.Fprintf(&b, `</g><g fill="currentColor" font-size="%s" text-anchor="middle">%s</g></svg>`, num(size), p.text.String())
	return b.String()
}

// path draws an outline; d is path data.
func (p *page) path(class, d string) {
	fmt.Fprintf(&p.shapes, `<path class="%s" d="%s"/>`, class, d)
}

// circle draws a circle of radius r around x, y.
func (p *page) circle(class string, x, y, r float64) {
	fmt.Fprintf(&p.shapes, `<circle class="%s" cx="%s" cy="%s" r="%s"/>`, class, num(x), num(y), num(r))
}

// panel draws a rounded ground from side to side, under everything else.
func (p *page) panel(x, top, bottom float64) {
	fmt.Fprintf(&p.grounds, `<rect class="panel" x="%s" y="%s" width="%s" height="%s" rx="14"/>`,
		num(x), num(top), num(wide-2*x), num(bottom-top))
}

// box draws a rectangle with round corners, above all outlines drawn before.
func (p *page) box(class string, x, y, w, h, round float64) {
	fmt.Fprintf(&p.shapes, `<rect class="%s" x="%s" y="%s" width="%s" height="%s" rx="%s"/>`, class, num(x), num(y), num(w), num(h), num(round))
}

// lines sets text straight, one line under the other; the middle of the first line is at x, y.
func (p *page) lines(class string, x, y float64, lines []string) {
	p.stack(`class="`+class+`"`, x, y, lines)
}

// begin sets text like lines, but each line begins at x.
func (p *page) begin(class string, x, y float64, lines []string) {
	p.stack(`class="`+class+`" text-anchor="start"`, x, y, lines)
}

func (p *page) stack(attributes string, x, y float64, lines []string) {
	for i, text := range lines {
		fmt.Fprintf(&p.text, `<text %s x="%s" y="%s">%s</text>`, attributes, num(x), num(y+float64(i)*lead+middle), esc(text))
	}
}

// along sets one line of text along an arc given as path data, centred on the arc's own middle.
func (p *page) along(class, arc, text string) {
	p.arcCount++
	fmt.Fprintf(&p.arcs, `<path id="%s-a%d" d="%s"/>`, p.id, p.arcCount, arc)
	fmt.Fprintf(&p.text, `<text class="%s"><textPath href="#%s-a%d" startOffset="50%%">%s</textPath></text>`,
		class, p.id, p.arcCount, esc(text))
}

// esc makes text safe inside an element and inside a quoted attribute.
func esc(text string) string { return html.EscapeString(text) }

// num writes a length with one decimal at most: a tenth of a unit is finer than any screen shows.
func num(v float64) string {
	v = math.Round(v*10) / 10
	if v == 0 {
		v = 0 // not "-0"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// xy writes a point for path data.
func xy(x, y float64) string { return num(x) + " " + num(y) }
