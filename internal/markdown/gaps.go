package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lectern/internal/prose"
	"lectern/internal/source"
)

// gaps reads [[lived / living]] in a question that is filled in. Anywhere else
// two brackets are two brackets.
type gaps struct{}

// fillIn is the keyword of the questions that have blanks.
const fillIn = "Fill in"

func (x gaps) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(prioritized(x, 140)), parser.WithASTTransformers(prioritized(x, 530)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(x, 100)))
}

// Trigger implements parser.InlineParser.
func (gaps) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser. What is not closed on its line is an
// opening too, its target beginning with the brackets, so that the question
// can report it.
func (gaps) Parse(parent ast.Node, block text.Reader, c parser.Context) ast.Node {
	line, segment := block.PeekLine()
	p := pageOf(c)
	if !bytes.HasPrefix(line, []byte("[[")) || !p.withBlanks(parent) {
		return nil
	}
	length, target := len(line), ""
	end, next := bytes.Index(line, []byte("]]")), bytes.Index(line[2:], []byte("[["))
	switch {
	case end >= 0 && (next < 0 || end < next+2):
		length, target = end+2, string(line[2:end])
	default:
		if next >= 0 {
			length = next + 2
		}
		line = bytes.TrimRight(line[:length], " \t\r\n")
		length, target = len(line), string(line)
	}
	block.Advance(length)
	return &blankNode{target: target, place: p.place(segment.Start, segment.Start+length)}
}

// withBlanks reports whether n is in a question that is filled in. The blocks
// are all known before the first line of text is read, so one look at them
// does for the page.
func (p *page) withBlanks(n ast.Node) bool {
	for n.Parent() != nil && n.Parent().Kind() != ast.KindDocument {
		n = n.Parent()
	}
	if p.blanks == nil && n.Parent() != nil {
		p.findBlanks(n.Parent())
	}
	return p.blanks[n]
}

func (p *page) findBlanks(root ast.Node) {
	p.blanks = map[ast.Node]bool{}
	for n := root.FirstChild(); n != nil; {
		heading, ok := n.(*ast.Heading)
		n = n.NextSibling()
		if !ok {
			continue
		}
		word, _ := p.wordOf(heading)
		if p.markdown.keywords.of(word) != fillIn {
			continue
		}
		nodes, after := p.extent(heading)
		p.blanks[heading] = true
		for _, inside := range nodes {
			p.blanks[inside] = true
		}
		n = after
	}
}

// Transform implements parser.ASTTransformer. A blank is a field, and a field
// in the text of a link could not be filled in.
func (gaps) Transform(root *ast.Document, _ text.Reader, c parser.Context) {
	p := pageOf(c)
	for _, n := range all(root, kindBlank) {
		blank, where := n.(*blankNode), "the text of a link"
		switch around(n, ast.KindLink, ast.KindImage) {
		case ast.KindImage:
			where = "the description of a picture"
		case ast.KindLink:
		default:
			continue
		}
		p.diags.Error(p.file, blank.place, "blank-in-link", "a blank cannot stand in "+where, "put it before or after")
		start, end := blank.place.Start-p.shift, blank.place.End-p.shift
		n.Parent().ReplaceChild(n.Parent(), n, ast.NewTextSegment(text.NewSegment(start, end)))
	}
}

type blankNode struct {
	ast.BaseInline
	target string
	place  source.Range
}

var kindBlank = ast.NewNodeKind("Blank")

func (*blankNode) Kind() ast.NodeKind           { return kindBlank }
func (n *blankNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

func (gaps) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindBlank, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if blank := n.(*blankNode); entering {
			recorderOf(w).open(prose.Blank, blank.target, blank.place)
		}
		return ast.WalkContinue, nil
	})
}
