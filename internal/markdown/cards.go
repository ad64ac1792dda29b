package markdown

import (
	"fmt"
	"slices"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/source"
)

// cards turns a list whose every item begins with :name: into a grid of cards
// with icons. It stays a list.
type cards struct{}

func (x cards) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithASTTransformers(prioritized(x, 510)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(x, 100)))
}

var iconName = once.Regexp(`^:([a-z][a-z0-9-]*):[ \t]+`)

// Transform implements parser.ASTTransformer.
func (cards) Transform(root *ast.Document, _ text.Reader, c parser.Context) {
	p := pageOf(c)
	for _, list := range all(root, ast.KindList) {
		items := childrenOf(list)
		if list.(*ast.List).IsOrdered() || slices.ContainsFunc(items, func(n ast.Node) bool { return p.iconOf(n) == nil }) {
			continue
		}
		list.SetAttributeString("class", []byte("cards"))
		list.SetAttributeString("role", []byte("list"))
		for _, item := range items {
			p.makeCard(item)
		}
	}
}

// iconOf matches the :name: at the start of a list item.
func (p *page) iconOf(item ast.Node) []int {
	first := firstText(item)
	if first == nil {
		return nil
	}
	// The name may lie over several text nodes, so it is matched in the source.
	line := p.text[first.Segment.Start:]
	return iconName.FindSubmatchIndex(line[:min(len(line), 80)])
}

func firstText(item ast.Node) *ast.Text {
	block := item.FirstChild()
	if block == nil || block.Type() != ast.TypeBlock {
		return nil
	}
	first, _ := block.FirstChild().(*ast.Text)
	return first
}

func (p *page) makeCard(item ast.Node) {
	at := p.iconOf(item)
	start := firstText(item).Segment.Start
	name := string(p.text[start+at[2] : start+at[3]])
	place := p.place(start+at[2], start+at[3])
	if !slices.Contains(p.options.Icons, name) {
		p.diags.Error(p.file, place, "icon-unknown", fmt.Sprintf("there is no icon named `%s`", name), diag.DidYouMean(name, p.options.Icons))
	}
	trimStart(item.FirstChild(), start+at[1])
	words := &cardText{}
	for _, block := range childrenOf(item) {
		item.RemoveChild(item, block)
		words.AppendChild(words, block)
	}
	item.AppendChild(item, &iconNode{name: name, place: place})
	item.AppendChild(item, words)
}

// cardText holds what a card says, beside its icon.
type cardText struct{ ast.BaseBlock }

var kindCardText = ast.NewNodeKind("CardText")

func (*cardText) Kind() ast.NodeKind           { return kindCardText }
func (n *cardText) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

func renderCardText(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.WriteString(`<div class="card-text">`)
	} else {
		w.WriteString("</div>")
	}
	return ast.WalkContinue, nil
}

// trimStart drops the text of a block that lies before the offset.
func trimStart(block ast.Node, offset int) {
	for n := block.FirstChild(); n != nil; n = block.FirstChild() {
		t, ok := n.(*ast.Text)
		switch {
		case ok && t.Segment.Stop <= offset:
			block.RemoveChild(block, n)
		case ok && t.Segment.Start < offset:
			t.Segment = t.Segment.WithStart(offset)
			return
		default:
			return
		}
	}
}

type iconNode struct {
	ast.BaseInline
	name  string
	place source.Range
}

var kindIcon = ast.NewNodeKind("Icon")

func (*iconNode) Kind() ast.NodeKind           { return kindIcon }
func (n *iconNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

func (cards) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindIcon, renderIcon)
	r.Register(kindCardText, renderCardText)
}

func renderIcon(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if n := node.(*iconNode); entering {
		recorderOf(w).open(prose.Icon, n.name, n.place)
	}
	return ast.WalkContinue, nil
}
