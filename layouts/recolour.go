package layouts

import (
	"fmt"
	"slices"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// Own are the colours that a course sets in site.yaml.
type Own struct {
	Light []yamlx.Pair `yaml:"light"`
	Dark  []yamlx.Pair `yaml:"dark"`
}

// Read checks a course's own colours against the theme's: their names, how they
// are written, and whether what they are used for can still be read. It returns
// false after an error, which goes to d.
func (o Own) Read(f *source.File, theme Schemes, d *diag.List) (Schemes, bool) {
	light, ok := readScheme(f, o.Light, theme.Light, d)
	dark, also := readScheme(f, o.Dark, theme.Dark, d)
	if !ok || !also {
		return Schemes{}, false
	}
	own := Schemes{light, dark}
	all := theme.With(own)
	ok = readable(f, "light", o.Light, all.Light, d)
	also = readable(f, "dark", o.Dark, all.Dark, d)
	return own, ok && also
}

var colourWritten = once.Regexp(`^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$`)

func readScheme(f *source.File, pairs []yamlx.Pair, theme Scheme, d *diag.List) (Scheme, bool) {
	own, ok := Scheme{}, true
	for _, p := range pairs {
		name, value := p.Key.Value, p.Value.Value
		switch {
		case theme[name] == "":
			d.Error(f, p.Key.At, "theme-unknown", fmt.Sprintf("the theme has no colour named `%s`", name), knownColour(name, theme))
		case value == "":
			d.Error(f, p.Key.At, "theme-colour", fmt.Sprintf("`%s` has no colour", name),
				fmt.Sprintf("YAML takes what follows a # for a remark, so a colour needs quotes: %s: \"%s\"", name, theme[name]))
		case !colourWritten.MatchString(value):
			d.Error(f, p.Value.At, "theme-colour", fmt.Sprintf("`%s` is not a colour", value),
				fmt.Sprintf("write it as red, green and blue in six digits and letters: \"%s\"", theme[name]))
		default:
			own[name] = inFull(value)
			continue
		}
		ok = false
	}
	return own, ok
}

func knownColour(name string, theme Scheme) string {
	var known []string
	for token := range theme {
		known = append(known, token)
	}
	slices.Sort(known)
	if near := diag.Nearest(name, known); near != "" {
		return fmt.Sprintf("did you mean `%s`?", near)
	}
	return "known here: " + strings.Join(known, ", ")
}

// inFull writes #abc as #AABBCC.
func inFull(colour string) string {
	colour = strings.ToUpper(colour)
	if len(colour) == 7 {
		return colour
	}
	return "#" + strings.Repeat(colour[1:2], 2) + strings.Repeat(colour[2:3], 2) + strings.Repeat(colour[3:4], 2)
}

// maxFaults is how many pairs a message names.
const maxFaults = 3

// readable reports what of a course's colours cannot be told apart: once for
// each of them, at the ink when both are the course's.
func readable(f *source.File, scheme string, pairs []yamlx.Pair, all Scheme, d *diag.List) bool {
	ok := true
	own := map[string]bool{}
	for _, p := range pairs {
		own[p.Key.Value] = true
	}
	for _, p := range pairs {
		token := p.Key.Value
		var faults []string
		for _, m := range meetings(token, all) {
			if got := Ratio(all[m.ink], all[m.ground]); got < m.least && (m.ink == token || !own[m.ink]) {
				faults = append(faults, fmt.Sprintf("%s on %s is %s to 1, and needs %g", m.ink, m.ground, hundredths(got), m.least))
			}
		}
		if len(faults) == 0 {
			continue
		}
		ok = false
		if more := len(faults) - maxFaults; more > 0 {
			faults = append(faults[:maxFaults], fmt.Sprintf("and %d more", more))
		}
		d.Error(f, p.Value.At, "theme-contrast", fmt.Sprintf("`%s` cannot be told apart in the %s scheme: %s", token, scheme, strings.Join(faults, "; ")), remedy(token, all))
	}
	return ok
}

// hundredths is rounded down: 4.499 is not 4.5.
func hundredths(ratio float64) string { return fmt.Sprintf("%.2f", float64(int(ratio*100))/100) }

// remedy names the nearest colour that would do.
func remedy(token string, all Scheme) string {
	passes := func(colour string) bool {
		for _, m := range meetings(token, all) {
			ink, ground := all[m.ink], all[m.ground]
			if m.ink == token {
				ink = colour
			}
			if m.ground == token {
				ground = colour
			}
			if Ratio(ink, ground) < m.least {
				return false
			}
		}
		return true
	}
	if found := nearest(all[token], passes); found != "" {
		return fmt.Sprintf("the nearest that would do: \"%s\"", found)
	}
	return "no lighter or darker one would do: change what it stands on, too"
}

// meeting is an ink on a ground.
type meeting struct {
	ink, ground string
	least       float64
}

// meetings are the pairs in which a token stands.
func meetings(token string, all Scheme) (found []meeting) {
	for _, c := range Contrasts {
		for _, ink := range c.Inks {
			for _, ground := range c.Grounds {
				if (ink == token || ground == token) && all[ink] != "" && all[ground] != "" {
					found = append(found, meeting{ink, ground, c.Least})
				}
			}
		}
	}
	return found
}
