// Package diag collects what is wrong with a course and prints it so that its
// author can mend it: file, line, column, the line itself, a caret and a hint.
package diag

import (
	"cmp"
	"slices"
	"sync"

	"lectern/internal/source"
)

// Severity tells whether a message stops the build.
type Severity int

const (
	Error   Severity = iota // the course cannot be built
	Warning                 // the course can be built, and could be better
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Message is one thing to mend, in the author's words: lower case, no full
// stop.
type Message struct {
	File     *source.File // nil when the message is about no file's text
	Path     string       // used when File is nil
	At       source.Range
	Severity Severity
	Name     string // the message's stable name, such as "key-missing"
	Text     string
	Hint     string // how to mend it; may be empty
}

// List collects messages. It is safe for use by several goroutines.
type List struct {
	mu       sync.Mutex
	messages []Message
}

// Add puts m in the list.
func (l *List) Add(m Message) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.messages = append(l.messages, m)
}

// Error adds an error about a range of a file.
func (l *List) Error(f *source.File, at source.Range, name, text, hint string) {
	l.Add(Message{File: f, At: at, Name: name, Text: text, Hint: hint})
}

// Warn adds a warning about a range of a file.
func (l *List) Warn(f *source.File, at source.Range, name, text, hint string) {
	l.Add(Message{File: f, At: at, Severity: Warning, Name: name, Text: text, Hint: hint})
}

// ErrorIn adds an error about a path that has no readable text.
func (l *List) ErrorIn(path, name, text, hint string) {
	l.Add(Message{Path: path, Name: name, Text: text, Hint: hint})
}

// Failed reports whether the list holds an error.
func (l *List) Failed() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.ContainsFunc(l.messages, func(m Message) bool { return m.Severity == Error })
}

// Count returns how many messages have the severity s. One that was added
// twice counts once.
func (l *List) Count(s Severity) int {
	n := 0
	for _, m := range l.Sorted() {
		if m.Severity == s {
			n++
		}
	}
	return n
}

// Sorted returns the messages by file, place and text, each once.
func (l *List) Sorted() []Message {
	l.mu.Lock()
	defer l.mu.Unlock()
	sorted := slices.Clone(l.messages)
	slices.SortFunc(sorted, compare)
	return slices.CompactFunc(sorted, func(a, b Message) bool { return compare(a, b) == 0 })
}

func compare(a, b Message) int {
	return cmp.Or(
		cmp.Compare(a.path(), b.path()),
		cmp.Compare(a.At.Start, b.At.Start),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Name, b.Name),
		cmp.Compare(a.Text, b.Text),
	)
}

func (m Message) path() string {
	if m.File != nil {
		return m.File.Path
	}
	return m.Path
}

// Broken returns the paths of the files that have errors.
func (l *List) Broken() map[string]bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	broken := map[string]bool{}
	for _, m := range l.messages {
		if m.Severity == Error {
			broken[m.path()] = true
		}
	}
	return broken
}

// Drop takes the messages out that drop says yes to.
func (l *List) Drop(drop func(Message) bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.messages = slices.DeleteFunc(l.messages, drop)
}
