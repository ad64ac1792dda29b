package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lectern/internal/once"
	"lectern/internal/prose"
)

// words makes a passage of the inline nodes of n.
func (g *gatherer) words(n ast.Node, p Passage) {
	p.Question, p.Quoted = g.question, g.quoted > 0
	w := &passageWriter{gatherer: g, p: &p, last: startOf(n) + g.shift}
	w.all(n)
	p.Text = w.text.String()
	if strings.Trim(p.Text, " \n"+string(Hole)) != "" {
		g.doc.Passages = append(g.doc.Passages, p)
	}
}

// passageWriter writes the words of one passage.
type passageWriter struct {
	*gatherer
	p    *Passage
	text strings.Builder
	last int       // the offset in the file after what was written last
	open []openTag // elements of HTML that say whose words theirs are
}

type openTag struct {
	name  string
	start int
}

func (w *passageWriter) all(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
}

func (w *passageWriter) inline(n ast.Node) {
	switch node := n.(type) {
	case *ast.Text:
		w.write(string(node.Segment.Value(w.page.text)), node.Segment.Start+w.shift)
		if node.SoftLineBreak() || node.HardLineBreak() {
			w.add(" ")
		}
	case *ast.String:
		w.add(string(node.Value))
	case *ast.Emphasis:
		start := w.text.Len()
		w.all(n)
		w.p.Strong = append(w.p.Strong, prose.Span{Start: start, End: w.text.Len()})
	case *ast.Link:
		start := w.text.Len()
		w.all(n)
		w.doc.Links = append(w.doc.Links, Use{Words: w.text.String()[start:], To: destination(node.Destination), At: placeOf(n)})
	case *ast.Image:
		w.doc.Links = append(w.doc.Links, Use{Words: wordsIn(n, w.page.text), To: destination(node.Destination), Picture: true, At: placeOf(n)})
		w.hole()
	case *ast.AutoLink:
		to := string(node.URL(w.page.text))
		w.doc.Links = append(w.doc.Links, Use{Words: to, To: to, At: w.lineOf(max(n.Pos(), startOf(w.blockOf(n))))})
		w.hole()
	case *ast.RawHTML:
		w.tag(string(node.Segments.Value(w.page.text)))
	default:
		if n.HasChildren() && n.Kind() != ast.KindCodeSpan {
			w.all(n)
			return
		}
		w.hole()
	}
}

func (w *passageWriter) blockOf(n ast.Node) ast.Node {
	for n.Type() == ast.TypeInline {
		n = n.Parent()
	}
	return n
}

func (w *passageWriter) write(s string, at int) {
	w.p.anchors = append(w.p.anchors, anchor{w.text.Len(), at, len(s)})
	w.text.WriteString(s)
	w.last = at + len(s)
}

// add writes what does not stand in the file as it is.
func (w *passageWriter) add(s string) {
	w.p.anchors = append(w.p.anchors, anchor{w.text.Len(), w.last, 0})
	w.text.WriteString(s)
}

func (w *passageWriter) hole() { w.add(string(Hole)) }

var spokenTag = once.Regexp(`(?is)^<(/?)([a-z]+)(\s[^>]*)?>$`)

// tag notes elements that say what language their words are in, or that they
// are quoted.
func (w *passageWriter) tag(raw string) {
	m := spokenTag.FindStringSubmatch(raw)
	if m == nil {
		return
	}
	name := strings.ToLower(m[2])
	if m[1] == "/" {
		for i := len(w.open) - 1; i >= 0; i-- {
			if w.open[i].name == name {
				w.p.Marked = append(w.p.Marked, prose.Span{Start: w.open[i].start, End: w.text.Len()})
				w.open = w.open[:i]
				return
			}
		}
		return
	}
	if name == "q" || name == "cite" || strings.Contains(strings.ToLower(m[3]), "lang=") {
		w.open = append(w.open, openTag{name, w.text.Len()})
	}
}
