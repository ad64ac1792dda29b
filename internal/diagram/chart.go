package diagram

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Chart is a small table of numbers, to be drawn. Its text alternative is that table, which its reader has.
type Chart struct {
	Style   string // one of ChartStyles
	Title   string
	Columns []string // what the numbers are; at least one
	Rows    []ChartRow
}

// A ChartRow is a line of the table: a name and a number for each column.
type ChartRow struct {
	Name    string
	Values  []float64
	Written []string // the numbers as the author wrote them, units and all
}

// Styles of charts.
const (
	Bars = "bar" // one number a row, from nothing
	Dots = "dot" // one number a row or a few, by marks on a line
)

// ChartStyles lists the styles an author can ask for, the usual one first.
func ChartStyles() []string { return []string{Bars, Dots} }

// Limits of a chart.
const (
	maxRows    = 12
	maxColumns = 3 // as many marks as can be told apart without colour
)

// A ChartProblem is what is wrong with a chart, and in which row of its table; the row of the columns' names is -1.
type ChartProblem struct {
	Row        int
	Text, Hint string
}

// Draw draws the chart. The id must be unique on the page. The problem is nil exactly when the SVG is whole.
func (c Chart) Draw(id string) (svg string, problem *ChartProblem) {
	if problem := c.check(); problem != nil {
		return "", problem
	}
	p := newPage(id)
	if c.Style == Dots {
		c.dots(p)
	} else {
		c.bars(p)
	}
	return p.svg(legal(c.Title)), nil
}

func (c Chart) check() *ChartProblem {
	switch {
	case len(c.Columns) > maxColumns:
		return &ChartProblem{-1, fmt.Sprintf("a chart has room for %d columns of numbers", maxColumns), "make two charts of it"}
	case c.Style == Bars && len(c.Columns) > 1:
		return &ChartProblem{-1, "a chart of bars has room for one column of numbers", "show them as dots, by ```chart dot, or make two charts"}
	case len(c.Rows) > maxRows:
		return &ChartProblem{maxRows, fmt.Sprintf("a chart has room for %d rows", maxRows), "join some, or make two charts of it"}
	}
	for i, r := range c.Rows {
		if c.Style == Bars && r.Values[0] < 0 {
			return &ChartProblem{i, "a bar begins at nothing, so a number below zero cannot be drawn", "show it as a dot: ```chart dot"}
		}
		for _, text := range append([]string{r.Name}, r.Written...) {
			if n := utf8.RuneCountInString(text); n > maxRunes {
				return &ChartProblem{i, fmt.Sprintf("this has %d characters, and a picture has room for %d", n, maxRunes), "say it shorter here and explain it in the text"}
			}
		}
	}
	return nil
}

// Measures of a chart, in units.
const (
	thick = 16.0 // a bar
	mark  = 7.0  // radius of a dot
	rest  = 14.0 // between two rows
	beam  = 6.0  // from a bar's end to its number
)

// bars draws each row as its name, and below it a bar with its number.
func (c Chart) bars(p *page) {
	widest := 0.0
	for _, r := range c.Rows {
		widest = max(widest, width(r.Written[0])*size)
	}
	room := max(wide-2*edge-beam-widest, wide/4)
	_, most := c.span()
	y := edge
	for _, r := range c.Rows {
		y = p.name(r.Name, y)
		long := share(r.Values[0], 0, most) * room
		p.nothing(edge, y+thick/2)
		if long > 0 {
			p.box("ground", edge, y, max(long, pen), thick, 3)
		}
		y = p.amount(edge+long+beam, y+thick/2, r.Written[0]) + thick/2 - lead/2 + rest
	}
	p.tall = y - rest + 4 + edge
}

// dots draws each row as its name, and below it a line from the least to the most with a mark for each number. All
// lines have the same scale, and nothing is on it.
func (c Chart) dots(p *page) {
	least, most := c.span()
	left, right := edge+mark+pen, wide-edge-mark-pen
	zero := left + share(0, least, most)*(right-left)
	y := edge
	for _, r := range c.Rows {
		y = p.name(r.Name, y) + mark + 5
		var marks []placed
		for i, v := range r.Values {
			marks = append(marks, placed{left + share(v, least, most)*(right-left), i, r.Written[i]})
		}
		p.path("way-back", "M"+xy(left, y)+"L"+xy(right, y))
		p.nothing(zero, y)
		y = p.marks(marks, y) + rest
	}
	p.lines("words", zero, y-rest/2, []string{"0"})
	y += lead
	if len(c.Columns) > 1 {
		y = p.key(c.Columns, y)
	}
	p.tall = y - rest + edge
}

// placed is a mark with its place from left to right.
type placed struct {
	x      float64
	column int
	text   string
}

// marks draws the marks of a row, joined by a line, with their numbers below, and returns the lower edge. A number
// that would run into the one before it stands a line lower.
func (p *page) marks(marks []placed, y float64) float64 {
	slices.SortStableFunc(marks, func(a, b placed) int { return cmp.Compare(a.x, b.x) })
	p.path("way", "M"+xy(marks[0].x, y)+"L"+xy(marks[len(marks)-1].x, y))
	for _, m := range marks {
		p.mark(m.column, m.x, y)
	}
	var ends []float64 // where the last number of each line of numbers ends
	for _, m := range marks {
		half := width(m.text) * size / 2
		x := min(max(m.x, edge+half), wide-edge-half)
		line := slices.IndexFunc(ends, func(end float64) bool { return end <= x-half })
		if line < 0 {
			line, ends = len(ends), append(ends, 0)
		}
		ends[line] = x + half + beam
		p.lines("label", x, y+mark+4+(float64(line)+.5)*lead, []string{legal(m.text)})
	}
	return y + mark + 4 + float64(len(ends))*lead
}

// mark draws the sign of a column: a full dot, a ring, a lozenge. They differ by shape, not by colour.
func (p *page) mark(column int, x, y float64) {
	switch column {
	case 0:
		p.circle("ground", x, y, mark)
	case 1:
		p.circle("stop", x, y, mark)
	default:
		const r = mark + 2
		p.path("box-end", "M"+xy(x-r, y)+"L"+xy(x, y-r)+"L"+xy(x+r, y)+"L"+xy(x, y+r)+"z")
	}
}

// key says which mark is which column, and returns where the next thing may begin.
func (p *page) key(columns []string, y float64) float64 {
	const indent = edge + 2*mark + 12
	for i, name := range columns {
		lines, _ := balance(legal(name), (wide-edge-indent)/size)
		p.mark(i, edge+mark+pen, y+lead/2)
		p.begin("words", indent, y+lead/2, lines)
		y += float64(len(lines))*lead + 4
	}
	return y + rest
}

// name sets a row's name and returns where the row goes on.
func (p *page) name(text string, y float64) float64 {
	lines, _ := balance(legal(text), (wide-2*edge)/size)
	p.begin("words", edge, y+lead/2, lines)
	return y + float64(len(lines))*lead + 3
}

// amount sets a number that begins at x, or on as many lines as it needs, and returns its lower edge.
func (p *page) amount(x, y float64, text string) float64 {
	lines, _ := wrap(legal(strings.TrimSpace(text)), max(wide-edge-x, size)/size)
	p.begin("label", x, y, lines)
	return y + (float64(len(lines))-.5)*lead
}

// nothing draws where a row's scale has its nothing.
func (p *page) nothing(x, y float64) {
	p.path("way", "M"+xy(x, y-thick/2-3)+"L"+xy(x, y+thick/2+3))
}

// span is from the least number to the most, nothing among them: a scale that begins elsewhere makes small
// differences look large.
func (c Chart) span() (least, most float64) {
	for _, r := range c.Rows {
		least, most = min(least, slices.Min(r.Values)), max(most, slices.Max(r.Values))
	}
	return least, most
}

// share is where v lies between least and most, from 0 to 1. It stays a number for the largest ones, too.
func share(v, least, most float64) float64 {
	part := (v/2 - least/2) / (most/2 - least/2)
	if math.IsNaN(part) {
		return 0
	}
	return part
}
