// Package markdown turns the text of one lesson into prose and questions.
//
// It is goldmark (CommonMark and GFM) with Lectern's constructs, one file
// each. A file is read alone: whatever depends on the rest of the course stays
// open in the prose, see package prose.
package markdown

import (
	"fmt"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/quiz"
)

// Options are what a course decides about its Markdown.
type Options struct {
	Kinds       quiz.Catalog
	Say         func(key string, pairs ...any) string // the interface's sentences
	Language    string                                // BCP 47, for punctuation; English when empty
	HTML        bool                                  // raw HTML is passed on
	Smart       bool                                  // quotes, dashes and ellipses become typographic
	Facilitator bool                                  // keep what is for facilitators only
	Icons       []string                              // the names a card may begin with
	Passages    bool                                  // also gather what Document says is gathered
}

// Document is what one file says.
type Document struct {
	Body      prose.Text // a prose.Question opening stands for each question
	Questions []quiz.Question
	Quizzes   []*quiz.Quiz // the quizzes that some of the questions belong to
	// Objectives are the ones that questions name, invalid questions included.
	Objectives []yamlx.Text
	Headings   []Heading
	Anchors    map[string]bool // every id a link can point at, questions' not included
	Drawn      bool            // something in it, a question perhaps, is a drawing
	// Own are the ids that the headings of a translation would have by their own
	// words, with the original's, which they have.
	Own     map[string]string
	Title   string  // the first heading of level 1, when there is one
	Words   int     // of what students read
	Led     Led     // what is for facilitators, when that is kept
	Entries []Entry // of the definition lists, when asked for

	// What is gathered for those who check a course, when Options ask for it.
	Passages []Passage
	Links    []Use
	Tables   []Table
	Remarks  []Remark
	Refused  bool // it is beyond a limit, and nothing of it was read
}

// Request says what is wanted of a file.
type Request struct {
	Body      source.Range // the file without its front matter
	Slug      string       // names the lesson in the ids of questions that have none
	LiftTitle bool         // take a first heading of level 1 out of the body: it is the title
	Entries   bool         // also read the definition lists entry by entry
	Outline   []Heading    // of the page that this one translates
}

// Heading is one heading outside questions.
type Heading struct {
	Level int
	ID    string
	Text  string
	After int  // how many of the questions stand above it
	Quiz  bool // it is a quiz's
}

// Markdown reads files. It is safe for use by several goroutines.
type Markdown struct {
	options  Options
	goldmark goldmark.Markdown
	keywords dictionary // that begin a question's or a quiz's heading
	labels   dictionary // of the parts of a question
}

// New sets a reader up.
func New(o Options) *Markdown {
	extensions := []goldmark.Extender{
		extension.GFM, extension.Footnote, extension.DefinitionList,
		headings{}, links{o}, citations{}, figures{}, newPanels(o), cards{}, diagrams{o}, charts{o}, code{}, tables{}, tasks{}, rawHTML{o}, questionMarks{}, quizMarks{}, gaps{}, marks{}, endings{}, unendedCode{},
	}
	if o.Smart {
		extensions = append(extensions, smartPunctuation(o.Language))
	}
	return &Markdown{
		options: o,
		goldmark: goldmark.New(
			goldmark.WithExtensions(extensions...),
			goldmark.WithParserOptions(parser.WithAutoHeadingID()),
		),
		keywords: newDictionary(o, "keyword-", append(o.Kinds.Keywords(), quiz.QuizKeyword)),
		labels:   newDictionary(o, "label-", quiz.Labels()),
	}
}

// Parse reads f. Problems go to d; the Document is always usable.
func (m *Markdown) Parse(f *source.File, r Request, d *diag.List) *Document {
	p := &page{markdown: m, file: f, shift: r.Body.Start, diags: d, options: m.options, slug: r.Slug, ids: newIDs()}
	p.text = f.Text()[r.Body.Start:r.Body.End]
	doc := &Document{Anchors: map[string]bool{}}
	if !p.withinLimits() {
		doc.Refused = true
		return doc
	}
	context := parser.NewContext(parser.WithIDs(p.ids))
	context.Set(pageKey, p)
	root := m.goldmark.Parser().Parse(text.NewReader(p.text), parser.WithContext(context))
	if r.LiftTitle {
		p.liftTitle(root, doc)
	}
	p.inspect(root, doc)
	if m.options.Passages {
		p.gather(root, doc)
	}
	doc.Led = p.led(root)
	footnotes := ledFootnotes(root)
	p.questions(root, doc)
	p.outline(root, doc)
	p.follow(root, doc, r.Outline)
	doc.Body = p.render(root)
	doc.Drawn = p.drawings > 0
	doc.Words = countWords(doc.Body.Plain()) - p.ledWords(root, footnotes)
	if r.Entries {
		doc.Entries = p.entries(root)
	}
	return doc
}

// page is the file that is being read. Extensions find it in the parser's
// context.
type page struct {
	markdown *Markdown
	options  Options
	file     *source.File
	text     []byte // the file without its front matter
	shift    int    // where text begins in the file
	slug     string
	diags    *diag.List
	ids      *ids
	drawings int
	blanks   map[ast.Node]bool // see withBlanks
	broken   int               // questions that have errors

	recorders []*recorder // that nobody uses now
}

var pageKey = parser.NewContextKey()

func pageOf(c parser.Context) *page { return c.Get(pageKey).(*page) }

// place turns offsets in p.text into a range of the file.
func (p *page) place(start, end int) source.Range {
	return source.Range{Start: start, End: end}.Shift(p.shift)
}

// lineOf is the place of the line that holds the offset of p.text.
func (p *page) lineOf(offset int) source.Range {
	return p.file.LineRange(offset + p.shift)
}

// startOf is the offset of a node in p.text.
func startOf(n ast.Node) int {
	if n.Pos() >= 0 {
		return n.Pos()
	}
	if n.Type() != ast.TypeInline && n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	if n.FirstChild() != nil {
		return startOf(n.FirstChild())
	}
	return 0
}

// render writes a node as prose.
func (p *page) render(n ast.Node) prose.Text {
	return p.recorded(func(r *recorder) { p.renderTo(r, n) })
}

// renderInside writes the children of a node as prose, without the node.
func (p *page) renderInside(n ast.Node) prose.Text {
	return p.recorded(func(r *recorder) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			p.renderTo(r, c)
		}
	})
}

func (p *page) renderTo(r *recorder, n ast.Node) {
	// The recorder writes to memory and the renderers return no errors of
	// their own, so there is nothing to report.
	_ = p.markdown.goldmark.Renderer().Render(r, p.text, n)
	if r.over {
		p.diags.Error(p.file, source.Range{}, "too-much", fmt.Sprintf("this file becomes a page of more than %d MB", maxHTML>>20), "split it into several lessons, or shorten addresses that are used often")
	}
}

// prioritized shortens the registration of the extensions.
func prioritized(v any, priority int) util.PrioritizedValue { return util.Prioritized(v, priority) }
