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

var keywordPattern = regexp.MustCompile(`^(\pL[\pL ]{1,30}?)[ \x{00a0}\x{202f}]?:[ \t]*`)

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
	word, length := p.wordOf(heading)
	if word == "" {
		return heading.NextSibling()
	}
	keyword, known := p.markdown.keywords[strings.ToLower(word)]
	nodes, after := p.extent(heading)
	if !known {
		if p.suggestKeyword(heading, word, nodes) {
			return after
		}
		return heading.NextSibling()
	}
	delete(doc.Anchors, headingID(heading))
	start := heading.Lines().At(0).Start
	trimStart(heading, start+length)
	block := &quiz.Block{
		File:      p.file,
		Keyword:   keyword,
		HeadingAt: p.lineOf(start),
		Level:     heading.Level,
		Stem:      p.renderInside(heading),
		Inline:    p.inline,
	}
	block.Slug = p.derivedID(block.Stem)
	p.fillBlock(block, nodes)
	if after != nil && after.Kind() == ast.KindThematicBreak {
		ruler := after
		after = ruler.NextSibling()
		root.RemoveChild(root, ruler)
	}
	p.replace(root, heading, nodes, block, doc)
	return after
}

// wordOf returns the word before a heading's colon, and how many bytes it takes
// with the colon and the blanks after it.
func (p *page) wordOf(heading *ast.Heading) (word string, length int) {
	content := heading.Lines().Value(p.text)
	if m := keywordPattern.FindSubmatchIndex(content); m != nil {
		return string(content[m[2]:m[3]]), m[1]
	}
	return "", 0
}

// extent returns what belongs to the question that begins with heading, and
// the first node that does not. Another question ends it, whatever its level,
// and so does a thematic break, which is taken out.
func (p *page) extent(heading *ast.Heading) (nodes []ast.Node, after ast.Node) {
	for n := heading.NextSibling(); n != nil; n = n.NextSibling() {
		switch next := n.(type) {
		case *ast.Heading:
			word, _ := p.wordOf(next)
			_, isQuestion := p.markdown.keywords[strings.ToLower(word)]
			if next.Level <= heading.Level || isQuestion {
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

// replace puts the question in the place of its heading and its nodes.
func (p *page) replace(root, heading ast.Node, nodes []ast.Node, block *quiz.Block, doc *Document) {
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

// maxDerived is how much of a stem goes into an id that is made from it, in
// bytes.
const maxDerived = 60

// derivedID makes an id from lesson and stem. The fingerprint keeps stems apart
// that begin alike.
func (p *page) derivedID(stem prose.Text) string {
	words := Slug(stem.Plain())
	if len(words) > maxDerived {
		words = strings.ToValidUTF8(words[:maxDerived], "")
		if gap := strings.LastIndexByte(words, '-'); gap > 0 {
			words = words[:gap]
		}
		words += "-" + quiz.Fingerprint(stem.Plain())
	}
	return p.slug + "--" + words
}

// fillBlock turns the nodes below a question's heading into its pieces.
func (p *page) fillBlock(block *quiz.Block, nodes []ast.Node) {
	block.Settings = yamlx.Node{Kind: yamlx.Mapping, At: block.HeadingAt}
	for i, n := range nodes {
		if settings, ok := p.settings(n); ok {
			if i > 0 {
				p.diags.Error(p.file, p.lineOf(startOf(n)), "settings-misplaced", "these settings stand too low to belong to the question",
					"put them right below its heading")
			}
			block.Settings = settings
			continue
		}
		block.Pieces = append(block.Pieces, p.pieces(n)...)
	}
}

// settings reads a comment that holds YAML. Other comments are left alone.
func (p *page) settings(n ast.Node) (yamlx.Node, bool) {
	block, ok := n.(*ast.HTMLBlock)
	if !ok || block.Lines().Len() == 0 {
		return yamlx.Node{}, false
	}
	raw, start := rawBlock(block, p.text), block.Lines().At(0).Start
	m := comment.FindSubmatchIndex(raw)
	if m == nil || !looksLikeSettings(raw[m[2]:m[3]]) {
		return yamlx.Node{}, false
	}
	node, _ := yamlx.Parse(p.file, p.place(start+m[2], start+m[3]), p.diags)
	return node, true
}

var (
	firstKey     = regexp.MustCompile(`^(\w+)\s*:`)
	settingsKeys = []string{"id", "was", "objective", "points", "tries", "shuffle", "scoring", "confidence", "accents"}
)

// looksLikeSettings tells settings, slips of the fingers included, from a
// remark such as "TODO: ask Sam".
func looksLikeSettings(words []byte) bool {
	words = bytes.TrimSpace(words)
	m := firstKey.FindSubmatch(words)
	return bytes.HasPrefix(words, []byte("{")) || m != nil && isSlip(string(m[1]), settingsKeys)
}

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
	p.reportLabelSlips(quote, quiz.Labels())
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

// suggestKeyword reports a heading that would be a question but for a slip of
// the fingers, and whether it is. Only a block that looks like a question can
// be one, so that a heading such as "Respect: what it means" is left alone.
func (p *page) suggestKeyword(heading *ast.Heading, word string, nodes []ast.Node) bool {
	near := diag.Nearest(word, p.options.Kinds.Keywords())
	if near == "" || !p.looksLikeQuestion(nodes) {
		return false
	}
	start := heading.Lines().At(0).Start
	p.diags.Error(p.file, p.place(start, start+len(word)+1), "keyword-unknown",
		fmt.Sprintf("unknown keyword `%s:`", word), fmt.Sprintf("did you mean `%s:`?", near))
	return true
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
				"write a heading above it that begins with a keyword: `### Question: What do you say first?`")
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
