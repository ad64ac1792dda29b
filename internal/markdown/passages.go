package markdown

import (
	"sort"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

// PassageKind is what a Passage is.
type PassageKind int

const (
	Paragraph  PassageKind = iota // also the words of a list's item
	Title                         // a heading, a question's included
	Cell                          // of a table
	Definition                    // a term or its meaning in a list of definitions
	Raw                           // HTML as the author wrote it
)

// Passage is a run of words as an author wrote them, for those who read a
// course over before students do. Code, citations, pictures and blanks are a
// Hole each.
type Passage struct {
	Kind     PassageKind
	Level    int    // of a Title
	Question int    // the question it belongs to, from 1; 0 outside questions
	Quoted   bool   // it is somebody's own words: a quotation, or the panel for one
	Text     string // without markup
	Strong   []prose.Span
	Marked   []prose.Span // inside an element of HTML that names a language or a quotation
	anchors  []anchor
}

// Hole stands in a Passage for what is no running text.
const Hole = '\uFFFC'

// anchor ties a part of a passage's text to the file. Of a part that does not
// stand there as it is, length is 0.
type anchor struct{ text, file, length int }

// Place is where a part of the passage's text stands in its file.
func (p *Passage) Place(start, end int) source.Range {
	r := source.Range{Start: p.offset(start, 0)}
	r.End = r.Start
	if end > start {
		r.End = max(r.Start, p.offset(end-1, 1))
	}
	return r
}

// offset is the place of a byte in the file, or of what is right after it.
func (p *Passage) offset(at, after int) int {
	i := sort.Search(len(p.anchors), func(i int) bool { return p.anchors[i].text > at }) - 1
	if i < 0 {
		return 0
	}
	return p.anchors[i].file + min(at-p.anchors[i].text+after, p.anchors[i].length)
}

// Use is a link or a picture where it stands.
type Use struct {
	Words   string // the words of the link, or the description of the picture
	To      string // as written
	Picture bool
	At      source.Range
}

// Table is what stands in the first row of a table.
type Table struct {
	Header []string
	At     source.Range
}

// Remark is a comment by itself, and the part of the file that it is about:
// the question it stands in, or the block below it.
type Remark struct {
	Words      string
	At, Covers source.Range
}

// gatherer collects the passages of one page.
type gatherer struct {
	*page
	doc      *Document
	question int
	quoted   int
	covers   source.Range // what a remark at the present place is about
}

// gather reads the page's passages out of the tree, before its questions are
// taken out.
func (p *page) gather(root ast.Node, doc *Document) {
	g := &gatherer{page: p, doc: doc}
	questions := 0
	for n := root.FirstChild(); n != nil; {
		heading, ok := n.(*ast.Heading)
		if !ok || !p.asks(heading) {
			g.question, g.covers = 0, p.next(n)
			g.block(n)
			n = n.NextSibling()
			continue
		}
		nodes, after := p.extent(heading)
		questions++
		g.question, g.covers = questions, p.until(startOf(heading)+p.shift, after)
		g.block(heading)
		for i, inside := range nodes {
			if i == len(nodes)-1 && after != nil && after.Kind() == ast.KindHeading && isRemark(inside, p.text) {
				g.question, g.covers = 0, p.next(inside)
			}
			g.block(inside)
		}
		n = after
	}
}

// asks reports whether a heading begins a question.
func (p *page) asks(heading *ast.Heading) bool {
	word, _ := p.wordOf(heading)
	keyword := p.keywordOf(word)
	return keyword != "" && keyword != quiz.QuizKeyword
}

func isRemark(n ast.Node, text []byte) bool {
	block, ok := n.(*ast.HTMLBlock)
	return ok && comment.Match(rawBlock(block, text))
}

// next is the part of the file that a remark at n is about: itself and the next one
// that is no remark, with all of it when that is a question. The first remark
// of a page is about the settings at its top, too.
func (p *page) next(n ast.Node) source.Range {
	start := startOf(n) + p.shift
	if n.PreviousSibling() == nil {
		start = 0
	}
	about := n
	for about != nil && isRemark(about, p.text) {
		about = about.NextSibling()
	}
	if about == nil {
		return p.until(start, nil)
	}
	after := about.NextSibling()
	if heading, ok := about.(*ast.Heading); ok && p.asks(heading) {
		_, after = p.extent(heading)
	}
	return p.until(start, after)
}

// until is the range from start to a node, or to the end of the file. The list
// of footnotes stands at its end, whatever place its notes were written in.
func (p *page) until(start int, n ast.Node) source.Range {
	r := source.Range{Start: start, End: p.shift + len(p.text)}
	if n != nil && startOf(n)+p.shift >= start {
		r.End = startOf(n) + p.shift
	}
	return r
}

// block reads one block and those in it.
func (g *gatherer) block(n ast.Node) {
	switch node := n.(type) {
	case *ast.HTMLBlock:
		g.raw(node)
	case *ast.Heading:
		g.words(n, Passage{Kind: Title, Level: node.Level})
	case *ast.Paragraph, *ast.TextBlock:
		g.words(n, Passage{})
	case *extast.TableCell:
		g.words(n, Passage{Kind: Cell})
	case *extast.DefinitionTerm:
		g.words(n, Passage{Kind: Definition})
	case *extast.Table:
		g.table(node)
		g.inside(n)
	case *ast.Blockquote:
		g.quote(n, g.isQuotation(node))
	case *panelNode:
		g.quote(n, node.kind.name == "voice")
	default:
		if c := n.FirstChild(); c != nil && c.Type() == ast.TypeInline {
			g.words(n, Passage{}) // a picture by itself
			return
		}
		g.inside(n)
	}
}

func (g *gatherer) inside(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock {
			g.block(c)
		}
	}
}

func (g *gatherer) quote(n ast.Node, quotation bool) {
	if quotation {
		g.quoted++
		defer func() { g.quoted-- }()
	}
	g.inside(n)
}

// isQuotation tells somebody's words from the feedback and the labelled parts
// of a question, which are written as quotes.
func (g *gatherer) isQuotation(quote *ast.Blockquote) bool {
	if g.question == 0 {
		return true
	}
	if quote.Parent().Kind() != ast.KindDocument {
		return false
	}
	first := quote.FirstChild()
	if first == nil || first.FirstChild() == nil {
		return true
	}
	label, ok := g.labelAt(first.FirstChild())
	return !ok || !g.isPartLabel(label)
}

func (g *gatherer) raw(n *ast.HTMLBlock) {
	text := rawBlock(n, g.page.text)
	start := startOf(n)
	if m := comment.FindSubmatchIndex(text); m != nil {
		g.doc.Remarks = append(g.doc.Remarks, Remark{Words: string(text[m[2]:m[3]]), At: g.lineOf(start), Covers: g.covers})
		return
	}
	length := min(len(text), len(g.page.text)-start) // the last line of a file may lack an end that it has here
	g.doc.Passages = append(g.doc.Passages, Passage{Kind: Raw, Question: g.question, Text: string(text), anchors: []anchor{{0, start + g.shift, length}}})
}

func (g *gatherer) table(n *extast.Table) {
	t := Table{At: g.lineOf(startOf(n))}
	if header := n.FirstChild(); header != nil {
		for c := header.FirstChild(); c != nil; c = c.NextSibling() {
			t.Header = append(t.Header, wordsIn(c, g.page.text))
		}
	}
	g.doc.Tables = append(g.doc.Tables, t)
}
