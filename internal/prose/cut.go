package prose

import "slices"

// Cut takes t apart at its openings of one kind. There is one part more than
// there are openings; a part holds its other openings.
func (t Text) Cut(kind Kind) (parts []Text, openings []Ref) {
	from := 0
	for i, r := range t.Refs {
		if r.Kind != kind {
			continue
		}
		openings = append(openings, r)
		parts = append(parts, t.slice(from, i))
		from = i + 1
	}
	return append(parts, t.slice(from, len(t.Refs))), openings
}

// slice is the text between two openings, given by their numbers: after the one
// before first, and up to the one at last.
func (t Text) slice(first, last int) Text {
	start, end := 0, len(t.HTML)
	if first > 0 {
		start = t.Refs[first-1].At
	}
	if last < len(t.Refs) {
		end = t.Refs[last].At
	}
	part := Text{HTML: t.HTML[start:end], Refs: slices.Clone(t.Refs[first:last])}
	for i := range part.Refs {
		part.Refs[i].At -= start
	}
	return part
}

// Openings returns the openings of one kind.
func (t Text) Openings(kind Kind) []Ref {
	_, openings := t.Cut(kind)
	return openings
}
