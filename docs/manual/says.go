package main

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"golang.org/x/tools/txtar"
)

// messages holds, by its name, what Lectern says to the example of each
// message. A test keeps it: go test ./docs/manual -update.
const messages = handwritten + "/messages.txtar"

// says begins an example below the heading of a message: the words of a lesson;
// whole files of a course, which may be all of it; a file that a student saved;
// or something that a test makes, because it cannot be shown.
var (
	says    = regexp.MustCompile("^(`{3,})(markdown|files|course|saved|made) says$")
	heading = regexp.MustCompile(`^## ([a-z-]+)$`)
)

// saying is the example of a message.
type saying struct {
	name string // the message's
	kind string // markdown, files, course, saved or made
	text string
}

// shown is the example as it stands in the manual, with what Lectern says.
func (s saying) shown(said string) string {
	var b strings.Builder
	switch s.kind {
	case "markdown":
		b.WriteString(youWrite + fenced("markdown", s.text) + "\n")
	case "saved":
		b.WriteString("The file:\n\n" + fenced("json", s.text) + "\n")
	case "files", "course":
		for _, f := range txtar.Parse([]byte(s.text)).Files {
			fmt.Fprintf(&b, "In `%s` stands:\n\n%s\n", f.Name, fenced(languageOf(f.Name), string(f.Data)))
		}
	}
	return b.String() + "Lectern says:\n\n" + fenced("text", said)
}

func languageOf(file string) string {
	if strings.HasSuffix(file, ".md") {
		return "markdown"
	}
	return "yaml"
}

// loadSaid reads what Lectern says to the examples.
func (m *maker) loadSaid() {
	data, err := fs.ReadFile(m.repo, messages)
	m.fault(err)
	for _, f := range txtar.Parse(data).Files {
		m.said[f.Name] = string(f.Data)
	}
}

// says shows the example of a message.
func (m *maker) says(s saying) (string, error) {
	said, ok := m.said[s.name]
	switch {
	case s.name == "":
		return "", fmt.Errorf("this example stands below no heading that is the name of a message")
	case !ok:
		return "", fmt.Errorf("nobody has asked yet what Lectern says here: go test ./docs/manual -update")
	}
	return s.shown(said), nil
}
