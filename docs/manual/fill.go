package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
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
	// A file beside the lesson, to be shown as code: <!-- file: listen.js -->,
	// or one of the configurations: <!-- file: hosting/nginx.conf -->
	fileplace = regexp.MustCompile(`^<!-- file: (hosting/)?([A-Za-z0-9._-]+) -->$`)
	// Markdown to be shown as it is written and as it looks.
	example = regexp.MustCompile("^(`{3,})markdown example$")
)

// fill puts the examples into a lesson's text.
func (m *maker) fill(l lesson, text string) string {
	var b strings.Builder
	lines, name := strings.SplitAfter(text, "\n"), ""
	for i := 0; i < len(lines); i++ {
		line := strings.TrimSuffix(lines[i], "\n")
		if message := heading.FindStringSubmatch(line); message != nil {
			name = message[1]
		}
		if fence := says.FindStringSubmatch(line); fence != nil {
			end := endOf(fence[1], lines, i+1)
			text, err := m.says(saying{name: name, kind: fence[2], text: strings.Join(lines[i+1:end], "")})
			m.faultAt(l, i, err)
			b.WriteString(text)
			i = end
			continue
		}
		if fence := example.FindStringSubmatch(line); fence != nil {
			end := endOf(fence[1], lines, i+1)
			if end == len(lines) {
				m.faultAt(l, i, errors.New("this example has no end"))
			}
			b.WriteString(shown(strings.Join(lines[i+1:end], "")))
			i = end
			continue
		}
		if insert := m.inserter(line); insert != nil {
			text, err := insert(l, line)
			m.faultAt(l, i, err)
			b.WriteString(text)
			continue
		}
		b.WriteString(lines[i])
	}
	return b.String()
}

// faultAt keeps what is wrong with a line.
func (m *maker) faultAt(l lesson, line int, err error) {
	if err != nil {
		m.fault(fmt.Errorf("%s:%d: %w", l.file, line+1, err))
	}
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

// inserter is what fills the place that a line is; nil when it is none. What
// begins like a place must be one: as a comment it would vanish in silence.
func (m *maker) inserter(line string) func(lesson, string) (string, error) {
	switch {
	case strings.HasPrefix(line, "<!-- card"):
		return m.card
	case strings.HasPrefix(line, "<!-- file"):
		return m.file
	}
	return nil
}

func (m *maker) file(l lesson, line string) (string, error) {
	named := fileplace.FindStringSubmatch(line)
	if named == nil {
		return "", fmt.Errorf("this is no place for a file: %s", line)
	}
	folder, name := path.Dir(l.file), named[2]
	if named[1] != "" {
		folder = hosting
	}
	data, err := fs.ReadFile(m.repo, path.Join(folder, name))
	if err != nil {
		return "", fmt.Errorf("there is no file `%s` in %s", name, folder)
	}
	return fenced(strings.TrimPrefix(path.Ext(name), "."), string(data)), nil
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
