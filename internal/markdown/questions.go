package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/quiz"
)

// keywords maps a heading's first word, in small letters, to the English
// keyword it stands for.
type keywords map[string]string

func newKeywords(o Options) keywords {
	k := keywords{}
	for _, word := range o.Kinds.Keywords() {
		k[strings.ToLower(o.Say("keyword-"+Slug(word)))] = word
		k[strings.ToLower(word)] = word
	}
	return k
}

var keywordPattern = regexp.MustCompile(`^(\pL[\pL ]{1,30}?)[ \x{00a0}\x{202f}]?:(?:[ \t]+|$)`)

// questions takes the questions out of the tree, has their kinds read them,
// and leaves a mark in the place of each.
func (p *page) questions(root ast.Node, doc *Document) {
	for n := root.FirstChild(); n != nil; {
		next := n.NextSibling()
		if heading, ok := n.(*ast.Heading); ok {
			next = p.question(root, heading, doc)
		} else {
			p.warnOrphans(n)
		}
		n = next
	}
}

// question reads the question that begins with heading, if one does, and
// returns the node to go on with.
func (p *page) question(root ast.Node, heading *ast.Heading, doc *Document) ast.Node {
	content := heading.Lines().Value(p.text)
	m := keywordPattern.FindSubmatchIndex(content)
	if m == nil {
		return heading.NextSibling()
	}
	word := strings.ToLower(string(content[m[2]:m[3]]))
	keyword, known := p.markdown.keywords[word]
	nodes, after := p.extent(heading)
	if !known {
		p.suggestKeyword(heading, string(content[m[2]:m[3]]), nodes)
		return heading.NextSibling()
	}
	delete(doc.Anchors, headingID(heading))
	start := heading.Lines().At(0).Start
	trimStart(heading, start+m[1])
	block := &quiz.Block{
		File:      p.file,
		Keyword:   keyword,
		HeadingAt: p.lineOf(start),
		Level:     heading.Level,
		Stem:      p.renderInside(heading),
	}
	block.Slug = p.derivedID(block.Stem)
	p.fillBlock(block, nodes)
	p.replace(root, heading, nodes, block, doc)
	return after
}

// extent returns what belongs to the question that begins with heading, and
// the first node that does not. A thematic break that ends it is taken out.
func (p *page) extent(heading *ast.Heading) (nodes []ast.Node, after ast.Node) {
	for n := heading.NextSibling(); n != nil; n = n.NextSibling() {
		switch next := n.(type) {
		case *ast.Heading:
			if next.Level <= heading.Level {
				return nodes, n
			}
		case *ast.ThematicBreak:
			return nodes, n
		case *extast.FootnoteList:
			return nodes, n
		}
		nodes = append(nodes, n)
	}
	return nodes, nil
}

func (p *page) replace(root, heading ast.Node, nodes []ast.Node, block *quiz.Block, doc *Document) {
	if end := heading.NextSibling(); len(nodes) > 0 {
		end = nodes[len(nodes)-1].NextSibling()
		if end != nil && end.Kind() == ast.KindThematicBreak {
			root.RemoveChild(root, end)
		}
	} else if end != nil && end.Kind() == ast.KindThematicBreak {
		root.RemoveChild(root, end)
	}
	for _, n := range nodes {
		root.RemoveChild(root, n)
	}
	question := p.options.Kinds.Parse(block, p.diags)
	if question == nil {
		root.RemoveChild(root, heading)
		return
	}
	root.ReplaceChild(root, heading, &questionNode{index: len(doc.Questions)})
	doc.Questions = append(doc.Questions, question)
}

// maxDerived is the longest id that is made from a stem, in bytes.
const maxDerived = 72

func (p *page) derivedID(stem prose.Text) string {
	id := p.slug + "--" + Slug(stem.Plain())
	if len(id) > maxDerived {
		id = id[:maxDerived]
		id = id[:strings.LastIndexByte(id, '-')]
	}
	return id
}

// fillBlock turns the nodes below a question's heading into its pieces.
func (p *page) fillBlock(block *quiz.Block, nodes []ast.Node) {
	block.Settings = yamlx.Node{Kind: yamlx.Mapping, At: block.HeadingAt}
	for i, n := range nodes {
		if settings, ok := p.settings(n); ok && i == 0 {
			block.Settings = settings
			continue
		}
		block.Pieces = append(block.Pieces, p.pieces(n)...)
	}
}

var comment = regexp.MustCompile(`(?s)^<!--(.*?)-->\s*$`)

// settings reads a comment that holds YAML. Other comments are left alone.
func (p *page) settings(n ast.Node) (yamlx.Node, bool) {
	block, ok := n.(*ast.HTMLBlock)
	if !ok || block.Lines().Len() == 0 {
		return yamlx.Node{}, false
	}
	start := block.Lines().At(0).Start
	end := block.Lines().At(block.Lines().Len() - 1).Stop
	if block.HasClosure() {
		end = max(end, block.ClosureLine.Stop)
	}
	m := comment.FindSubmatchIndex(p.text[start:end])
	if m == nil {
		return yamlx.Node{}, false
	}
	inside := p.text[start+m[2] : start+m[3]]
	if words := bytes.TrimSpace(inside); !bytes.HasPrefix(words, []byte("{")) && !looksLikeSettings.Match(words) {
		return yamlx.Node{}, false
	}
	node, _ := yamlx.Parse(p.file, p.place(start+m[2], start+m[3]), p.diags)
	return node, true
}

var looksLikeSettings = regexp.MustCompile(`^(?:id|was|objectives?|points|tries|shuffle|scoring|confidence|accents)\s*:`)

// pieces turns one node below a question's heading into pieces.
func (p *page) pieces(n ast.Node) []quiz.Piece {
	at := p.lineOf(startOf(n))
	switch node := n.(type) {
	case *ast.Blockquote:
		return p.quotePieces(node, at)
	case *ast.List:
		text := p.render(node)
		return []quiz.Piece{{Text: text, List: p.answers(node), At: at}}
	}
	return []quiz.Piece{{Text: p.render(n), At: at}}
}

func (p *page) quotePieces(quote *ast.Blockquote, at source.Range) []quiz.Piece {
	previous := quote.PreviousSibling()
	touches := previous != nil && previous.Kind() == ast.KindList && !quote.HasBlankPreviousLines()
	p.suggestLabel(quote)
	var out []quiz.Piece
	for _, part := range p.splitLabels(quote, isPartLabel) {
		if part.label == "" {
			if len(part.nodes) > 0 {
				out = append(out, quiz.Piece{Text: p.renderAll(asQuote(part.nodes)), At: at, Touches: touches})
			}
			continue
		}
		out = append(out, quiz.Piece{Text: p.renderAll(part.nodes), Label: partLabel(part.label), At: p.lineOf(part.at)})
	}
	return out
}

func asQuote(nodes []ast.Node) []ast.Node {
	quote := ast.NewBlockquote()
	for _, n := range nodes {
		quote.AppendChild(quote, n)
	}
	return []ast.Node{quote}
}

func (p *page) renderAll(nodes []ast.Node) prose.Text {
	var r recorder
	for _, n := range nodes {
		p.renderTo(&r, n)
	}
	return r.text()
}

func partLabel(written string) string {
	for _, label := range quiz.Labels() {
		if strings.EqualFold(label, written) {
			return label
		}
	}
	return ""
}

func isPartLabel(written string) bool { return partLabel(written) != "" }

// suggestLabel reports a label that looks like a slip of the fingers.
func (p *page) suggestLabel(quote *ast.Blockquote) {
	first := quote.FirstChild()
	if first == nil || first.FirstChild() == nil {
		return
	}
	label, ok := p.labelAt(first.FirstChild())
	if !ok || isPartLabel(label) || diag.Nearest(label, quiz.Labels()) == "" {
		return
	}
	p.diags.Error(p.file, p.lineOf(startOf(first)), "label-unknown", fmt.Sprintf("unknown label `%s:`", label), diag.DidYouMean(label, quiz.Labels()))
}

// suggestKeyword reports a heading that would be a question but for a slip of
// the fingers. Only a block that looks like a question can be one, so that a
// heading such as "Respect: what it means" is left alone.
func (p *page) suggestKeyword(heading *ast.Heading, word string, nodes []ast.Node) {
	near := diag.Nearest(word, p.options.Kinds.Keywords())
	if near == "" || !p.looksLikeQuestion(nodes) {
		return
	}
	start := heading.Lines().At(0).Start
	p.diags.Error(p.file, p.place(start, start+len(word)+1), "keyword-unknown",
		fmt.Sprintf("unknown keyword `%s:`", word), fmt.Sprintf("did you mean `%s:`?", near))
}

func (p *page) looksLikeQuestion(nodes []ast.Node) bool {
	for i, n := range nodes {
		switch node := n.(type) {
		case *ast.HTMLBlock:
			if i == 0 && bytes.Contains(node.Lines().Value(p.text), []byte("id:")) {
				return true
			}
		case *ast.List:
			if p.hasMarkers(node) {
				return true
			}
		case *ast.Blockquote:
			if first := node.FirstChild(); first != nil && first.FirstChild() != nil {
				if label, ok := p.labelAt(first.FirstChild()); ok && isPartLabel(label) {
					return true
				}
			}
		}
	}
	return false
}

// warnOrphans warns about answers that belong to no question.
func (p *page) warnOrphans(n ast.Node) {
	list, ok := n.(*ast.List)
	if !ok {
		return
	}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if marker, _, _ := p.markerOf(item); marker == "(x)" {
			p.diags.Warn(p.file, p.lineOf(startOf(item)), "question-missing", "this looks like an answer, but it belongs to no question",
				"begin the heading above it with `Question:`")
			return
		}
	}
}

// questionNode stands where a question was.
type questionNode struct {
	ast.BaseBlock
	index int
}

var kindQuestion = ast.NewNodeKind("Question")

func (*questionNode) Kind() ast.NodeKind           { return kindQuestion }
func (n *questionNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

type questionMarks struct{}

func (questionMarks) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(questionMarks{}, 100)))
}

func (questionMarks) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindQuestion, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			recorderOf(w).open(prose.Question, strconv.Itoa(n.(*questionNode).index), source.Range{})
		}
		return ast.WalkContinue, nil
	})
}
