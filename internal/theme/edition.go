package theme

import (
	"bytes"
	"fmt"
	"strings"
)

// barToken names the colour that a browser paints around a page: the ground of
// the bar at the top.
func (t *Theme) barToken() string {
	if t.facilitator {
		return "ink"
	}
	return "surface"
}

// markStyle adds the style of the facilitator's edition, which says on every
// printed page what it is.
func (t *Theme) markStyle(into *bytes.Buffer, name string) error {
	if !t.facilitator {
		return nil
	}
	fmt.Fprintf(into, "@page{@top-center{content:%s;font:700 9pt sans-serif}}\n", cssString(t.Words.Say("edition-band")))
	return t.read(into, "styles/", []string{name}, ".css")
}

var cssEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\a `)

// cssString is a text as a string in a style sheet.
func cssString(text string) string { return `"` + cssEscapes.Replace(text) + `"` }
