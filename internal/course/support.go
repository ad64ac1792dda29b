package course

import (
	"fmt"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// Support is who a student can talk to.
type Support struct {
	Lang  string // of the words
	Note  string
	Lines []SupportLine
}

// SupportLine is one phone line or service.
type SupportLine struct {
	Name        yamlx.Text `yaml:"name"`
	For         string     `yaml:"for"`
	Phone       string     `yaml:"phone"`
	Text        string     `yaml:"text"` // the number for text messages
	URL         yamlx.Text `yaml:"url"`
	Hours       string     `yaml:"hours"`
	ConfirmedOn yamlx.Text `yaml:"confirmed_on"` // the day a person checked it
}

var webAddress = once.Regexp(`^https?://[^\s/]+`)

func readSupport(f *source.File, language string, d *diag.List) *Support {
	var read struct {
		Note  string       `yaml:"note"`
		Lines []yamlx.Node `yaml:"lines"`
	}
	yamlx.Decode(f, f.All(), &read, d)
	s := Support{Lang: language, Note: read.Note}
	for _, n := range read.Lines {
		var line SupportLine
		if !yamlx.DecodeNode(f, n, &line, d) {
			continue
		}
		if line.Name.Value == "" {
			at := source.Range{Start: n.At.Start, End: f.LineRange(n.At.Start).End}
			d.Error(f, at, "support-name", "this support line has no name", "write `name:` with the name of the service")
			continue
		}
		s.Lines = append(s.Lines, line)
		if line.URL.Value != "" && !webAddress.MatchString(line.URL.Value) {
			d.Error(f, line.URL.At, "support-url", fmt.Sprintf("`%s` is not a web address", line.URL.Value), "write the whole address: https://…")
		}
		if line.ConfirmedOn.Value == "" {
			d.Warn(f, line.Name.At, "support-unconfirmed", "nobody has confirmed this support line, so students do not see it",
				"call it or read its own page, then add `confirmed_on:` with the day")
		} else {
			wantDate(f, line.ConfirmedOn, "confirmed_on", d)
		}
	}
	return &s
}

// Confirmed returns the lines that students may rely on.
func (s *Support) Confirmed() []SupportLine {
	var lines []SupportLine
	for _, l := range s.Lines {
		if l.ConfirmedOn.Value != "" {
			lines = append(lines, l)
		}
	}
	return lines
}
