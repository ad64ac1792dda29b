package layouts

import (
	"fmt"
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// What must be told apart: text on its ground 4.5 to 1, the body's text 7 to
// 1, the edges of controls and the ring of the focus 3 to 1 (WCAG 1.4.3,
// 1.4.6, 1.4.11).
type contrast struct {
	inks, grounds string // names of tokens
	least         float64
}

var contrasts = []contrast{
	{"ink", "paper surface sunken primary-tint yes-tint notyet-tint part-tint info-tint fix-tint", 7},
	{"muted link", "paper surface sunken yes-tint notyet-tint part-tint info-tint fix-tint", 4.5},
	{"visited", "paper surface sunken", 4.5},
	{"primary", "paper surface sunken primary-tint", 4.5},
	{"on-primary", "primary primary-strong", 4.5},
	{"yes", "yes-tint surface paper", 4.5},
	{"notyet", "notyet-tint surface paper", 4.5},
	{"part", "part-tint surface paper", 4.5},
	{"info", "info-tint surface paper", 4.5},
	{"fix", "fix-tint surface paper", 4.5},
	{"control", "paper surface sunken", 3},
	{"focus", "paper surface sunken", 3},
}

func TestColoursCanBeToldApart(t *testing.T) {
	for name, colours := range schemes(t) {
		for _, c := range contrasts {
			for _, ink := range strings.Fields(c.inks) {
				for _, ground := range strings.Fields(c.grounds) {
					if got := ratio(t, colours, ink, ground); got < c.least {
						t.Errorf("%s: %s on %s is %.2f to 1, want %.1f", name, ink, ground, got, c.least)
					}
				}
			}
		}
	}
	// The halo of the focus is light in both schemes; the skip link writes the
	// light scheme's ink on it.
	light := schemes(t)["light"]
	if got := ratio(t, light, "ink", "lamp"); got < 4.5 {
		t.Errorf("ink on lamp is %.2f to 1", got)
	}
}

// The figures that DESIGN.md gives, so that the arithmetic itself is tested.
func TestContrastIsComputedAsMeasured(t *testing.T) {
	light, dark := schemes(t)["light"], schemes(t)["dark"]
	for _, c := range []struct {
		colours     map[string]string
		ink, ground string
		want        string
	}{
		{light, "ink", "paper", "13.79"}, {light, "ink", "surface", "14.61"}, {light, "muted", "paper", "6.76"}, {light, "notyet", "notyet-tint", "5.56"},
		{dark, "ink", "paper", "14.37"}, {dark, "link", "paper", "9.66"}, {dark, "fix", "fix-tint", "8.09"},
	} {
		if got := fmt.Sprintf("%.2f", ratio(t, c.colours, c.ink, c.ground)); got != c.want {
			t.Errorf("%s on %s is %s to 1, want %s", c.ink, c.ground, got, c.want)
		}
	}
}

var colourToken = regexp.MustCompile(`--([a-z0-9-]+):(#[0-9A-Fa-f]{6})\b`)

// schemes are the colours of tokens.css, light and dark. What the dark scheme
// does not say is as in the light one.
func schemes(t *testing.T) map[string]map[string]string {
	t.Helper()
	css, err := fs.ReadFile(builtin, "styles/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, ok := strings.Cut(string(css), "@media (prefers-color-scheme:dark)")
	if !ok {
		t.Fatal("tokens.css has no dark scheme")
	}
	read := func(texts ...string) map[string]string {
		colours := map[string]string{}
		for _, text := range texts {
			for _, m := range colourToken.FindAllStringSubmatch(text, -1) {
				colours[m[1]] = m[2]
			}
		}
		return colours
	}
	return map[string]map[string]string{"light": read(light), "dark": read(light, dark)}
}

// ratio is the contrast of two colours as WCAG 2.2 defines it.
func ratio(t *testing.T, colours map[string]string, ink, ground string) float64 {
	t.Helper()
	a, b := luminance(t, ink, colours[ink]), luminance(t, ground, colours[ground])
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func luminance(t *testing.T, name, colour string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 24)
	if err != nil {
		t.Fatalf("tokens.css says no colour for %s", name)
	}
	linear := func(part uint64) float64 {
		v := float64(part&0xff) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n>>16) + 0.7152*linear(n>>8) + 0.0722*linear(n)
}
