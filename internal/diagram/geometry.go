package diagram

import "math"

// Angles are in degrees, clockwise from the top. Radii are in units, from the middle of the rings.
const (
	centre = wide / 2
	reach  = 168.0 // the outermost ring's edge
	gap    = 2.8   // between neighbours, where the ground shows through as a line
)

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }
func degrees(radians float64) float64 { return radians * 180 / math.Pi }

// at returns the point at radius r and angle a.
func at(r, a float64) (x, y float64) {
	sin, cos := math.Sincos(radians(a))
	return centre + r*sin, centre - r*cos
}

// A sector is a piece of a ring: between the radii in and out, half degrees to either side of the angle mid.
type sector struct{ in, out, mid, half float64 }

func (s sector) whole() bool     { return s.half >= 180 }
func (s sector) radius() float64 { return (s.in + s.out) / 2 }

// tilt is how far text along the arc leans at the sector's middle: 0 at the top and the bottom, 90 at the sides.
func (s sector) tilt() float64 {
	return 90 - math.Abs(90-math.Mod(s.mid+360, 180))
}

// turned says that text reads the right way up only from left to right below the middle, against the clock.
func (s sector) turned() bool {
	a := math.Mod(s.mid+360, 360)
	return !s.whole() && a > 90.5 && a < 269.5
}

// room is how long a line of text may be at radius r, in units.
func (s sector) room(r float64) float64 {
	return 2*radians(min(s.half, 100))*r - gap - 12
}

// arc is path data for text whose baseline runs at radius r. It is longer than the sector, since letters
// that run past the end of their path would not be drawn at all.
func (s sector) arc(r float64) string {
	span, sweep := 150.0, "1"
	if s.turned() {
		span, sweep = -span, "0"
	}
	return "M" + xy(at(r, s.mid-span)) + "A" + xy(r, r) + " 0 1 " + sweep + " " + xy(at(r, s.mid+span))
}

// outline is path data for the sector's edge: rounded corners, and half a gap left free all around.
func (s sector) outline() string {
	in, out := s.in+gap/2, s.out-gap/2
	if s.whole() {
		return loop(out, "1") + loop(in, "0")
	}
	round := min(4.5, (out-in)/4, radians(s.half)*in/2)
	// corner runs from the point before a corner over the corner itself to the point after it.
	edge := func(r, side, back float64) string {
		air := degrees(math.Asin(min(1, gap/2/r)))
		return xy(at(r, s.mid+side*(s.half-air-degrees(back/r))))
	}
	return "M" + edge(out, -1, round) +
		"A" + xy(out, out) + " 0 " + large(s.half) + " 1 " + edge(out, 1, round) +
		"Q" + edge(out, 1, 0) + " " + edge(out-round, 1, 0) +
		"L" + edge(in+round, 1, 0) +
		"Q" + edge(in, 1, 0) + " " + edge(in, 1, round) +
		"A" + xy(in, in) + " 0 " + large(s.half) + " 0 " + edge(in, -1, round) +
		"Q" + edge(in, -1, 0) + " " + edge(in+round, -1, 0) +
		"L" + edge(out-round, -1, 0) +
		"Q" + edge(out, -1, 0) + " " + edge(out, -1, round) + "z"
}

func large(half float64) string {
	if half > 90 {
		return "1"
	}
	return "0"
}

// loop is path data for a full circle of radius r. One drawn with sweep "0" leaves a hole in one drawn with "1".
func loop(r float64, sweep string) string {
	half := "A" + xy(r, r) + " 0 1 " + sweep + " "
	return "M" + xy(at(r, 0)) + half + xy(at(r, 180)) + half + xy(at(r, 0)) + "z"
}

// holds says whether a box of w by h units around x, y lies inside the sector with some air.
func (s sector) holds(x, y, w, h float64) bool {
	const steps, air = 8, 6.0
	for i := range steps + 1 {
		f := float64(i)/steps - .5
		for _, p := range [][2]float64{{x + f*w, y - h/2}, {x + f*w, y + h/2}, {x - w/2, y + f*h}, {x + w/2, y + f*h}} {
			dx, dy := p[0]-centre, centre-p[1]
			r := math.Hypot(dx, dy)
			off := math.Abs(math.Remainder(degrees(math.Atan2(dx, dy))-s.mid, 360))
			if r < s.in+air || r > s.out-air || r*radians(s.half-off) < air {
				return false
			}
		}
	}
	return true
}
