package course

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// WriteShape writes all that the pages of one lesson may see of another lesson,
// of a module and of the course's front page: order, titles, addresses, and
// the parts that links lead to. Courses that write the same look the same from
// inside a lesson, as long as glossary, works and support are the same.
func (c *Course) WriteShape(w io.Writer) {
	fmt.Fprintf(w, "%q\n", c.Language)
	for _, p := range append(c.Pages(), c.Home) {
		fmt.Fprintf(w, "%q %q %q %q\n", p.URL, p.Dir, p.Title, p.Lang)
	}
	for _, m := range c.Modules {
		fmt.Fprintf(w, "%d %q %d\n", m.Number, m.Slug, len(m.Lessons))
	}
	for _, name := range c.Destinations() {
		t := c.targets[name]
		fmt.Fprintf(w, "%q %q %q %q %t\n", name, t.URL, t.File, slices.Sorted(maps.Keys(t.Anchors)), t.Anchors == nil)
	}
}
