package markdown

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"lectern/internal/diag"
	"lectern/internal/source"
)

// maxLabel is the longest label in bytes; longer bold text is just bold text.
const maxLabel = 40

// labelAt returns the words of the bold label that begins at the inline node
// n, as in **Why:** or **Why**: and false when there is none.
func (p *page) labelAt(n ast.Node) (string, bool) {
	bold, ok := n.(*ast.Emphasis)
	if !ok || bold.Level != 2 {
		return "", false
	}
	words := strings.TrimSpace(wordsIn(bold, p.text))
	if len(words) > maxLabel {
		return "", false
	}
	if label, found := strings.CutSuffix(words, ":"); found {
		return strings.TrimSpace(label), true
	}
	if _, ok := p.colonAfter(bold); ok {
		return words, true
	}
	return "", false
}

// colonAfter tells how many bytes a colon right after a bold label takes, with
// the space before it that French writes.
func (p *page) colonAfter(bold ast.Node) (length int, ok bool) {
	next, ok := bold.NextSibling().(*ast.Text)
	if !ok {
		return 0, false
	}
	words := string(next.Value(p.text))
	rest := words
	for _, space := range []string{" ", "\u00a0", "\u202f"} {
		rest = strings.TrimPrefix(rest, space)
	}
	return len(words) - len(rest) + 1, strings.HasPrefix(rest, ":")
}

// dropLabel takes the label at n out of its paragraph, with its colon and the
// blanks after it.
func (p *page) dropLabel(n ast.Node) {
	parent := n.Parent()
	if next, ok := n.NextSibling().(*ast.Text); ok {
		if length, ok := p.colonAfter(n); ok && !strings.HasSuffix(strings.TrimSpace(wordsIn(n, p.text)), ":") {
			next.Segment = next.Segment.WithStart(next.Segment.Start + length)
		}
		next.Segment = next.Segment.TrimLeftSpace(p.text)
		if next.Segment.IsEmpty() {
			parent.RemoveChild(parent, next)
		}
	}
	parent.RemoveChild(parent, n)
}

// part is a run of blocks of a quote that belong to one label.
type part struct {
	label string // as written; "" before the first label
	at    int    // offset of the label, or of the quote
	nodes []ast.Node
}

// splitLabels cuts a quote's blocks at the bold labels that begin a line. It
// takes the quote apart: the blocks move into the parts.
func (p *page) splitLabels(quote ast.Node, known func(string) bool) []part {
	parts := []part{{at: startOf(quote)}}
	for _, block := range childrenOf(quote) {
		quote.RemoveChild(quote, block)
		if block.Kind() != ast.KindParagraph && block.Kind() != ast.KindTextBlock {
			last := &parts[len(parts)-1]
			last.nodes = append(last.nodes, block)
			continue
		}
		parts = p.splitParagraph(block, known, parts)
	}
	return parts
}

func (p *page) splitParagraph(block ast.Node, known func(string) bool, parts []part) []part {
	var current ast.Node
	take := func(n ast.Node) {
		if current == nil {
			current = ast.NewParagraph()
			last := &parts[len(parts)-1]
			last.nodes = append(last.nodes, current)
		}
		block.RemoveChild(block, n)
		current.AppendChild(current, n)
	}
	lineStart := true
	for n := block.FirstChild(); n != nil; n = block.FirstChild() {
		label, isLabel := p.labelAt(n)
		if lineStart && isLabel && known(label) {
			parts = append(parts, part{label: label, at: startOf(n)})
			endLine(current)
			current = nil
			p.dropLabel(n)
			continue
		}
		text, isText := n.(*ast.Text)
		lineStart = isText && (text.SoftLineBreak() || text.HardLineBreak())
		take(n)
	}
	return parts
}

// endLine takes the line break off the end of a paragraph that was cut.
func endLine(paragraph ast.Node) {
	if paragraph == nil {
		return
	}
	if last, ok := paragraph.LastChild().(*ast.Text); ok {
		last.SetSoftLineBreak(false)
		last.SetHardLineBreak(false)
	}
}

// reportLabelSlips reports labels of a quote that are nearly one of known.
func (p *page) reportLabelSlips(quote ast.Node, known []string) {
	for _, block := range childrenOf(quote) {
		for n := block.FirstChild(); n != nil; n = n.NextSibling() {
			label, ok := p.labelAt(n)
			if ok && beginsLine(n) && !p.isPartLabel(label) && isSlip(label, known) {
				p.diags.Error(p.file, p.wordsPlace(n), "label-unknown", fmt.Sprintf("unknown label `%s:`", label), diag.DidYouMean(label, known))
			}
			if !ok && beginsLine(n) {
				p.warnPlainLabel(n, known)
			}
		}
	}
}

// warnPlainLabel warns of a label at n that lacks its stars or its colon.
func (p *page) warnPlainLabel(n ast.Node, known []string) {
	label, place := "", source.Range{}
	switch n := n.(type) {
	case *ast.Emphasis:
		label, place = strings.TrimSpace(wordsIn(n, p.text)), p.wordsPlace(n)
	case *ast.Text:
		words, _, hasColon := strings.Cut(string(n.Value(p.text)), ":")
		if !hasColon {
			return
		}
		label, place = strings.TrimSpace(words), p.place(n.Segment.Start, n.Segment.Start+len(words)+1)
	}
	if english := p.partLabel(label); english != "" && slices.ContainsFunc(known, func(k string) bool { return p.partLabel(k) == english }) {
		p.diags.Warn(p.file, place, "label-unknown", fmt.Sprintf("`%s` is a label only in bold and with a colon, and is shown as words of the question", label),
			"write `**"+label+":**`")
	}
}

// wordsPlace is where the words of an inline node stand.
func (p *page) wordsPlace(n ast.Node) source.Range {
	first, ok := n.FirstChild().(*ast.Text)
	last, also := n.LastChild().(*ast.Text)
	if !ok || !also {
		return p.lineOf(startOf(n))
	}
	return p.place(first.Segment.Start, last.Segment.Stop)
}

func beginsLine(n ast.Node) bool {
	if n.PreviousSibling() == nil {
		return true
	}
	before, ok := n.PreviousSibling().(*ast.Text)
	return ok && (before.SoftLineBreak() || before.HardLineBreak())
}

// isSlip reports whether a word is so near to one of known that nothing else
// can have been meant. Names of three letters, as in "Sam: …", are too short to
// tell.
func isSlip(word string, known []string) bool {
	near := diag.Nearest(word, known)
	return near != "" && (strings.EqualFold(word, near) || len(word) > 3 && diag.Distance(word, near) <= max(1, len(near)/4))
}

func childrenOf(n ast.Node) []ast.Node {
	var out []ast.Node
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = append(out, c)
	}
	return out
}
