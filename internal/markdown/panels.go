package markdown

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/source"
)

// panels turns quotes that begin with a label (> **Note:** …) or an alert
// (> [!NOTE]) into labelled panels. Every other quote stays a quotation.
type panels struct {
	options Options
	names   [][2]string // of each of panelKinds, in English and in the course's language, as closed makes them
}

func newPanels(o Options) panels {
	x := panels{options: o}
	for _, k := range panelKinds {
		x.names = append(x.names, [2]string{closed(k.label), closed(o.Say("panel-" + k.name))})
	}
	return x
}

// A panelKind is what a label stands for. What is led is for facilitators only.
type panelKind struct {
	name, icon, label string
	led               bool
}

var panelKinds = []panelKind{
	{"note", "note", "Note", false},
	{"takeaway", "key", "Key takeaway", false},
	{"practice", "practice", "Practice", false},
	{"voice", "quote", "In their words", false},
	{"care", "care", "Take care", false},
	{"warning", "warning", "Warning", false},
	{"tip", "tip", "Tip", false},
	{"important", "important", "Important", false},
	{"caution", "caution", "Caution", false},
	{facilitator, "people", "Facilitator", true},
	{discussion, "talk", "Discussion", true},
	{rolePlay, "handshake", "Role-play", true},
}

func (x panels) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithASTTransformers(prioritized(x, 520)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(x, 100)))
}

// kindOf finds a panel by its label in English or in the course's language.
// Hyphens and blanks in it do not count: a role play is a role-play.
func (x panels) kindOf(label string) (panelKind, bool) {
	label = closed(label)
	for i, names := range x.names {
		if label == names[0] || label == names[1] {
			return panelKinds[i], true
		}
	}
	return panelKind{}, false
}

var joints = strings.NewReplacer("-", "", " ", "", "\u00a0", "", "\u2011", "")

func closed(label string) string { return joints.Replace(asInDictionary(label)) }

// Transform implements parser.ASTTransformer.
func (x panels) Transform(root *ast.Document, _ text.Reader, c parser.Context) {
	p := pageOf(c)
	x.reportUnquoted(p, root)
	for _, quote := range all(root, ast.KindBlockquote) {
		for quote != nil {
			rest, end := x.cutLed(p, quote)
			switch panel := x.makePanel(p, quote); {
			case panel == nil:
				x.reportLedSlips(p, quote, end)
			case !panel.kind.led:
				x.reportLedSlips(p, panel, end)
			}
			quote = rest
		}
	}
	if !x.options.Facilitator {
		x.leaveOutLed(root)
	}
}

// makePanel puts a panel into the place of a quote that begins with the name of
// one, and returns it.
func (x panels) makePanel(p *page, quote ast.Node) *panelNode {
	first, ok := quote.FirstChild().(*ast.Paragraph)
	if !ok {
		return nil
	}
	panel := x.fromLabel(p, first)
	if panel == nil {
		panel = x.fromAlert(p, first)
	}
	if panel == nil {
		return nil
	}
	var title ast.Node
	if panel.kind.name == rolePlay {
		title = titleOf(first)
	}
	if !first.HasChildren() {
		quote.RemoveChild(quote, first)
	}
	moveInto(panel, quote)
	if panel.kind.name == rolePlay {
		p.listRoles(panel)
	}
	if title != nil {
		panel.InsertBefore(panel, panel.FirstChild(), title)
	}
	return panel
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

var alert = once.Regexp(`^\[!(\pL[\pL -]*)\][ \t]*\n?$`)

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
	if !ok {
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
	r.Register(kindPlayTitle, renderPlayTitle)
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
