package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/quiz"
)

// fillBlock turns the nodes below a question's heading into its pieces.
func (p *page) fillBlock(block *quiz.Block, nodes []ast.Node) {
	block.Settings = yamlx.Node{Kind: yamlx.Mapping, At: block.HeadingAt}
	first := 0 // remarks may stand above the settings
	for first < len(nodes) && p.isSilence(nodes[first]) {
		first++
	}
	for i, n := range nodes {
		if settings, at, ok := p.settings(n); ok {
			if i > first {
				p.diags.Error(p.file, p.lineOf(startOf(n)), "settings-misplaced", "these settings stand too low to belong to the question",
					"put them right below its heading")
			}
			block.Settings, block.SettingsAt = settings, at
			continue
		}
		block.Pieces = append(block.Pieces, p.pieces(n)...)
	}
}

// settings reads a comment that holds YAML, and tells where that stands. Other
// comments are left alone.
func (p *page) settings(n ast.Node) (node yamlx.Node, at source.Range, ok bool) {
	block, ok := n.(*ast.HTMLBlock)
	if !ok || block.Lines().Len() == 0 || p.isOpenComment(block) {
		return node, at, false
	}
	raw, start := rawBlock(block, p.text), block.Lines().At(0).Start
	m := comment.FindSubmatchIndex(raw)
	if m == nil || !looksLikeSettings(raw[m[2]:m[3]]) {
		return node, at, false
	}
	at = p.place(start+m[2], start+m[3])
	node, _ = yamlx.Parse(p.file, at, p.diags)
	return node, at, true
}

var silence = once.Regexp(`^\s*check\s*:`)

// isSilence reports whether n is a comment for `lectern check`.
func (p *page) isSilence(n ast.Node) bool {
	block, ok := n.(*ast.HTMLBlock)
	if !ok {
		return false
	}
	m := comment.FindSubmatch(rawBlock(block, p.text))
	return m != nil && silence.Match(m[1])
}

var (
	firstKey     = once.Regexp(`^(\w+)\s*:`)
	settingsKeys = []string{"id", "was", "objective", "points", "tries", "shuffle", "scoring", "confidence", "accents", "mode", "pick", "pass"}
)

// looksLikeSettings tells settings, slips of the fingers included, from a
// remark such as "TODO: ask Sam".
func looksLikeSettings(words []byte) bool {
	words = bytes.TrimSpace(words)
	m := firstKey.FindSubmatch(words)
	return bytes.HasPrefix(words, []byte("{")) || m != nil && isSlip(string(m[1]), settingsKeys)
}

// pieces turns one node below a question's heading into pieces.
func (p *page) pieces(n ast.Node) []quiz.Piece {
	at := p.lineOf(startOf(n))
	switch node := n.(type) {
	case *ast.Blockquote:
		return p.quotePieces(node, at)
	case *ast.Heading:
		heading := &quiz.Heading{Words: p.renderInside(node), Name: Slug(string(node.Lines().Value(p.text))), ID: headingID(node)}
		return []quiz.Piece{{Text: p.render(node), Heading: heading, At: at}}
	case *ast.List:
		text := p.render(node)
		return []quiz.Piece{{Text: text, List: p.answers(node), At: at}}
	}
	return []quiz.Piece{{Text: p.render(n), At: at}}
}

func (p *page) quotePieces(quote *ast.Blockquote, at source.Range) []quiz.Piece {
	previous := quote.PreviousSibling()
	touches := previous != nil && previous.Kind() == ast.KindList && !quote.HasBlankPreviousLines()
	p.reportLabelSlips(quote, p.markdown.labels.written)
	var out []quiz.Piece
	for _, part := range p.splitLabels(quote, p.isPartLabel) {
		if part.label == "" {
			if len(part.nodes) > 0 {
				out = append(out, quiz.Piece{Text: p.renderAll(asQuote(part.nodes)), At: at, Touches: touches})
			}
			continue
		}
		out = append(out, quiz.Piece{Text: p.renderAll(part.nodes), Label: p.partLabel(part.label), At: p.lineOf(part.at)})
	}
	return out
}

func asQuote(nodes []ast.Node) []ast.Node {
	quote := ast.NewBlockquote()
	for _, n := range nodes {
		quote.AppendChild(quote, n)
	}
	return []ast.Node{quote}
}

func (p *page) renderAll(nodes []ast.Node) prose.Text {
	return p.recorded(func(r *recorder) {
		for _, n := range nodes {
			p.renderTo(r, n)
		}
	})
}

// partLabel is the English label of a part of a question, or "".
func (p *page) partLabel(written string) string { return p.markdown.labels.of(written) }

func (p *page) isPartLabel(written string) bool { return p.partLabel(written) != "" }
