// Package sort is the kind of question in which items are put into groups.
package sort

import (
	"embed"
	"io/fs"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

//go:embed sort.html sort.css sort.js example*.md
var files embed.FS

// Kind is the kind "sort".
type Kind struct{}

func (Kind) Name() string    { return "sort" }
func (Kind) Keyword() string { return "Sort" }
func (Kind) Files() fs.FS    { return files }

// Shares implements quiz.Sharer.
func (Kind) Shares() []string { return []string{"prompts"} }

// Claims takes whatever follows the keyword: nothing else has it, and Parse
// can say better what is missing.
func (Kind) Claims(*quiz.Block) bool { return true }

// Question is a valid question with two or more groups. Each item has a menu
// of the groups, not radio buttons: one stop for the keyboard, one name for
// the voice, and one height at 320 pixels, however many groups there are.
type Question struct {
	base   quiz.Base
	Groups []Group // in the author's order
	Items  []Item  // of all groups, in the order of the alphabet
	Listed bool    // the groups stand above the menus, with letters
}

// Group is where items go. Nothing may belong to it.
type Group struct {
	Fingerprint string
	Name        prose.Text
	Short       string // its name in a menu
	Items       []Item
	Feedback    prose.Text // empty when the author gave none

	at source.Range
}

// Item is what is put into a group.
type Item struct {
	Fingerprint string
	Text        prose.Text
	Group       string // the fingerprint of the one it belongs to
}

// Field is the name of the item's control in the form.
func (i Item) Field() string { return "item-" + i.Fingerprint }

func (q *Question) Base() *quiz.Base { return &q.base }

// Shape implements quiz.Question.
func (q *Question) Shape() quiz.Shape {
	var shape quiz.Groups
	for _, g := range q.Groups {
		group := quiz.Group{Name: g.Name, Feedback: g.Feedback}
		for _, i := range g.Items {
			group.Items = append(group.Items, i.Text)
		}
		shape.Groups = append(shape.Groups, group)
	}
	return shape
}

// Parse implements quiz.Kind.
func (Kind) Parse(b *quiz.Block, d *diag.List) quiz.Question {
	var s quiz.Settings
	base, ok := b.Base(&s, &s, hasColon, d)
	q := &Question{base: base}
	lines := b.Answers(hasColon)
	for _, line := range lines {
		ok = q.add(b, line, d) && ok
	}
	if len(lines) == 0 {
		d.Error(b.File, b.HeadingAt, "groups-missing", "this question has no groups", "write them below it as a list: `- Group: item; item; item`")
		return nil
	}
	if !ok || !q.check(b, lines[0], d) {
		return nil
	}
	q.arrange()
	return q
}

func (q *Question) arrange() {
	quiz.ByAlphabet(q.Items, func(i Item) prose.Text { return i.Text })
	var names []prose.Text
	for _, g := range q.Groups {
		names = append(names, g.Name)
	}
	short, listed := quiz.ShortOptions(names)
	for i := range q.Groups {
		q.Groups[i].Short = short[i]
	}
	q.Listed = listed
}
