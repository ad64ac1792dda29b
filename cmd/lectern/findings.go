package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/site"
)

// findings are what `lectern check --format json` prints.
type findings struct {
	Lessons   int       `json:"lessons"`
	Questions int       `json:"questions"`
	Errors    int       `json:"errors"`
	Warnings  int       `json:"warnings"`
	Messages  []finding `json:"messages"`
}

// finding is one message. Lines and columns are counted from 1, in characters;
// they are left out when the message is about no line.
type finding struct {
	File      string `json:"file"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndLine   int    `json:"end_line,omitempty"`
	EndColumn int    `json:"end_column,omitempty"`
	Severity  string `json:"severity"`
	Name      string `json:"name"`
	Text      string `json:"text"`
	Hint      string `json:"hint,omitempty"`
}

// print prints messages in one of formats.
func (f *checkFlags) print(out io.Writer, read *site.Site, d *diag.List) error {
	found := findings{Errors: d.Count(diag.Error), Warnings: d.Count(diag.Warning), Messages: []finding{}}
	if read != nil {
		found.Lessons, found.Questions = len(read.Course.Lessons), read.Course.Questions()
	}
	for _, m := range d.Sorted() {
		found.Messages = append(found.Messages, newFinding(m))
	}
	switch f.format {
	case "json":
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(found)
	case "github":
		for _, m := range found.Messages {
			if _, err := fmt.Fprintln(out, m.annotation(f.course)); err != nil {
				return err
			}
		}
		return nil
	}
	printMessages(out, d)
	if f.quiet {
		return nil
	}
	if len(found.Messages) > 0 {
		fmt.Fprintln(out)
	}
	_, err := fmt.Fprintf(out, "%s, %s: %s, %s\n", count(found.Lessons, "lesson"), count(found.Questions, "question"), count(found.Errors, "error"), count(found.Warnings, "warning"))
	return err
}

func newFinding(m diag.Message) finding {
	f := finding{File: m.Path, Severity: m.Severity.String(), Name: m.Name, Text: m.Text, Hint: m.Hint}
	if m.File != nil {
		start, end := m.File.Position(m.At.Start), m.File.Position(max(m.At.Start, m.At.End))
		f.File, f.Line, f.Column, f.EndLine, f.EndColumn = m.File.Path, start.Line, start.Column, end.Line, end.Column
	}
	return f
}

var (
	inText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// annotation is the line that a forge shows beside the file: its path is
// counted from where the command runs.
func (f finding) annotation(course string) string {
	name := path.Join(filepath.ToSlash(course), f.File)
	at := "file=" + inProperty.Replace(name)
	if f.Line > 0 {
		at += fmt.Sprintf(",line=%d,col=%d,endLine=%d,endColumn=%d", f.Line, f.Column, f.EndLine, f.EndColumn)
	}
	text := f.Text
	if f.Hint != "" {
		text += "\n" + f.Hint
	}
	return fmt.Sprintf("::%s %s,title=%s::%s", f.Severity, at, inProperty.Replace(f.Name), inText.Replace(text))
}
