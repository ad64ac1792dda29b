package layouts

import (
	"math"
	"strconv"
	"strings"
)

// Contrast is what must be told apart, by the names of tokens: each ink on each
// ground, so much to 1 (WCAG 1.4.3 for text, 1.4.11 for the edges of controls
// and the ring of the focus).
type Contrast struct {
	Inks, Grounds []string
	Least         float64
}

// Contrasts are the pairs that meet on the pages. A test holds the theme to
// them, and the build what a course sets itself.
var Contrasts = []Contrast{
	{named("ink"), named("paper surface sunken primary-tint yes-tint notyet-tint part-tint info-tint fix-tint"), asText},
	{named("muted link"), named("paper surface sunken yes-tint notyet-tint part-tint info-tint fix-tint"), asText},
	{named("visited"), named("paper surface sunken"), asText},
	{named("primary"), named("paper surface sunken primary-tint"), asText},
	{named("on-primary"), named("primary primary-strong"), asText},
	{named("yes"), named("yes-tint surface paper"), asText},
	{named("notyet"), named("notyet-tint surface paper"), asText},
	{named("part"), named("part-tint surface paper"), asText},
	{named("info"), named("info-tint surface paper"), asText},
	{named("fix"), named("fix-tint surface paper"), asText},
	{named("on-lamp"), named("lamp"), asText}, // the skip link
	{named("control"), named("paper surface sunken"), asEdge},
	{named("focus"), named("paper surface sunken"), asEdge},
}

const (
	asText = 4.5
	asEdge = 3
)

func named(s string) []string { return strings.Fields(s) }

// Ratio is the contrast of two colours, written #RRGGBB, as WCAG 2.2 defines
// it: 1 to 21.
func Ratio(one, other string) float64 {
	a, b := luminance(one), luminance(other)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func luminance(colour string) float64 {
	r, g, b := parts(colour)
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// parts are the red, green and blue of #RRGGBB, each from 0 to 1.
func parts(colour string) (r, g, b float64) {
	n, _ := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 24)
	of := func(shift int) float64 { return float64(n>>shift&0xff) / 255 }
	return of(16), of(8), of(0)
}

// nearest is the colour nearest to one that passes: as it is but lighter or
// darker. It returns "" when none does.
func nearest(colour string, passes func(string) bool) string {
	const steps = 256
	for i := 1; i <= steps; i++ {
		share := float64(i) / steps
		for _, towards := range []float64{0, 1} {
			if mixed := mix(colour, towards, share); passes(mixed) {
				return mixed
			}
		}
	}
	return ""
}

// mix takes a share of black (0) or white (1) into a colour, in linear light's
// square root, which is near to how much lighter it looks.
func mix(colour string, towards, share float64) string {
	r, g, b := parts(colour)
	out := "#"
	for _, v := range []float64{r, g, b} {
		n := uint64(math.Round((v + (towards-v)*share) * 255))
		out += strings.ToUpper(strconv.FormatUint(n>>4, 16) + strconv.FormatUint(n&15, 16))
	}
	return out
}
