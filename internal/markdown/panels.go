package markdown

import (
	"fmt"
	"regexp"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lectern/internal/prose"
	"lectern/internal/source"
)

// panels turns quotes that begin with a label (> **Note:** …) or an alert
// (> [!NOTE]) into labelled panels. Every other quote stays a quotation.
type panels struct{ options Options }

// A panelKind is what a label stands for.
type panelKind struct{ name, icon, label string }

var panelKinds = []panelKind{
	{"note", "note", "Note"},
	{"takeaway", "key", "Key takeaway"},
	{"practice", "practice", "Practice"},
	{"voice", "quote", "In their words"},
	{"care", "care", "Take care"},
	{"warning", "warning", "Warning"},
	{"tip", "tip", "Tip"},
	{"important", "important", "Important"},
	{"caution", "caution", "Caution"},
	{facilitator, "people", "Facilitator"},
}

const facilitator = "facilitator"

func (x panels) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithASTTransformers(prioritized(x, 520)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(x, 100)))
}

// kindOf finds a panel by its label in English or in the course's language.
func (x panels) kindOf(label string) (panelKind, bool) {
	label = asInDictionary(label)
	for _, k := range panelKinds {
		if label == asInDictionary(k.label) || label == asInDictionary(x.options.Say("panel-"+k.name)) {
			return k, true
		}
	}
	return panelKind{}, false
}

// Transform implements parser.ASTTransformer.
func (x panels) Transform(root *ast.Document, _ text.Reader, c parser.Context) {
	p := pageOf(c)
	for _, quote := range all(root, ast.KindBlockquote) {
		first, ok := quote.FirstChild().(*ast.Paragraph)
		if !ok {
			continue
		}
		panel := x.fromLabel(p, first)
		if panel == nil {
			panel = x.fromAlert(p, first)
		}
		if panel == nil {
			continue
		}
		if panel.kind.name == facilitator && !x.options.Facilitator {
			quote.Parent().RemoveChild(quote.Parent(), quote)
			continue
		}
		if !first.HasChildren() {
			quote.RemoveChild(quote, first)
		}
		moveInto(panel, quote)
	}
}

func (x panels) fromLabel(p *page, first *ast.Paragraph) *panelNode {
	label, ok := p.labelAt(first.FirstChild())
	if !ok {
		return nil
	}
	kind, ok := x.kindOf(label)
	if !ok {
		return nil
	}
	p.dropLabel(first.FirstChild())
	return &panelNode{kind: kind, label: label}
}

var alert = regexp.MustCompile(`^\[!([A-Za-z]+)\][ \t]*\n?$`)

func (x panels) fromAlert(p *page, first *ast.Paragraph) *panelNode {
	if first.Lines().Len() == 0 {
		return nil
	}
	line := first.Lines().At(0)
	m := alert.FindSubmatch(line.Value(p.text))
	if m == nil {
		return nil
	}
	kind, ok := x.kindOf(string(m[1]))
	if !ok || kind.name == facilitator {
		return nil
	}
	for n := first.FirstChild(); n != nil && startOf(n) < line.Stop; n = first.FirstChild() {
		first.RemoveChild(first, n)
	}
	return &panelNode{kind: kind, label: x.options.Say("panel-" + kind.name)}
}

// all returns the nodes of a kind, so that the tree may be changed meanwhile.
func all(root ast.Node, kind ast.NodeKind) []ast.Node {
	var found []ast.Node
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() == kind {
			found = append(found, n)
		}
		return ast.WalkContinue, nil
	})
	return found
}

// moveInto puts the children of old into fresh, and fresh in old's place.
func moveInto(fresh, old ast.Node) {
	for _, c := range childrenOf(old) {
		old.RemoveChild(old, c)
		fresh.AppendChild(fresh, c)
	}
	old.Parent().ReplaceChild(old.Parent(), old, fresh)
}

type panelNode struct {
	ast.BaseBlock
	kind  panelKind
	label string
}

var kindPanel = ast.NewNodeKind("Panel")

func (*panelNode) Kind() ast.NodeKind           { return kindPanel }
func (n *panelNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

func (panels) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindPanel, renderPanel)
}

func renderPanel(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*panelNode)
	if !entering {
		w.WriteString("</div>\n")
		return ast.WalkContinue, nil
	}
	fmt.Fprintf(w, `<div class="note note-%s" role="note">`+"\n"+`<p class="note-label">`, n.kind.name)
	recorderOf(w).open(prose.Icon, n.kind.icon, source.Range{})
	fmt.Fprintf(w, "%s</p>\n", util.EscapeHTML([]byte(n.label)))
	return ast.WalkContinue, nil
}
