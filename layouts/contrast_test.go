package layouts

import (
	"fmt"
	"testing"
)

// The theme itself does better than a course must: its text has 7 to 1
// (WCAG 1.4.6).
const bodyText = 7

func TestColoursCanBeToldApart(t *testing.T) {
	for name, colours := range schemes(t) {
		for _, c := range Contrasts {
			for _, ink := range c.Inks {
				least := c.Least
				if ink == "ink" {
					least = bodyText
				}
				for _, ground := range c.Grounds {
					if got := ratioOf(t, colours, ink, ground); got < least {
						t.Errorf("%s: %s on %s is %.2f to 1, want %.1f", name, ink, ground, got, least)
					}
				}
			}
		}
	}
}

// The figures that DESIGN.md gives, so that the arithmetic itself is tested.
func TestContrastIsComputedAsMeasured(t *testing.T) {
	light, dark := schemes(t)["light"], schemes(t)["dark"]
	for _, c := range []struct {
		colours     Scheme
		ink, ground string
		want        string
	}{
		{light, "ink", "paper", "13.79"}, {light, "ink", "surface", "14.61"}, {light, "muted", "paper", "6.76"}, {light, "notyet", "notyet-tint", "5.56"},
		{dark, "ink", "paper", "14.37"}, {dark, "link", "paper", "9.66"}, {dark, "fix", "fix-tint", "8.09"},
	} {
		if got := fmt.Sprintf("%.2f", ratioOf(t, c.colours, c.ink, c.ground)); got != c.want {
			t.Errorf("%s on %s is %s to 1, want %s", c.ink, c.ground, got, c.want)
		}
	}
}

func schemes(t *testing.T) map[string]Scheme {
	t.Helper()
	s, err := ReadSchemes(builtin)
	if err != nil || len(s.Light) == 0 || s.Light["ink"] == s.Dark["ink"] {
		t.Fatalf("tokens.css has no two schemes: %v", err)
	}
	return map[string]Scheme{"light": s.Light, "dark": s.Dark}
}

func ratioOf(t *testing.T, colours Scheme, ink, ground string) float64 {
	t.Helper()
	if colours[ink] == "" || colours[ground] == "" {
		t.Fatalf("tokens.css says no colour for %s or %s", ink, ground)
	}
	return Ratio(colours[ink], colours[ground])
}
