package markdown

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

// questions takes the questions out of the tree, has their kinds read them,
// and leaves a mark in the place of each.
func (p *page) questions(root ast.Node, doc *Document) {
	var open *openedQuiz
	for n := root.FirstChild(); n != nil; {
		next := n.NextSibling()
		switch node := n.(type) {
		case *ast.Heading:
			if word, length := p.wordOf(node); p.keywordOf(word) == quiz.QuizKeyword {
				p.closeQuiz(root, open, n, doc)
				open = p.openQuiz(root, node, length, doc)
				next = open.after
				break
			}
			if open != nil && node.Level <= open.block.Level {
				open = p.closeQuiz(root, open, n, doc)
			}
			next = p.question(root, node, doc)
		case *extast.FootnoteList:
			open = p.closeQuiz(root, open, n, doc)
		default:
			p.warnOrphans(n)
		}
		n = next
	}
	p.closeQuiz(root, open, nil, doc)
}

// question reads the question that begins with heading, if one does, and
// returns the node to go on with.
func (p *page) question(root ast.Node, heading *ast.Heading, doc *Document) ast.Node {
	word, length := p.wordOf(heading)
	if word == "" {
		return heading.NextSibling()
	}
	keyword := p.keywordOf(word)
	nodes, after := p.extent(heading)
	if keyword == "" {
		if p.suggestKeyword(heading, word, nodes) {
			return after
		}
		return heading.NextSibling()
	}
	delete(doc.Anchors, headingID(heading))
	start := heading.Lines().At(0).Start
	trimStart(heading, start+length)
	block := &quiz.Block{
		File:       p.file,
		Keyword:    keyword,
		HeadingAt:  p.lineOf(start),
		Level:      heading.Level,
		Stem:       p.renderInside(heading),
		SettingsAt: p.below(heading),
		Inline:     p.inline,
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

// below is the empty range right below a heading: where the next line begins,
// or the end of a file that ends without a line end.
func (p *page) below(heading *ast.Heading) source.Range {
	lines := heading.Lines()
	first, last := p.lineOf(lines.At(0).Start), p.lineOf(lines.At(lines.Len()-1).Start)
	if !strings.HasPrefix(strings.TrimLeft(p.file.Slice(first), " "), "#") {
		last = p.file.LineRange(last.End + 1) // what underlines the words
	}
	at := min(last.End+1, p.shift+len(p.text))
	return source.Range{Start: at, End: at}
}

// extent returns what belongs to the question that begins with heading, and
// the first node that does not. Another question ends it, whatever its level,
// and so do a thematic break, which is taken out, and the end of an HTML element
// that the question stands in.
func (p *page) extent(heading *ast.Heading) (nodes []ast.Node, after ast.Node) {
	opened := 0
	for n := heading.NextSibling(); n != nil; n = n.NextSibling() {
		switch next := n.(type) {
		case *ast.Heading:
			word, _ := p.wordOf(next)
			if next.Level <= heading.Level || p.keywordOf(word) != "" {
				return nodes, n
			}
		case *ast.ThematicBreak:
			return nodes, n
		case *ast.HTMLBlock:
			if opened += p.opens(next); opened < 0 {
				return nodes, n
			}
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
	doc.Objectives = append(doc.Objectives, block.Objectives()...)
	var question quiz.Question
	if !slices.ContainsFunc(nodes, p.isOpenComment) { // else the answers may be hidden
		question = p.options.Kinds.Parse(block, p.diags)
	}
	if question == nil {
		p.broken++
		root.ReplaceChild(root, heading, &unreadNode{texts: block.Texts()})
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

// questionNode stands where a question was.
type questionNode struct {
	ast.BaseBlock
	index int
}

var kindQuestion = ast.NewNodeKind("Question")

func (*questionNode) Kind() ast.NodeKind           { return kindQuestion }
func (n *questionNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// unreadNode stands where a question with errors was. It is written as prose, so
// that a picture that is missing in it is told with the rest.
type unreadNode struct {
	ast.BaseBlock
	texts []prose.Text
}

var kindUnread = ast.NewNodeKind("Unread")

func (*unreadNode) Kind() ast.NodeKind           { return kindUnread }
func (n *unreadNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

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
	r.Register(kindUnread, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			recorderOf(w).put(prose.Join(n.(*unreadNode).texts...))
		}
		return ast.WalkContinue, nil
	})
}
