package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

// answers reads a list below a question's heading. It takes the markers out of
// the tree, so the list must have been rendered as prose before.
func (p *page) answers(list *ast.List) *quiz.List {
	out := &quiz.List{Ordered: list.IsOrdered()}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		out.Items = append(out.Items, p.answer(item))
	}
	return out
}

func (p *page) answer(node ast.Node) quiz.Item {
	item := quiz.Item{At: p.lineOf(startOf(node))}
	var from int
	item.Marker, from, item.Source = p.markerOf(node)
	for i, child := range childrenOf(node) {
		switch {
		case i == 0 && isParagraph(child):
			item.At = p.firstLine(child)
			p.dropMarker(child, from)
			item.Pinned = p.dropPin(child)
			item.Source = strings.TrimSpace(strings.TrimSuffix(item.Source, pin))
			item.Text = p.renderInside(child)
		case child.Kind() == ast.KindBlockquote:
			p.addFeedback(&item, child)
		case child.Kind() == kindPanel:
			item.Feedback = prose.Join(item.Feedback, p.render(child))
		default:
			if item.Extra == (source.Range{}) {
				item.Extra = p.lineOf(startOf(child))
			}
		}
	}
	return item
}

func (p *page) addFeedback(item *quiz.Item, quote ast.Node) {
	p.reportLabelSlips(quote, p.markdown.labels.writtenFor(quiz.LabelLeftOut))
	isLeftOut := func(label string) bool { return p.partLabel(label) == quiz.LabelLeftOut }
	for _, part := range p.splitLabels(quote, isLeftOut) {
		text := p.renderAll(part.nodes)
		if part.label == "" {
			item.Feedback = prose.Join(item.Feedback, text)
		} else {
			item.LeftOut = prose.Join(item.LeftOut, text)
		}
	}
}

func isParagraph(n ast.Node) bool {
	return n.Kind() == ast.KindParagraph || n.Kind() == ast.KindTextBlock
}

func (p *page) firstLine(block ast.Node) source.Range {
	line := block.Lines().At(0)
	trimmed := strings.TrimRight(string(line.Value(p.text)), " \t\n")
	return p.place(line.Start, line.Start+len(trimmed))
}

var markerPattern = once.Regexp(`^(?:\(\s*([xX✓]?)\s*\)|\[\s*([xX✓]?)\s*\]|(=|~|!=))(?:[ \t]+|$)`)

// markerOf returns the marker a list item begins with in its one spelling, how
// many bytes it takes with the blanks after it, and the rest of the item's
// first paragraph as it was written.
func (p *page) markerOf(item ast.Node) (marker string, length int, rest string) {
	block := item.FirstChild()
	if block == nil || !isParagraph(block) || block.Lines().Len() == 0 {
		return "", 0, ""
	}
	words := strings.TrimSpace(string(block.Lines().Value(p.text)))
	m := markerPattern.FindStringSubmatch(words)
	if m == nil {
		return "", 0, oneLine(words)
	}
	switch {
	case m[3] != "":
		marker = m[3]
	case words[0] == '(':
		marker = "(" + tick(m[1]) + ")"
	default:
		marker = "[" + tick(m[2]) + "]"
	}
	return marker, len(m[0]), oneLine(words[len(m[0]):])
}

func tick(written string) string {
	if written == "" {
		return " "
	}
	return "x"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// dropMarker takes the marker out of an item's first paragraph. goldmark has
// made a checkbox of [x] and [ ].
func (p *page) dropMarker(block ast.Node, length int) {
	dropTask(block)
	if length > 0 {
		trimStart(block, block.Lines().At(0).Start+length)
	}
}

// pin ends an answer that keeps its place when the others are shuffled.
const pin = "{pinned}"

// dropPin takes the pin off the end of an item's first paragraph and reports
// whether there was one.
func (p *page) dropPin(block ast.Node) bool {
	last, ok := block.LastChild().(*ast.Text)
	if !ok {
		return false
	}
	words := strings.TrimRight(string(last.Segment.Value(p.text)), " \t")
	if !strings.HasSuffix(words, pin) {
		return false
	}
	words = strings.TrimRight(strings.TrimSuffix(words, pin), " \t")
	last.Segment = last.Segment.WithStop(last.Segment.Start + len(words))
	return true
}

// hasMarkers reports whether any item of a list is marked as an answer.
func (p *page) hasMarkers(list ast.Node) bool {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if marker, _, _ := p.markerOf(item); marker != "" {
			return true
		}
	}
	return false
}
