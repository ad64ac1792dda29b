package scaffold

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/site"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// Below returns what a lesson of a course says with the question at its end. now
// is what it says without. When the course, read anew, would not ask it, Below
// returns nil, and what is wrong with the lesson then.
func (q Question) Below(top fs.FS, lesson string, now []byte) (next []byte, d *diag.List) {
	next, d = joined(now, q.Text), &diag.List{}
	read := site.Inspect(over{top, lesson, next}, site.Options{Drafts: true}, d)
	if read != nil && !d.Broken()[lesson] && q.isAsked(read, lesson) {
		return next, nil
	}
	d.Drop(func(m diag.Message) bool { return m.Severity != diag.Error || m.File == nil || m.File.Path != lesson })
	return nil, d
}

// FirstObjective is the id of the first objective of a lesson, "" when it has
// none: a question is about something.
func FirstObjective(path string, lesson []byte) string {
	f, err := source.New(path, lesson)
	if err != nil {
		return ""
	}
	var front course.FrontMatter
	var unread diag.List // a build says it
	if parts := f.SplitFrontMatter(); parts.Found {
		yamlx.Decode(f, parts.YAML, &front, &unread)
	}
	if len(front.Objectives) == 0 {
		return ""
	}
	return front.Objectives[0].Key.Value
}

// isAsked reports whether a lesson asks the question, or has it as a quiz.
func (q Question) isAsked(read *site.Site, lesson string) bool {
	there := map[string]bool{}
	for _, l := range read.Course.Lessons {
		if l.File == nil || l.File.Path != lesson {
			continue
		}
		for _, question := range l.Doc.Questions {
			there[question.Base().ID] = true
		}
		for _, group := range l.Doc.Quizzes {
			there[group.ID] = true
		}
	}
	return !slices.ContainsFunc(q.IDs, func(id string) bool { return !there[id] })
}

// joined puts a question below a text, with that text's line breaks.
func joined(text []byte, question string) []byte {
	end := "\n"
	if bytes.Contains(text, []byte("\r\n")) {
		end = "\r\n"
		question = strings.ReplaceAll(question, "\n", end)
	}
	next := slices.Clone(text)
	if len(next) > 0 && next[len(next)-1] != '\n' {
		next = append(next, end...)
	}
	if !bytes.HasSuffix(next, []byte(end+end)) {
		next = append(next, end...)
	}
	return append(next, question...)
}

// over is a course in which one file says something else.
type over struct {
	fs.FS
	name string
	data []byte
}

func (o over) ReadFile(name string) ([]byte, error) {
	if name == o.name {
		return slices.Clone(o.data), nil
	}
	return fs.ReadFile(o.FS, name)
}
