package markdown

import (
	"slices"
	"unicode"

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

// citations reads [@tracy2016, p. 143] and @tracy2016. Which works there are
// is not known here, so both become openings.
type citations struct{}

func (x citations) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(prioritized(x, 150)), parser.WithASTTransformers(prioritized(x, 540)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(x, 100)))
}

// Trigger implements parser.InlineParser.
func (citations) Trigger() []byte { return []byte{'[', '@'} }

var (
	bracketed = once.Regexp(`^\[((?:see |cf\. |e\.g\.,? )?@[A-Za-z0-9_][^\[\]\n]*)\]`)
	mentioned = once.Regexp(`^@[A-Za-z][A-Za-z0-9_]*(?:[-:.][A-Za-z0-9_]+)*`)
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

// Transform implements parser.ASTTransformer. A citation is a link itself, so
// it cannot stand in the text of a link, and a description is plain words.
func (citations) Transform(root *ast.Document, _ text.Reader, c parser.Context) {
	p := pageOf(c)
	for _, n := range all(root, kindCitation) {
		citation, where, hint := n.(*citationNode), "the text of a link", "put it before the link or after it"
		switch around(n, ast.KindLink, ast.KindImage) {
		case ast.KindImage:
			where, hint = "the description of a picture", "put it into the text near the picture"
		case ast.KindLink:
		default:
			continue
		}
		if citation.kind == prose.Citation {
			p.diags.Error(p.file, citation.place, "citation-in-link", "a citation cannot stand in "+where, hint)
		}
		start, end := citation.place.Start-p.shift, citation.place.End-p.shift
		n.Parent().ReplaceChild(n.Parent(), n, ast.NewTextSegment(text.NewSegment(start, end)))
	}
}

// around returns which of kinds the nearest node around n has; else it returns
// the kind of the whole document.
func around(n ast.Node, kinds ...ast.NodeKind) ast.NodeKind {
	for n = n.Parent(); n.Parent() != nil; n = n.Parent() {
		if slices.Contains(kinds, n.Kind()) {
			break
		}
	}
	return n.Kind()
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
