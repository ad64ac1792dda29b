package site

import (
	"bytes"
	"fmt"
	"strings"

	"lectern/internal/settings"
	"lectern/layouts"
)

// The facilitator's edition holds the answers. It must not be taken for the
// students', so its name is another wherever a name is seen, and its id is
// another wherever a browser keeps something: what a facilitator tries out does
// not mix with a student's progress on the same device.

const facilitatorID = "-facilitator"

// mark gives the course the id of the facilitator's edition.
func mark(s *settings.Site) { s.ID.Value += facilitatorID }

// marked is a language of the course with the name of that edition.
func (l locale) marked(words *layouts.Words) locale {
	l.plain, l.title = l.title, words.Say("edition-title", "title", l.title)
	return l
}

// barToken names the colour that a browser paints around a page: the ground of
// the bar at the top.
func (t *theme) barToken() string {
	if t.facilitator {
		return "ink"
	}
	return "surface"
}

// markStyle adds the style of the facilitator's edition, which says on every
// printed page what it is.
func (t *theme) markStyle(into *bytes.Buffer, name string) error {
	if !t.facilitator {
		return nil
	}
	fmt.Fprintf(into, "@page{@top-center{content:%s;font:700 9pt sans-serif}}\n", cssString(t.words.Say("edition-band")))
	return t.read(into, "styles/", []string{name}, ".css")
}

var cssEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\a `)

// cssString is a text as a string in a style sheet.
func cssString(text string) string { return `"` + cssEscapes.Replace(text) + `"` }
