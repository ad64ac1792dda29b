package quiz

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The library's normal forms put U+034F into a run of more than 30 marks, and
// leave the marks after it out of order; browsers do neither. decompose and
// compose are the same forms without that, so that no typed answer is marked
// one way here and another way in the page.

// decompose is Unicode form NFD: characters in their parts, marks in order.
func decompose(s string) []rune {
	var out []rune
	for _, r := range s {
		if r < 0xC0 {
			out = append(out, r)
			continue
		}
		out = append(out, []rune(norm.NFD.String(string(r)))...)
	}
	for from := 0; from < len(out); from++ {
		to := from
		for to < len(out) && markClass(out[to]) != 0 {
			to++
		}
		slices.SortStableFunc(out[from:to], func(a, b rune) int { return cmp.Compare(markClass(a), markClass(b)) })
		from = to
	}
	return out
}

// compose puts the parts together again: Unicode form NFC.
func compose(parts []rune) string {
	var out []rune
	base, last := -1, uint8(0) // where the last base letter is, and the class of the mark after it
	for _, r := range parts {
		class := markClass(r)
		if base >= 0 && (base == len(out)-1 || last < class) {
			if whole, ok := join(out[base], r); ok {
				out[base] = whole
				continue
			}
		}
		out = append(out, r)
		if last = class; class == 0 {
			base = len(out) - 1
		}
	}
	return string(out)
}

// markClass is 0 for what begins a character and the place in the order of
// marks for a mark.
func markClass(r rune) uint8 {
	if r < 0x300 {
		return 0
	}
	return norm.NFD.PropertiesString(string(r)).CCC()
}

func join(a, b rune) (rune, bool) {
	if b < 0x300 {
		return 0, false
	}
	both := norm.NFC.String(string([]rune{a, b}))
	whole, size := utf8.DecodeRuneInString(both)
	return whole, size == len(both)
}
