package quiz

import (
	"fmt"
	"slices"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// Block is a question as it stands in the lesson, before its kind reads it:
// a heading and everything that belongs to it.
type Block struct {
	File      *source.File
	Keyword   string       // in English, whatever language the heading is in
	HeadingAt source.Range // the whole heading line
	Level     int
	Stem      prose.Text
	Slug      string // made from lesson and stem, for questions without an id
	Settings  yamlx.Node
	// SettingsAt is as in Base.
	SettingsAt source.Range
	Pieces     []Piece
	// Inline renders a part of an item's Source as inline Markdown, for kinds
	// whose items hold more than one text. at is where the item stands.
	Inline func(part string, at source.Range) prose.Text

	kind     string
	shuffles bool // the kind is a Shuffler
	marked   bool // the kind is no Asker
}

// Piece is one block of Markdown in a question: prose, a list, a heading, or a
// labelled quote. Exactly one of List, Heading and Label may be set.
type Piece struct {
	Text    prose.Text // the piece as prose; of a labelled quote, without its label
	List    *List
	Heading *Heading
	Label   string // "Hint", "Why", "Model answer" …; "" for everything else
	At      source.Range
	// Touches reports that a quote follows a list with no blank line between,
	// which is what feedback looks like when its indentation was forgotten.
	Touches bool
}

// Heading is a heading below the question's own.
type Heading struct {
	Words prose.Text // inline markup
	Name  string     // the words as the author's links write them
	ID    string     // the same, unlike any other id of the page
}

// List is a list that may hold the answers.
type List struct {
	Ordered bool // numbered
	Items   []Item
}

// Item is one item of a List.
type Item struct {
	Pinned   bool         // it ends with {pinned}, which is no part of its words
	Marker   string       // "(x)", "( )", "[x]", "[ ]", "=", "~", "!=" or ""
	Source   string       // the item's own words as written, without marker and feedback
	Text     prose.Text   // the same, rendered
	Feedback prose.Text   // why this answer is right or not
	LeftOut  prose.Text   // what to say to somebody who did not choose it
	Extra    source.Range // where it goes on after its first paragraph; zero when it does not
	At       source.Range // the item's first line, from its marker on
}

// Words are the item's words without markup; of a picture alone, its source.
func (i Item) Words() string {
	if words := i.Text.Plain(); words != "" {
		return words
	}
	return i.Source
}

// Labels of quotes that are parts of a question.
const (
	LabelHint        = "Hint"
	LabelWhy         = "Why"
	LabelModelAnswer = "Model answer"
	LabelLeftOut     = "If left out"
	LabelScale       = "Scale"
	LabelBack        = "Back"
	LabelEnd         = "End"
)

// Labels returns the labels that have a meaning in a question.
func Labels() []string {
	return []string{LabelHint, LabelWhy, LabelModelAnswer, LabelLeftOut, LabelScale, LabelBack, LabelEnd}
}

// Answers returns the items of the lists in which any item is accepted by is.
func (b *Block) Answers(is func(Item) bool) []Item {
	var items []Item
	for _, p := range b.Pieces {
		if p.List != nil && anyItem(p.List, is) {
			items = append(items, p.List.Items...)
		}
	}
	return items
}

// Detail returns the prose that is neither a labelled part nor a list whose
// items are accepted by is.
func (b *Block) Detail(is func(Item) bool) prose.Text {
	var texts []prose.Text
	for _, p := range b.Pieces {
		if p.Label == "" && (p.List == nil || !anyItem(p.List, is)) {
			texts = append(texts, p.Text)
		}
	}
	return prose.Join(texts...)
}

// Texts returns everything that stands in the block, for a question that cannot be
// read.
func (b *Block) Texts() []prose.Text {
	texts := []prose.Text{b.Stem}
	for _, p := range b.Pieces {
		texts = append(texts, p.Text)
	}
	return texts
}

// Labelled returns the texts of the quotes with the label.
func (b *Block) Labelled(label string) []prose.Text {
	var texts []prose.Text
	for _, p := range b.Pieces {
		if p.Label == label {
			texts = append(texts, p.Text)
		}
	}
	return texts
}

func anyItem(l *List, is func(Item) bool) bool { return slices.ContainsFunc(l.Items, is) }

// Objectives are the objectives the settings name, readable even when the
// question itself is not valid.
func (b *Block) Objectives() []yamlx.Text {
	n, _ := b.Settings.Get("objective")
	names := n.Items
	if n.Kind == yamlx.Scalar && !n.Null && n.Value != "" {
		names = []yamlx.Node{n}
	}
	var objectives []yamlx.Text
	for _, name := range names {
		if name.Kind == yamlx.Scalar {
			objectives = append(objectives, name.Text())
		}
	}
	return objectives
}

// Marked accepts items with one of the markers.
func Marked(markers ...string) func(Item) bool {
	return func(item Item) bool { return slices.Contains(markers, item.Marker) }
}

// reportStrays reports quotes that stand right below an answer without the
// indentation that would make them its feedback.
func (b *Block) reportStrays(d *diag.List) bool {
	found := false
	for _, p := range b.Pieces {
		if p.Touches && p.Label == "" {
			d.Error(b.File, p.At, "feedback-not-indented", "this feedback is not indented, so it does not belong to the answer above it",
				"put two spaces before the `>`")
			found = true
		}
	}
	return found
}

// checkLabels reports labelled quotes that this kind of question does not read
// and those that say nothing: either would vanish from the page.
func (b *Block) checkLabels(labels []string, d *diag.List) bool {
	known := append([]string{LabelHint, LabelWhy}, labels...)
	ok := true
	for _, p := range b.Pieces {
		switch {
		case p.Label == "":
			continue
		case !slices.Contains(known, p.Label):
			d.Error(b.File, p.At, "label-misplaced", fmt.Sprintf("`%s:` has no place here", p.Label), misplaced[p.Label])
		case p.Text.Empty():
			d.Error(b.File, p.At, "label-empty", fmt.Sprintf("`%s:` says nothing", p.Label), "")
		default:
			continue
		}
		ok = false
	}
	return ok
}

var misplaced = map[string]string{
	LabelModelAnswer: "only a question that begins with `Reflect:` has a model answer; explain the right answer with `> **Why:** …`",
	LabelScale:       "only a question that begins with `Rate:` has a scale",
	LabelBack:        "only a question that begins with `Card:` has a back",
	LabelEnd:         "only a question that begins with `Scenario:` has ends",
	LabelLeftOut:     "indent it with two spaces, so that it belongs to the answer above it",
}

var stuckMarker = once.Regexp(`^(\([xX✓ ]?\)|\[[xX✓ ]?\]|!=|=|~)[^\s(=~]`)

// MarkerHint says how an answer without a marker begins: as otherwise says, unless
// only the blank after its marker is missing.
func (i Item) MarkerHint(otherwise string) string {
	if m := stuckMarker.FindStringSubmatch(i.Source); m != nil && i.Marker == "" {
		return "put a blank after `" + m[1] + "`"
	}
	return otherwise
}

// reportStuck reports the answers whose markers lack only their blank.
func (b *Block) reportStuck(d *diag.List) bool {
	isStuck := func(i Item) bool { return i.MarkerHint("") != "" }
	stuck := slices.DeleteFunc(b.Answers(isStuck), func(i Item) bool { return !isStuck(i) })
	for _, item := range stuck {
		d.Error(b.File, item.At, "marker-missing", "this answer is not marked as right or wrong", item.MarkerHint(""))
	}
	return len(stuck) > 0
}

// OneParagraph reports an answer that goes on after its first paragraph with
// something that is not feedback.
func (b *Block) OneParagraph(item Item, d *diag.List) bool {
	if item.Extra == (source.Range{}) {
		return true
	}
	d.Error(b.File, item.Extra, "answer-blocks", "an answer is one paragraph, and this is more",
		"put it above the answers, or into the feedback: `> …`")
	return false
}
