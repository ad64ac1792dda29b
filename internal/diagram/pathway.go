package diagram

import (
	"strings"
)

// Measures of a pathway, in units. A row is a panel; its stops hang on a thread, which is how a course looks too.
const (
	edge  = 2.0  // from the drawing's side to a panel
	stop  = 8.0  // radius of a stop
	pad   = 12.0 // inside a panel
	onway = 34.0 // between two panels, for the arrow onwards
)

// drawPathway draws rows under each other: arrows both ways inside a row, an arrow onwards from row to row.
func drawPathway(o outline, w Words, p *page) *Problem {
	if problem := checkPathway(o); problem != nil {
		return problem
	}
	y := edge
	for i, row := range o.rows {
		if i > 0 {
			p.arrow(wide/2, y+4, wide/2, y+onway-5, false)
			y += onway
		}
		if columns, ok := fitColumns(row); ok {
			y = p.across(columns, y)
		} else {
			y = p.down(row, y)
		}
	}
	p.tall = y + edge
	p.listPathway(o.rows, w)
	return nil
}

// checkPathway turns back a single step, and an arrow that would be drawn as letters.
func checkPathway(o outline) *Problem {
	for _, row := range o.rows {
		for _, s := range row {
			for _, arrow := range []string{"->", "<-", "→", "↔"} {
				if i := strings.Index(s.text, arrow); i >= 0 {
					return &Problem{s.at, "this arrow is not one a pathway knows",
						"write <-> between steps people move between both ways; the next line follows with an arrow by itself"}
				}
			}
		}
	}
	if o.parts() < 2 {
		return &Problem{o.rows[0][0].at, "one step alone is not a pathway", "add a line beginning with \"- \" for the step that follows"}
	}
	return nil
}

// fitColumns wraps each step for a row of equal columns; it fails when a word or the whole is too long for one.
func fitColumns(row []part) (columns [][]string, ok bool) {
	air := 14.0
	if len(row) > 3 { // four columns are so narrow that words need all of them
		air = 6
	}
	room := ((wide-2*edge-8)/float64(len(row)) - air) / size
	most := 1
	for _, s := range row {
		lines, whole := balance(s.text, room)
		if most = max(most, len(lines)); !whole || most > 3 {
			return nil, false
		}
	}
	for _, s := range row {
		columns = append(columns, spread(s.text, room, most))
	}
	return columns, true
}

// across draws a row from side to side, its stops on a level thread, and returns the lower edge of the panel.
func (p *page) across(columns [][]string, y float64) float64 {
	step := (wide - 2*edge - 8) / float64(len(columns))
	most := 0
	for _, lines := range columns {
		most = max(most, len(lines))
	}
	level := y + pad + stop
	bottom := level + stop + 6 + float64(most)*lead + pad - 4
	p.panel(edge, y, bottom)
	for i, lines := range columns {
		x := edge + 4 + (float64(i)+.5)*step
		if i > 0 {
			p.arrow(x-step+stop+6, level, x-stop-6, level, true)
		}
		p.circle("stop", x, level, stop)
		p.lines("label", x, level+stop+6+lead/2, lines)
	}
	return bottom
}

// down draws a row from top to bottom, for steps too long to stand side by side, and returns the lower edge.
func (p *page) down(row []part, y float64) float64 {
	const x, indent, space = 28.0, 50.0, 34.0
	top, from := y, 0.0
	y += pad
	for i, s := range row {
		level := y + lead/2
		if i > 0 {
			p.arrow(x, from+stop+6, x, level-stop-6, true)
		}
		lines, _ := balance(s.text, (wide-edge-indent-pad)/size)
		p.circle("stop", x, level, stop)
		p.begin("label", indent, level, lines)
		from, y = level, y+float64(len(lines))*lead+space
	}
	bottom := y - space + pad
	p.panel(edge, top, bottom)
	return bottom
}

// arrow draws a level or upright arrow with a head at its end and, when both, at its beginning.
func (p *page) arrow(x1, y1, x2, y2 float64, both bool) {
	d := "M" + xy(x1, y1) + "L" + xy(x2, y2) + head(x1, y1, x2, y2)
	if both {
		d += head(x2, y2, x1, y1)
	}
	p.path("way", d)
}

// head is path data for an open arrow head at x2, y2 of a level or upright line.
func head(x1, y1, x2, y2 float64) string {
	const long = 6.0
	if x1 == x2 {
		back := long
		if y2 > y1 {
			back = -long
		}
		return "M" + xy(x2-long, y2+back) + "L" + xy(x2, y2) + "L" + xy(x2+long, y2+back)
	}
	back := long
	if x2 > x1 {
		back = -long
	}
	return "M" + xy(x2+back, y2-long) + "L" + xy(x2, y2) + "L" + xy(x2+back, y2+long)
}

// listPathway writes the rows as a numbered list; steps with a way back are a list inside it.
func (p *page) listPathway(rows [][]part, w Words) {
	p.list.WriteString("<ol>")
	for _, row := range rows {
		p.list.WriteString("<li>")
		if len(row) == 1 {
			p.list.WriteString(esc(row[0].text) + "</li>")
			continue
		}
		p.list.WriteString(esc(w.Both) + "<ol>")
		for _, s := range row {
			p.list.WriteString("<li>" + esc(s.text) + "</li>")
		}
		p.list.WriteString("</ol></li>")
	}
	p.list.WriteString("</ol>")
}
