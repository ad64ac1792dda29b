package diagram

import (
	"fmt"
	"strconv"
	"strings"
)

// drawRings draws a centre and the rings around it, from the centre out.
func drawRings(o outline, w Words, p *page) *Problem {
	if problem := checkRings(o); problem != nil {
		return problem
	}
	rings := fitRings(o.rows)
	p.tall = wide
	p.circle("ground", centre, centre, reach+gap/2)
	p.circle("core", centre, centre, rings[0].edge-gap/2)
	next := 1
	for _, r := range rings {
		if !r.spoken {
			next = p.number(r, next)
		}
		for i, s := range r.sectors {
			p.path("band band-"+strconv.Itoa(r.depth%2), s.outline())
			if r.spoken {
				p.label(s, r.labels[i])
			}
		}
		if r.depth == 0 && r.spoken {
			p.lines("on-core", centre, centre-float64(len(r.stack)-1)/2*lead, r.stack)
		}
	}
	p.legend(rings)
	p.listRings(rings, w)
	return nil
}

// checkRings says what a phone could not show.
func checkRings(o outline) *Problem {
	if len(o.rows) < 2 {
		return &Problem{o.rows[0][0].at, "one circle alone shows nothing", "add a line beginning with \"- \" for the ring around it"}
	}
	for i, row := range o.rows {
		switch {
		case i == maxRings:
			return &Problem{row[0].at, fmt.Sprintf("a picture has room for %d rings, the centre among them", maxRings),
				"join two rings into one, or make two diagrams"}
		case len(row) > maxSegments:
			return &Problem{row[maxSegments].at, fmt.Sprintf("a ring has room for %d segments", maxSegments),
				"join some, or put them into a ring of their own"}
		}
	}
	return nil
}

// A ring is one row of the source with its place in the picture. The centre is the ring at depth 0.
type ring struct {
	depth   int
	edge    float64 // its outer radius
	parts   []part
	sectors []sector // none in the centre
	over    bool     // each segment lies over two of the ring inside
	spoken  bool     // its words fit; otherwise it holds numbers, and the words stand below
	labels  []label  // one for each sector, when spoken
	stack   []string // the centre's lines, when spoken
}

// fitRings gives every ring its room. A wider centre leaves narrower but longer rings, so several are tried,
// and the first in which the most rings hold their words wins.
func fitRings(rows [][]part) (best []*ring) {
	most := -1
	for _, share := range []float64{.36, .33, .4, .3, .44, .27, .48, .24} {
		core := share * reach
		band := (reach - core) / float64(len(rows)-1)
		if band < 25 && share > .24 {
			continue
		}
		rings, spoken := place(rows, core, band)
		if spoken > most {
			best, most = rings, spoken
		}
	}
	return best
}

// place lays rings of one breadth around a centre and counts those whose words fit.
func place(rows [][]part, core, band float64) (rings []*ring, spoken int) {
	for depth, parts := range rows {
		r := &ring{depth: depth, edge: core + float64(depth)*band, parts: parts}
		if depth == 0 {
			r.stack, r.spoken = stacked(parts, core)
		} else {
			last := depth == len(rows)-1
			r.over = last && depth > 1 && len(parts) > 2 && len(parts) == len(rows[depth-1])
			r.sectors = cut(len(parts), r.edge-band, r.edge, r.over)
			r.labels, r.spoken = labels(r.sectors, parts)
		}
		if rings = append(rings, r); r.spoken {
			spoken++
		}
	}
	return rings, spoken
}

// cut divides a ring into n equal sectors, the first at the top. Turned rings are shifted on by half a sector.
// Fours are set on the diagonals: no word must then climb straight up.
func cut(n int, in, out float64, turned bool) (sectors []sector) {
	step := 360 / float64(n)
	first := 0.0
	if n%4 == 0 {
		first = step / 2
	}
	if turned {
		first += step / 2
	}
	for i := range n {
		sectors = append(sectors, sector{in, out, first + float64(i)*step, step / 2})
	}
	return sectors
}

// listRings writes the same as a list, the centre first.
func (p *page) listRings(rings []*ring, w Words) {
	p.list.WriteString("<ol>")
	for i, r := range rings {
		name := strings.ReplaceAll(w.Ring, "{n}", strconv.Itoa(i+1))
		switch i {
		case 0:
			name = w.Centre
		case len(rings) - 1:
			name = w.Outer
		}
		p.list.WriteString("<li>" + esc(name))
		for j, s := range r.parts {
			text := s.text
			if r.over {
				inside := rings[i-1].parts
				text = strings.NewReplacer("{it}", text, "{a}", inside[j].text, "{b}", inside[(j+1)%len(inside)].text).Replace(w.Over)
			}
			p.item(text, j, len(r.parts))
		}
		p.list.WriteString("</li>")
	}
	p.list.WriteString("</ol>")
}

// item writes the ith of n entries below a list item's name: a nested list, or the words themselves if there is one.
func (p *page) item(text string, i, n int) {
	switch {
	case n == 1:
		p.list.WriteString(" " + esc(text))
		return
	case i == 0:
		p.list.WriteString("<ul>")
	}
	p.list.WriteString("<li>" + esc(text) + "</li>")
	if i == n-1 {
		p.list.WriteString("</ul>")
	}
}
