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

// Without returns t without the bytes from start to end of its HTML and the
// openings among them.
func (t Text) Without(start, end int) Text {
	out := Text{HTML: t.HTML[:start] + t.HTML[end:]}
	moved := func(at int) int { return at - min(max(at-start, 0), end-start) }
	for _, r := range t.Refs {
		if r.At <= start || r.At >= end {
			r.At = moved(r.At)
			out.Refs = append(out.Refs, r)
		}
	}
	for _, w := range t.Words {
		if w = (Span{moved(w.Start), moved(w.End)}); w.Start < w.End {
			out.Words = append(out.Words, w)
		}
	}
	return out
}

// Openings returns the openings of one kind.
func (t Text) Openings(kind Kind) []Ref {
	_, openings := t.Cut(kind)
	return openings
}
