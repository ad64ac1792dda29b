package markdown

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lectern/internal/diagram"
)

// diagrams draws the fenced blocks ```rings and ```pathway. Their source is a
// plain list, and that list is the drawing's text alternative.
type diagrams struct{ options Options }

func (x diagrams) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithASTTransformers(prioritized(x, 530)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(x, 100)))
}

// Transform implements parser.ASTTransformer.
func (x diagrams) Transform(root *ast.Document, _ text.Reader, c parser.Context) {
	p := pageOf(c)
	for _, node := range all(root, ast.KindFencedCodeBlock) {
		block := node.(*ast.FencedCodeBlock)
		kind := string(block.Language(p.text))
		if !slices.Contains(diagram.Kinds(), kind) {
			continue
		}
		p.drawings++
		drawn, problem := x.words().Draw(kind, string(block.Lines().Value(p.text)), fmt.Sprintf("drawing-%d", p.drawings))
		if problem != nil {
			at := p.offsetIn(block, problem.Offset)
			p.diags.Error(p.file, p.lineOf(at), "diagram-bad", problem.Text, problem.Hint)
			continue
		}
		figure := &drawingNode{html: x.figure(kind, drawn)}
		block.Parent().ReplaceChild(block.Parent(), block, figure)
	}
}

// offsetIn turns an offset in a block's text into one in the page's: the lines
// of a block in a quote or a list do not follow each other in the file.
func (p *page) offsetIn(block ast.Node, offset int) int {
	lines := block.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		if offset < line.Len() || i == lines.Len()-1 {
			return line.Start + min(offset, line.Len())
		}
		offset -= line.Len()
	}
	return startOf(block)
}

func (x diagrams) words() diagram.Words {
	say := x.options.Say
	return diagram.Words{
		Centre: say("diagram-centre"), Ring: say("diagram-ring"), Outer: say("diagram-outer"),
		Over: say("diagram-over"), Both: say("diagram-both"),
	}
}

func (x diagrams) figure(kind string, d diagram.Drawing) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<figure class="diagram diagram-%s">%s<figcaption>%s`, kind, d.SVG, html.EscapeString(d.Title))
	fmt.Fprintf(&b, "<details class=\"as-text\"><summary>%s</summary>%s</details></figcaption></figure>\n", html.EscapeString(x.options.Say("diagram-as-text")), d.List)
	return b.String()
}

type drawingNode struct {
	ast.BaseBlock
	html string
}

var kindDrawing = ast.NewNodeKind("Drawing")

func (*drawingNode) Kind() ast.NodeKind           { return kindDrawing }
func (n *drawingNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

func (diagrams) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindDrawing, renderDrawing)
}

func renderDrawing(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if n := node.(*drawingNode); entering {
		w.WriteString(n.html)
	}
	return ast.WalkSkipChildren, nil
}
