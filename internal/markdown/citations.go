package markdown

import (
	"regexp"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lectern/internal/prose"
	"lectern/internal/source"
)

// citations reads [@tracy2016, p. 143] and @tracy2016. Which works there are
// is not known here, so both become openings.
type citations struct{}

func (x citations) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(prioritized(x, 150)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(x, 100)))
}

// Trigger implements parser.InlineParser.
func (citations) Trigger() []byte { return []byte{'[', '@'} }

var (
	bracketed = regexp.MustCompile(`^\[((?:see |cf\. |e\.g\.,? )?@[A-Za-z0-9_][^\[\]\n]*)\]`)
	mentioned = regexp.MustCompile(`^@[A-Za-z][A-Za-z0-9_]*(?:[-:.][A-Za-z0-9_]+)*`)
)

// Parse implements parser.InlineParser.
func (citations) Parse(_ ast.Node, block text.Reader, c parser.Context) ast.Node {
	line, segment := block.PeekLine()
	p := pageOf(c)
	if m := bracketed.FindSubmatch(line); m != nil && !isLink(line[len(m[0]):], m[1], c) {
		block.Advance(len(m[0]))
		return &citationNode{kind: prose.Citation, target: string(m[1]), place: p.place(segment.Start, segment.Start+len(m[0]))}
	}
	if before := block.PrecendingCharacter(); line[0] == '@' && !unicode.IsLetter(before) && !unicode.IsDigit(before) {
		if m := mentioned.Find(line); m != nil {
			block.Advance(len(m))
			return &citationNode{kind: prose.Mention, target: string(m), place: p.place(segment.Start, segment.Start+len(m))}
		}
	}
	return nil
}

// isLink reports whether the brackets are the text or the label of a link.
func isLink(after, label []byte, c parser.Context) bool {
	if len(after) > 0 && (after[0] == '(' || after[0] == '[') {
		return true
	}
	_, defined := c.Reference(util.ToLinkReference(label))
	return defined
}

type citationNode struct {
	ast.BaseInline
	kind   prose.Kind
	target string
	place  source.Range
}

var kindCitation = ast.NewNodeKind("Citation")

func (*citationNode) Kind() ast.NodeKind           { return kindCitation }
func (n *citationNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

func (citations) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindCitation, renderCitation)
}

func renderCitation(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if n := node.(*citationNode); entering {
		recorderOf(w).open(n.kind, n.target, n.place)
	}
	return ast.WalkContinue, nil
}
