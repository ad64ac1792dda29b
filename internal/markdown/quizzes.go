package markdown

import (
	"strconv"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/quiz"
)

// openedQuiz is a quiz whose end has not been found yet.
type openedQuiz struct {
	block   *quiz.QuizBlock
	heading ast.Node
	first   int      // how many questions of the lesson come before it
	broken  int      // how many of those have errors
	after   ast.Node // the node to go on with
}

// openQuiz reads the heading of a quiz and its settings. The heading stays
// where it is, without its keyword.
func (p *page) openQuiz(root ast.Node, heading *ast.Heading, keyword int, doc *Document) *openedQuiz {
	start := heading.Lines().At(0).Start
	trimStart(heading, start+keyword)
	g := &openedQuiz{heading: heading, first: len(doc.Questions), broken: p.broken, after: heading.NextSibling()}
	g.block = &quiz.QuizBlock{
		File:      p.file,
		HeadingAt: p.lineOf(start),
		HeadingID: headingID(heading),
		Level:     heading.Level,
		Title:     p.renderInside(heading),
		Settings:  yamlx.Node{Kind: yamlx.Mapping, At: p.lineOf(start)},
	}
	g.block.Slug = p.derivedID(prose.Text{HTML: "quiz " + g.block.Title.HTML})
	if g.after == nil {
		return g
	}
	if settings, _, ok := p.settings(g.after); ok {
		g.block.Settings = settings
		comment := g.after
		g.after = comment.NextSibling()
		root.RemoveChild(root, comment)
	}
	return g
}

// closeQuiz ends a quiz before the node end, or with the lesson. It returns
// no group.
func (p *page) closeQuiz(root ast.Node, g *openedQuiz, end ast.Node, doc *Document) *openedQuiz {
	if g == nil {
		return nil
	}
	g.block.Questions = doc.Questions[g.first:]
	g.block.Broken = p.broken - g.broken
	read := g.block.Parse(p.diags)
	if read == nil {
		return nil
	}
	number := len(doc.Quizzes)
	doc.Quizzes = append(doc.Quizzes, read)
	root.InsertBefore(root, g.heading, &quizNode{index: number, part: prose.Quiz})
	root.InsertAfter(root, g.heading, &quizNode{index: number, part: prose.QuizRules})
	last := &quizNode{index: number, part: prose.QuizEnd}
	if end == nil {
		root.AppendChild(root, last)
	} else {
		root.InsertBefore(root, end, last)
	}
	return nil
}

// quizNode stands where a part of a quiz's frame goes.
type quizNode struct {
	ast.BaseBlock
	index int
	part  prose.Kind
}

var kindQuiz = ast.NewNodeKind("Quiz")

func (*quizNode) Kind() ast.NodeKind           { return kindQuiz }
func (n *quizNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

type quizMarks struct{}

func (quizMarks) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(quizMarks{}, 100)))
}

func (quizMarks) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindQuiz, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if g := n.(*quizNode); entering {
			recorderOf(w).open(g.part, strconv.Itoa(g.index), source.Range{})
		}
		return ast.WalkContinue, nil
	})
}
