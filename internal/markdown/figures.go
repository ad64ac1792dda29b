package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// figures turns a picture that is alone in its paragraph into a figure; its
// title becomes the caption.
type figures struct{}

func (x figures) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithASTTransformers(prioritized(x, 500)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(x, 100)))
}

// Transform implements parser.ASTTransformer.
func (figures) Transform(root *ast.Document, _ text.Reader, _ parser.Context) {
	for _, paragraph := range all(root, ast.KindParagraph) {
		image, ok := paragraph.FirstChild().(*ast.Image)
		if !ok || paragraph.ChildCount() != 1 {
			continue
		}
		figure := &figureNode{}
		if string(image.Title) != decorative {
			figure.caption, image.Title = image.Title, nil
		}
		moveInto(figure, paragraph)
	}
}

type figureNode struct {
	ast.BaseBlock
	caption []byte
}

var kindFigure = ast.NewNodeKind("Figure")

func (*figureNode) Kind() ast.NodeKind           { return kindFigure }
func (n *figureNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

func (figures) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindFigure, renderFigure)
}

func renderFigure(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*figureNode)
	if entering {
		w.WriteString("<figure>")
		return ast.WalkContinue, nil
	}
	if len(n.caption) > 0 {
		w.WriteString("<figcaption>")
		html.DefaultWriter.Write(w, n.caption)
		w.WriteString("</figcaption>")
	}
	w.WriteString("</figure>\n")
	return ast.WalkContinue, nil
}
