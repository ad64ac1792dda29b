package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"lectern/internal/once"
)

// rawHTML passes an author's HTML on, when the course allows it. Comments are
// for authors: they stay behind.
type rawHTML struct{ options Options }

func (x rawHTML) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(x, 100)))
}

func (x rawHTML) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindHTMLBlock, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			x.write(w, rawBlock(n.(*ast.HTMLBlock), src))
		}
		return ast.WalkContinue, nil
	})
	r.Register(ast.KindRawHTML, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			x.write(w, n.(*ast.RawHTML).Segments.Value(src))
		}
		return ast.WalkSkipChildren, nil
	})
}

// comment is one comment and nothing else.
var comment = once.Regexp(`^\s*<!--((?:[^-]|-[^-]|--[^>])*)-->\s*$`)

func (x rawHTML) write(w util.BufWriter, raw []byte) {
	if !x.options.HTML || comment.Match(raw) {
		return
	}
	recorderOf(w).aroundLink(raw)
	w.Write(raw)
}

// rawBlock is the whole text of a block of HTML.
func rawBlock(n *ast.HTMLBlock, src []byte) []byte {
	raw := n.Lines().Value(src)
	if n.HasClosure() {
		raw = append(raw, n.ClosureLine.Value(src)...)
	}
	return raw
}

var (
	startTag = once.Regexp(`(?i)<(?:details|div|section|article|aside|figure|center|blockquote|table|td|ul|ol|li)(?:[\s>])`)
	endTag   = once.Regexp(`(?i)</(?:details|div|section|article|aside|figure|center|blockquote|table|td|ul|ol|li)\s*>`)
)

// opens tells how many more elements a block of HTML begins than it ends.
func (p *page) opens(n *ast.HTMLBlock) int {
	raw := rawBlock(n, p.text)
	if comment.Match(raw) {
		return 0
	}
	return len(startTag.FindAll(raw, -1)) - len(endTag.FindAll(raw, -1))
}
