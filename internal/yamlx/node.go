// Package yamlx reads YAML the way an author needs it read: every value knows
// its place, unknown keys and wrong types are reported with a suggestion, and
// the commonest slips are explained in plain words.
//
// It is the only importer of gopkg.in/yaml.v3, so that the library can be
// replaced in one place.
package yamlx

import (
	"lectern/internal/source"
)

// Kind is what a Node is.
type Kind int

const (
	Scalar Kind = iota
	Mapping
	Sequence
)

func (k Kind) String() string {
	return [...]string{"a single value", "a group of keys", "a list"}[k]
}

// Node is one value of a YAML text, with its place in the file. Anchors,
// aliases and tags are refused, so a Node tree is never larger than its text.
type Node struct {
	Kind    Kind
	Value   string // of a Scalar, exactly as written, without quotes
	Null    bool   // a Scalar left empty, or `null` or `~` without quotes
	Quoted  bool
	broken  bool    // it is what was written where a value cannot be read
	Entries []Entry // of a Mapping, in the order of the text
	Items   []Node  // of a Sequence
	At      source.Range
}

// Entry is one key of a Mapping with its value.
type Entry struct {
	Key   Text
	Value Node
}

// Text is a string that remembers where it was written.
type Text struct {
	Value string
	At    source.Range
}

func (t Text) String() string { return t.Value }

// Pair is one entry of a mapping from names to sentences. A []Pair keeps the
// order in which they were written.
type Pair struct{ Key, Value Text }

// Get returns the value of key in a Mapping.
func (n Node) Get(key string) (Node, bool) {
	for _, e := range n.Entries {
		if e.Key.Value == key {
			return e.Value, true
		}
	}
	return Node{}, false
}

// Text returns a Scalar's value with its place.
func (n Node) Text() Text { return Text{n.Value, n.At} }
