package main

import (
	"fmt"
	"regexp"
	"strings"
)

// lesson is a Markdown file with places for examples.
type lesson struct {
	file string
	kind string // whose cards it names without saying of which kind; may be empty
}

var (
	// A card of the lesson's own kind, or of another: <!-- card: one-right -->
	// or <!-- card: choice/one-right -->.
	place = regexp.MustCompile(`^<!-- card: (?:([a-z]+)/)?([a-z0-9-]+) -->$`)
	// Markdown to be shown as it is written and as it looks.
	example = regexp.MustCompile("^(`{3,})markdown example$")
)

// fill puts the examples into a lesson's text.
func (m *maker) fill(l lesson, text string) string {
	var b strings.Builder
	lines := strings.SplitAfter(text, "\n")
	for i := 0; i < len(lines); i++ {
		line := strings.TrimSuffix(lines[i], "\n")
		if fence := example.FindStringSubmatch(line); fence != nil {
			end := endOf(fence[1], lines, i+1)
			if end == len(lines) {
				m.fault(fmt.Errorf("%s:%d: this example has no end", l.file, i+1))
			}
			b.WriteString(shown(strings.Join(lines[i+1:end], "")))
			i = end
			continue
		}
		if strings.HasPrefix(line, "<!-- card") {
			text, err := m.card(l, line)
			if err != nil {
				m.fault(fmt.Errorf("%s:%d: %w", l.file, i+1, err))
			}
			b.WriteString(text)
			continue
		}
		b.WriteString(lines[i])
	}
	return b.String()
}

// endOf is the line that closes a fence, or the end of the text.
func endOf(fence string, lines []string, from int) int {
	for i, line := range lines[from:] {
		if strings.TrimSuffix(line, "\n") == fence {
			return from + i
		}
	}
	return len(lines)
}

func (m *maker) card(l lesson, line string) (string, error) {
	named := place.FindStringSubmatch(line)
	if named == nil {
		return "", fmt.Errorf("this is no place for a card: %s", line)
	}
	kind, name := named[1], named[2]
	if kind == "" {
		kind = l.kind
	}
	c, err := readCard(m.repo, kind, name)
	switch {
	case err != nil:
		return "", err
	case c.bad:
		return wrong(c), nil
	}
	return asked(c, m.ids), nil
}
