package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// tasks makes the words of a GFM task the label of its box, so that the box has
// a name for those who cannot see what stands beside it.
type tasks struct{}

func (x tasks) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithASTTransformers(prioritized(x, 550)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(x, 100)))
}

// Transform implements parser.ASTTransformer.
func (tasks) Transform(root *ast.Document, _ text.Reader, _ parser.Context) {
	for _, box := range all(root, extast.KindTaskCheckBox) {
		block := box.Parent()
		block.Parent().SetAttributeString("class", []byte("task-list-item"))
		block.AppendChild(block, &taskEnd{})
	}
}

// taskEnd closes the label that a box opens.
type taskEnd struct{ ast.BaseInline }

var kindTaskEnd = ast.NewNodeKind("TaskEnd")

func (*taskEnd) Kind() ast.NodeKind           { return kindTaskEnd }
func (n *taskEnd) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// dropTask takes the box and its label out of a block that begins with one.
func dropTask(block ast.Node) {
	if block.FirstChild() != nil && block.FirstChild().Kind() == extast.KindTaskCheckBox {
		block.RemoveChild(block, block.FirstChild())
		block.RemoveChild(block, block.LastChild())
	}
}

func (tasks) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(extast.KindTaskCheckBox, renderBox)
	r.Register(kindTaskEnd, renderTaskEnd)
}

func renderBox(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	w.WriteString(`<label><input type="checkbox" disabled`)
	if node.(*extast.TaskCheckBox).IsChecked {
		w.WriteString(" checked")
	}
	_, err := w.WriteString("> ")
	return ast.WalkContinue, err
}

func renderTaskEnd(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.WriteString("</label>")
	}
	return ast.WalkContinue, nil
}
