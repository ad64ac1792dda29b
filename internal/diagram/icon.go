package diagram

import (
	"image"
	"image/color"
	"math"
	"strconv"
	"strings"
)

// shades is how many steps an edge has between one colour and the next, so
// that a picture has few enough colours to be small.
const shades = 8

// Icon draws what Favicon draws, in dots: square with round corners, or full
// for a device that cuts its own shape. A full one is drawn smaller, for the
// device may take a fifth off.
func Icon(seed string, colours Palette, side int, full bool) image.Image {
	h := newHorizon(seed)
	wide := 200.0
	if full {
		wide = 250
	}
	scale := wide / float64(side) // units for each dot
	left, top := h.x-wide/2, 120-wide/2
	picture := image.NewPaletted(image.Rect(0, 0, side, side), nil)
	paint := colours.paint()
	dots := palette{at: map[color.NRGBA]uint8{}, picture: picture}
	beyond, r := corners(side)
	for px := range side {
		x := left + (float64(px)+.5)*scale
		ridges := [3]float64{h.hills[0].ridge(x), h.hills[1].ridge(x), h.hills[2].ridge(x)}
		for py := range side {
			y := top + (float64(py)+.5)*scale
			dot := h.colour(&paint, x, y, scale, &ridges)
			if !full {
				dot.A = inside(beyond[px], beyond[py], r)
			}
			picture.Pix[py*picture.Stride+px] = dots.index(dot)
		}
	}
	return picture
}

// Palette is the colours of a horizon that stands in a file of its own, each
// written #RRGGBB.
type Palette struct {
	Sky, Sun string
	Hills    [3]string // from the farthest
}

// paints are a palette for dots.
type paints struct {
	sky, sun color.NRGBA
	ground   [3]color.NRGBA
}

func (p Palette) paint() paints {
	return paints{dotOf(p.Sky), dotOf(p.Sun), [3]color.NRGBA{dotOf(p.Hills[0]), dotOf(p.Hills[1]), dotOf(p.Hills[2])}}
}

func dotOf(colour string) color.NRGBA {
	n, _ := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 24)
	return color.NRGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}

// colour is that of one dot: the nearest hill lies over everything else, and
// what it hides is not looked at.
func (h *horizon) colour(paint *paints, x, y, scale float64, ridges *[3]float64) color.NRGBA {
	near := len(ridges) - 1
	for near >= 0 && y < ridges[near]+scale/2 {
		near--
	}
	var dot color.NRGBA
	if near >= 0 {
		dot = paint.ground[near]
	} else {
		dot = mix(paint.sky, paint.sun, h.sunlit(x, y, scale))
	}
	for i := near + 1; i < len(ridges); i++ {
		dot = mix(dot, paint.ground[i], shade((y-ridges[i])/scale+.5))
	}
	return dot
}

// sunlit is how much of a dot lies on the sun.
func (h *horizon) sunlit(x, y, scale float64) uint8 {
	dx, dy, r := math.Abs(x-h.x), math.Abs(y-(h.y-h.r*.2)), h.r*1.4
	if dx > r+scale || dy > r+scale {
		return 0
	}
	return shade(.5 - (math.Hypot(dx, dy)-r)/scale)
}

// corners are how far, in dots, each row and each column lies beyond where the
// round corners begin: 0 between them.
func corners(side int) (beyond []float64, r float64) {
	r = .22 * float64(side)
	beyond = make([]float64, side)
	for i := range beyond {
		beyond[i] = math.Max(math.Abs(float64(i)+.5-float64(side)/2)-(float64(side)/2-r), 0)
	}
	return beyond, r
}

// inside is how much of a dot lies inside a corner of radius r.
func inside(x, y, r float64) uint8 {
	if x == 0 || y == 0 {
		return all
	}
	return shade(r - math.Hypot(x, y) + .5)
}

// all is the shade of a whole dot.
const all = 255

// shade is a part of a dot, from none to all of it, in steps.
func shade(part float64) uint8 {
	if part <= 0 {
		return 0
	}
	if part >= 1 {
		return all
	}
	return uint8(math.Round(part*shades) * all / shades)
}

func mix(under, over color.NRGBA, part uint8) color.NRGBA {
	switch part {
	case 0:
		return under
	case all:
		return over
	}
	blend := func(a, b uint8) uint8 { return uint8((int(a)*(255-int(part)) + int(b)*int(part) + 127) / 255) }
	return color.NRGBA{blend(under.R, over.R), blend(under.G, over.G), blend(under.B, over.B), 255}
}

// palette gives each colour of a picture its number.
type palette struct {
	at      map[color.NRGBA]uint8
	picture *image.Paletted

	last   color.NRGBA // the dot above is mostly of the same colour
	number uint8
}

func (p *palette) index(c color.NRGBA) uint8 {
	if c.A == 0 {
		c = color.NRGBA{}
	}
	if c == p.last && len(p.at) > 0 {
		return p.number
	}
	number, known := p.at[c]
	if !known {
		number = p.add(c)
	}
	p.last, p.number = c, number
	return number
}

func (p *palette) add(c color.NRGBA) uint8 {
	i := len(p.picture.Palette)
	if i == 256 { // where more colours meet than there is room for, the nearest will do
		i = p.picture.Palette.Index(c)
	} else {
		p.picture.Palette = append(p.picture.Palette, c)
	}
	p.at[c] = uint8(i)
	return uint8(i)
}
