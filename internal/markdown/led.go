package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"lectern/internal/once"
)

// What only facilitators get: their notes, prompts for a discussion, cards for
// a role-play. It must not reach students, nor by a slip of the fingers.
const (
	facilitator = "facilitator"
	discussion  = "discussion"
	rolePlay    = "role-play"
)

// cutLed parts a quote before a label in its midst that begins what is led, and
// returns the second quote with the place where it begins. Students then still
// get the first.
func (x panels) cutLed(p *page, quote ast.Node) (rest ast.Node, at int) {
	for _, block := range childrenOf(quote) {
		for n := block.FirstChild(); block.Kind() == ast.KindParagraph && n != nil; n = n.NextSibling() {
			label, ok := p.labelAt(n)
			if !ok || !beginsLine(n) || n == quote.FirstChild().FirstChild() {
				continue
			}
			if kind, ok := x.kindOf(label); ok && kind.led {
				at = startOf(n)
				return cutQuote(quote, block, n), at
			}
		}
	}
	return nil, len(p.text)
}

// cutQuote moves the inline node n, and all that follows it in quote, into a
// quote of its own.
func cutQuote(quote, block, n ast.Node) ast.Node {
	rest, words := ast.NewBlockquote(), ast.NewParagraph()
	for following := block.NextSibling(); following != nil; following = block.NextSibling() {
		quote.RemoveChild(quote, following)
		rest.AppendChild(rest, following)
	}
	rest.InsertBefore(rest, rest.FirstChild(), words)
	last := n.PreviousSibling()
	for n != nil {
		next := n.NextSibling()
		block.RemoveChild(block, n)
		words.AppendChild(words, n)
		n = next
	}
	if last == nil {
		quote.RemoveChild(quote, block)
	} else {
		endLine(block)
	}
	quote.Parent().InsertAfter(quote.Parent(), quote, rest)
	return rest
}

// ledLine is a line that begins with a word and a colon, or as an alert does.
var ledLine = once.Regexp(`^[ \t]*(\[!|[*_]*)(\pL[\pL '’-]{2,38}?)[*_]*[ \x{00a0}\x{202f}]?(?:\]|:)`)

// reportLedSlips reports lines before end that are nearly the beginning of what
// is led: students would read them.
func (x panels) reportLedSlips(p *page, quote ast.Node, end int) {
	for _, block := range childrenOf(quote) {
		if block.Kind() != ast.KindParagraph {
			continue
		}
		for i := range block.Lines().Len() {
			if line := block.Lines().At(i); line.Stop <= end {
				x.reportLedSlip(p, line.Start, line.Value(p.text))
			}
		}
	}
}

func (x panels) reportLedSlip(p *page, start int, line []byte) {
	if !bytes.ContainsAny(line, "]:") {
		return
	}
	m := ledLine.FindSubmatchIndex(line)
	if m == nil {
		return
	}
	word, bold := string(line[m[4]:m[5]]), m[3]-m[2] >= 2
	if meant := x.ledBy(word, bold); meant != "" {
		p.diags.Error(p.file, p.place(start+m[4], start+m[5]), "label-unknown",
			fmt.Sprintf("`%s` is nearly what begins a part for facilitators, and students would read it", word),
			fmt.Sprintf("did you mean `**%s:**`?", meant))
	}
}

// ledBy is the label for facilitators that a word is, or is nearly. A bold word
// may also have something before or after it, as in "Facilitator's note".
func (x panels) ledBy(word string, bold bool) string {
	word = closed(word)
	for i, k := range panelKinds {
		if !k.led {
			continue
		}
		for j, known := range x.names[i] {
			if isSlip(word, []string{known}) || bold && strings.HasPrefix(word, known) || bold && k.name == facilitator && strings.Contains(word, known) {
				return [2]string{k.label, x.options.Say("panel-" + k.name)}[j]
			}
		}
	}
	return ""
}

// reportUnquoted reports what a label marks as led, but no quote sets apart.
// A discussion may well be part of what students read.
func (x panels) reportUnquoted(p *page, root ast.Node) {
	for _, block := range childrenOf(root) {
		for n := block.FirstChild(); block.Kind() == ast.KindParagraph && n != nil; n = n.NextSibling() {
			label, ok := p.labelAt(n)
			if !ok || !beginsLine(n) {
				continue
			}
			kind, ok := x.kindOf(label)
			if !ok || !kind.led {
				continue
			}
			report := p.diags.Warn
			if kind.name == facilitator {
				report = p.diags.Error
			}
			report(p.file, p.wordsPlace(n), "facilitator-unquoted", fmt.Sprintf("students read this: `%s:` stands in no quote", label),
				"begin each of its lines with `> ` to keep it for facilitators; if it is for students, make it a heading")
		}
	}
}

// leaveOutLed takes what is led out of the tree, with the footnotes that
// nothing else refers to.
func (x panels) leaveOutLed(root ast.Node) {
	// The list of footnotes stands where the first of them was written, which
	// may be in what is left out.
	for _, list := range all(root, extast.KindFootnoteList) {
		moveTo(root, list)
	}
	found := false
	for _, n := range all(root, kindPanel) {
		if n.(*panelNode).kind.led {
			removeWithEmpty(n)
			for _, link := range all(n, extast.KindFootnoteLink) {
				link.(*extast.FootnoteLink).Index = -1
			}
			found = true
		}
	}
	if found {
		keepFootnotes(root)
	}
}

func moveTo(parent, n ast.Node) {
	n.Parent().RemoveChild(n.Parent(), n)
	parent.AppendChild(parent, n)
}

// removeWithEmpty removes a node, and the quotes and lists that held only it.
func removeWithEmpty(n ast.Node) {
	for parent := n.Parent(); parent != nil; n, parent = parent, parent.Parent() {
		parent.RemoveChild(parent, n)
		emptied := parent.Kind() == ast.KindBlockquote || parent.Kind() == ast.KindListItem || parent.Kind() == ast.KindList
		if parent.HasChildren() || !emptied {
			return
		}
	}
}

// keepFootnotes numbers the footnotes that the text refers to anew, and marks
// the others to be dropped. A footnote may be referred to by another.
func keepFootnotes(root ast.Node) {
	for _, list := range all(root, extast.KindFootnoteList) {
		root.RemoveChild(root, list)
		kept := map[int]bool{}
		follow(root, list, kept)
		root.AppendChild(root, list)
		number, fresh := 0, map[int]int{}
		for i := 1; i <= list.(*extast.FootnoteList).Count; i++ {
			fresh[i] = -1
			if kept[i] {
				number++
				fresh[i] = number
			}
		}
		list.(*extast.FootnoteList).Count = number
		for _, n := range all(list, extast.KindFootnote) {
			if note := n.(*extast.Footnote); note.Index > 0 {
				note.Index = fresh[note.Index]
			}
		}
		for _, n := range all(root, extast.KindFootnoteLink) {
			if link := n.(*extast.FootnoteLink); link.Index > 0 {
				link.Index = fresh[link.Index]
			}
		}
	}
}

// follow marks the footnotes that the links below n lead to.
func follow(n, list ast.Node, kept map[int]bool) {
	for _, found := range all(n, extast.KindFootnoteLink) {
		index := found.(*extast.FootnoteLink).Index
		if index < 0 || kept[index] {
			continue
		}
		kept[index] = true
		for _, note := range all(list, extast.KindFootnote) {
			if note.(*extast.Footnote).Index == index {
				follow(note, list, kept)
			}
		}
	}
}
