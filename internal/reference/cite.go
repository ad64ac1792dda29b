package reference

import (
	"cmp"
	"slices"
	"strings"

	"lectern/internal/once"
)

// Part is a piece of a citation. Where ID is set the caller makes a link to
// that work of it; else it is the brackets and separators between.
type Part struct {
	ID   string
	Text string
	HTML string // the same, escaped, with <em> around the title of a work
}

// PlainText is the whole citation without links.
func PlainText(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
	}
	return b.String()
}

// Cite writes a citation: "(Tracy & Wallace, 2016, p. 143)", or, Narrative,
// "Tracy and Wallace (2016, p. 143)". Several works stand in the order of the
// reference list; a prefix such as "see also" begins an order of its own.
//
// It returns false, and nothing, when c has no keys or one that the library
// does not have; Item tells which.
func (l *Library) Cite(c Citation) ([]Part, bool) {
	works, ok := l.cited(c.Keys)
	if !ok {
		return nil, false
	}
	var out parts
	if c.Narrative {
		for i, w := range works {
			out.literal(separator(i, w))
			out.link(w.ID, w.inSentence())
		}
		return out, true
	}
	out.literal("(")
	for i, w := range works {
		if i > 0 && w.continues(works[i-1]) {
			out.literal(", ")
			out.link(w.ID, w.year())
			continue
		}
		out.literal(separator(i, w))
		out.link(w.ID, w.inBrackets())
	}
	out.literal(")")
	return out, true
}

// cited is a work with how it is cited here.
type cited struct {
	Item
	key Key
}

// cited finds the works of keys and puts them into order.
func (l *Library) cited(keys []Key) ([]cited, bool) {
	var out []cited
	start := 0
	for _, key := range keys {
		it, ok := l.Item(key.ID)
		if !ok {
			return nil, false
		}
		if key.Prefix != "" {
			l.order(out[start:])
			start = len(out)
		}
		out = append(out, cited{it, key})
	}
	l.order(out[start:])
	return out, len(out) > 0
}

// order sorts works that share a prefix; the prefix stays in front.
func (l *Library) order(group []cited) {
	if len(group) == 0 {
		return
	}
	prefix := group[0].key.Prefix
	group[0].key.Prefix = ""
	slices.SortStableFunc(group, func(a, b cited) int { return cmp.Compare(l.index[a.ID], l.index[b.ID]) })
	group[0].key.Prefix = prefix
}

func separator(i int, w cited) string {
	out := ""
	if i > 0 {
		out = "; "
	}
	if w.key.Prefix != "" {
		out += w.key.Prefix + " "
	}
	return out
}

// continues reports whether w follows a work of the same authors, whose names
// are then not said again: "(Smith, 2016, 2018)".
func (w cited) continues(before cited) bool {
	return w.key.Prefix == "" && before.key.Locator == "" && w.key.YearOnly == before.key.YearOnly &&
		w.label(false).String() == before.label(false).String()
}

func (w cited) year() rich {
	return text(commaed(w.issued.inText(w.words, w.suffix), w.locator()))
}

func (w cited) inBrackets() rich {
	if w.key.YearOnly {
		return w.year()
	}
	label := w.label(false)
	last := len(label) - 1
	if w.words.CommaInQuotes && label[last].text == w.words.CloseQuote {
		return join(label[:last], text(","+w.words.CloseQuote+" "), w.year())
	}
	return join(label, text(", "), w.year())
}

func (w cited) inSentence() rich {
	return join(w.label(true), text(" ("), w.year(), text(")"))
}

var bareNumber = once.Regexp(`^\d+(?:\s*[-‐‑‒–—−]+\s*\d+)?$`)

// locator is the place in the work, with "p." before a bare number.
func (w cited) locator() string {
	given := enDashed(w.key.Locator)
	if bareNumber.MatchString(given) {
		return pageLabel(given, w.words) + " " + given
	}
	return given
}

// parts collects the parts of a citation.
type parts []Part

// literal adds to the text between links; there is never more than one Part
// of it in a row.
func (p *parts) literal(s string) {
	if s == "" {
		return
	}
	if last := len(*p) - 1; last >= 0 && (*p)[last].ID == "" {
		s = (*p)[last].Text + s
		*p = (*p)[:last]
	}
	*p = append(*p, Part{Text: s, HTML: text(s).HTML()})
}

func (p *parts) link(id string, r rich) {
	*p = append(*p, Part{ID: id, Text: r.String(), HTML: r.HTML()})
}
