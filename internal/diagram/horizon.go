package diagram

import (
	"crypto/sha256"
	"fmt"
	"math"
	"strings"
)

// A horizon is three hills, the farthest first, and a low sun behind them, in a picture of 800 by 220 units.
// Every measure is bounded so that each seed gives a calm picture; only which one it gives is chance.
type horizon struct {
	hills   [3]hill
	x, y, r float64 // the sun; x keeps it in sight on a phone, which shows the middle 500 units
}

// A hill is a ridge made of two waves, in units from the top.
type hill struct{ base, high, long, phase, ripple, turn float64 }

// ridge returns how far from the top the ridge runs at x.
func (h hill) ridge(x float64) float64 {
	return h.base + h.high*math.Sin(x/h.long+h.phase) + h.ripple*math.Sin(2.3*x/h.long+h.turn)
}

// newHorizon draws the lots. A hash makes similar seeds ("course-1", "course-2") look nothing alike.
func newHorizon(seed string) (h horizon) {
	dice := sha256.Sum256([]byte(seed))
	next := 0
	roll := func(low, high float64) float64 {
		next++
		return low + (high-low)*float64(dice[next-1])/255
	}
	for i, base := range []float64{136, 166, 194} {
		calm := 1 - .25*float64(i) // near hills are flatter: the eye stands on one
		h.hills[i] = hill{
			base: base + roll(-6, 6), high: roll(14, 24) * calm, long: roll(95, 150), phase: roll(0, 2*math.Pi),
			ripple: roll(3, 8) * calm, turn: roll(0, 2*math.Pi),
		}
	}
	h.x, h.r = roll(235, 330), roll(31, 38)
	if roll(0, 1) > .5 {
		h.x = 800 - h.x
	}
	h.y = h.hills[0].ridge(h.x) - h.r*roll(.15, .5)
	return h
}

// Horizon draws the course's own horizon as inline SVG of about 0.7 KB: the same seed, the same picture.
// It is decoration, hidden from screen readers; home.css gives its classes their colours.
func Horizon(seed string) string {
	h := newHorizon(seed)
	var b strings.Builder
	b.WriteString(`<svg class="horizon" viewBox="0 0 800 220" preserveAspectRatio="xMidYMax slice"`)
	fmt.Fprintf(&b, ` aria-hidden="true" focusable="false"><circle class="sun" cx="%.0f" cy="%.0f" r="%.0f"/>`, h.x, h.y, h.r)
	for i, hill := range h.hills {
		fmt.Fprintf(&b, `<path class="hill-%d" d="%s"/>`, i+1, hill.path())
	}
	return b.String() + "</svg>"
}

// Favicon draws the piece of that horizon around its sun as an SVG file of its own, square with round corners.
func Favicon(seed string, colours Palette) string {
	h := newHorizon(seed)
	left := whole(h.x - 100)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="%s 20 200 200">`, left)
	fmt.Fprintf(&b, `<clipPath id="a"><rect x="%s" y="20" width="200" height="200" rx="44"/></clipPath>`, left)
	fmt.Fprintf(&b, `<g clip-path="url(#a)"><path fill="%s" d="M0 0h800v220H0z"/>`, colours.Sky)
	// At 16 px the sun must be larger than life to be seen at all.
	fmt.Fprintf(&b, `<circle fill="%s" cx="%.0f" cy="%.0f" r="%.0f"/>`, colours.Sun, h.x, h.y-h.r*.2, h.r*1.4)
	for i, colour := range colours.Hills {
		fmt.Fprintf(&b, `<path fill="%s" d="%s"/>`, colour, h.hills[i].path())
	}
	return b.String() + "</g></svg>\n"
}

// path is path data for the ground under the ridge: five smooth curves, each going on as the last one ended.
func (h hill) path() string {
	const step = 160.0
	d := "M0 " + whole(h.ridge(0))
	for x := step; x <= 800; x += step {
		rise := (h.ridge(x+step) - h.ridge(x-step)) / 2
		if x == step {
			start := (h.ridge(step) - h.ridge(-step)) / 2
			d += "C" + whole(step/3) + " " + whole(h.ridge(0)+start/3) + " "
		} else {
			d += "S"
		}
		d += whole(x-step/3) + " " + whole(h.ridge(x)-rise/3) + " " + whole(x) + " " + whole(h.ridge(x))
	}
	return d + "V220H0z"
}

// whole writes a length without decimals.
func whole(v float64) string { return num(math.Round(v)) }
