package diagram

import (
	"math"
	"strconv"
)

// A label is the text of one sector: straight around x, y, or along the sector's arc.
type label struct {
	lines    []string
	straight bool
	x, y     float64 // the middle of the text, when straight
}

// labels fits the text of every sector of a ring, all in one manner: along the arc, which shows the ring as a ring,
// unless letters would lean far and there is room to set all of them upright. It fails when one does not fit.
func labels(sectors []sector, parts []part) (set []label, ok bool) {
	lean := 0.0
	for _, s := range sectors {
		lean = max(lean, s.tilt())
	}
	curved, curvedFits := fitAll(sectors, parts, fitArc)
	if curvedFits && lean <= 45 {
		return curved, true
	}
	if straight, fits := fitAll(sectors, parts, fitStraight); fits {
		return straight, true
	}
	return curved, curvedFits
}

func fitAll(sectors []sector, parts []part, fit func(sector, string) (label, bool)) (set []label, ok bool) {
	for i, s := range sectors {
		l, ok := fit(s, parts[i].text)
		if !ok {
			return nil, false
		}
		set = append(set, l)
	}
	return set, true
}

// fitArc sets text along the arc in as few lines as hold it.
func fitArc(s sector, text string) (label, bool) {
	most := 1 + int((s.out-s.in-gap-size-1)/lead)
	for n := 1; n <= most; n++ {
		shortest := s.radius() - float64(n-1)/2*lead
		if lines, whole := balance(text, s.room(shortest)/size); whole && len(lines) <= n {
			return label{lines: lines}, true
		}
	}
	return label{}, false
}

// fitStraight sets text upright, trying fewer lines first and places from the middle of the sector outwards.
func fitStraight(s sector, text string) (label, bool) {
	for n := 1; n <= 4; n++ {
		lines, whole := balance(text, width(text)/float64(n)+2)
		if !whole {
			break
		}
		w, h := widest(lines)*size, float64(len(lines)-1)*lead+size*.75
		for push := 0.0; push < (s.out-s.in)/3; push += 3 {
			x, y := at(s.radius()+push, s.mid)
			if s.holds(x, y, w, h) {
				return label{lines, true, x, y}, true
			}
		}
	}
	return label{}, false
}

// label sets one sector's text. Along the lower arcs the first line is the innermost, because the text is turned.
func (p *page) label(s sector, l label) {
	if l.straight {
		p.lines("label", l.x, l.y-float64(len(l.lines)-1)/2*lead, l.lines)
		return
	}
	out := 1.0
	if s.turned() {
		out = -1
	}
	top := s.radius() + out*(float64(len(l.lines)-1)/2*lead-middle)
	for i, line := range l.lines {
		p.along("label", s.arc(top-out*float64(i)*lead), line)
	}
}

// stacked fits the centre's segments under each other into a circle of radius r, wrapping the long ones.
func stacked(parts []part, r float64) (lines []string, ok bool) {
	inside := r - gap/2 - 7
	for limit := 2 * inside; limit >= 3*size; limit -= 3 {
		lines = nil
		for _, s := range parts {
			part, whole := balance(s.text, limit/size)
			if !whole {
				return nil, false
			}
			lines = append(lines, part...)
		}
		if fitsCircle(lines, inside) {
			return lines, true
		}
	}
	return nil, false
}

// fitsCircle says whether lines, stacked around the middle of a circle of radius r, stay inside it.
func fitsCircle(lines []string, r float64) bool {
	for i, line := range lines {
		off := math.Abs(float64(i)-float64(len(lines)-1)/2)*lead + size*.36
		if math.Hypot(off, width(line)*size/2) > r {
			return false
		}
	}
	return true
}

// number sets numbers, counted on from next, into a ring whose words do not fit, and returns the next free one.
func (p *page) number(r *ring, next int) int {
	if r.depth == 0 {
		text := ""
		for i := range r.parts {
			text += strconv.Itoa(next+i) + " "
		}
		lines, _ := balance(text, 1.2*r.edge/size)
		p.lines("on-core", centre, centre-float64(len(lines)-1)/2*lead, lines)
	}
	for i, s := range r.sectors {
		x, y := at(s.radius(), s.mid)
		p.lines("label", x, y, []string{strconv.Itoa(next + i)})
	}
	return next + len(r.parts)
}

// legend writes the words of the numbered rings below the picture, in two columns if all of them are short.
func (p *page) legend(rings []*ring) {
	var words []string
	for _, r := range rings {
		for _, s := range r.parts {
			if !r.spoken {
				words = append(words, s.text)
			}
		}
	}
	if len(words) == 0 {
		return
	}
	columns := 1
	if widest(words) <= (wide/2-46)/size {
		columns = 2
	}
	rows := (len(words) + columns - 1) / columns
	top := p.tall + lead
	y := top
	for i, text := range words {
		if i%rows == 0 {
			y = top
		}
		x := float64(i/rows) * wide / 2
		lines, _ := wrap(text, (wide-46)/size)
		p.lines("number", x+18, y, []string{strconv.Itoa(i + 1)})
		p.begin("words", x+36, y, lines)
		y += float64(len(lines))*lead + 6
		p.tall = max(p.tall, y-size)
	}
}
