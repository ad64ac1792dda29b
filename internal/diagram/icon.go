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
	for px := range side {
		x := left + (float64(px)+.5)*scale
		ridges := [3]float64{h.hills[0].ridge(x), h.hills[1].ridge(x), h.hills[2].ridge(x)}
		for py := range side {
			y := top + (float64(py)+.5)*scale
			dot := h.colour(paint, x, y, scale, ridges)
			if !full {
				dot.A = shade(corner(px, py, side))
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

// colour is that of one dot: the nearest hill lies over everything else.
func (h horizon) colour(paint paints, x, y, scale float64, ridges [3]float64) color.NRGBA {
	away := math.Hypot(x-h.x, y-(h.y-h.r*.2)) - h.r*1.4
	dot := mix(paint.sky, paint.sun, shade(.5-away/scale))
	for i, ridge := range ridges {
		dot = mix(dot, paint.ground[i], shade((y-ridge)/scale+.5))
	}
	return dot
}

// corner is how much of a dot lies inside a square with round corners.
func corner(px, py, side int) float64 {
	r := .22 * float64(side)
	x := math.Max(math.Abs(float64(px)+.5-float64(side)/2)-(float64(side)/2-r), 0)
	y := math.Max(math.Abs(float64(py)+.5-float64(side)/2)-(float64(side)/2-r), 0)
	return r - math.Hypot(x, y) + .5
}

// shade is a part of a dot, from none to all of it, in steps.
func shade(part float64) uint8 {
	return uint8(math.Round(math.Min(math.Max(part, 0), 1)*shades) * 255 / shades)
}

func mix(under, over color.NRGBA, part uint8) color.NRGBA {
	blend := func(a, b uint8) uint8 { return uint8((int(a)*(255-int(part)) + int(b)*int(part) + 127) / 255) }
	return color.NRGBA{blend(under.R, over.R), blend(under.G, over.G), blend(under.B, over.B), 255}
}

// palette gives each colour of a picture its number.
type palette struct {
	at      map[color.NRGBA]uint8
	picture *image.Paletted
}

func (p palette) index(c color.NRGBA) uint8 {
	if c.A == 0 {
		c = color.NRGBA{}
	}
	if i, known := p.at[c]; known {
		return i
	}
	i := len(p.picture.Palette)
	if i == 256 { // where more colours meet than there is room for, the nearest will do
		i = p.picture.Palette.Index(c)
	} else {
		p.picture.Palette = append(p.picture.Palette, c)
	}
	p.at[c] = uint8(i)
	return uint8(i)
}
