package markdown

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/source"
)

// links writes links and pictures whose destination is a file of the course
// with an opening, and notes where running text stands.
type links struct{ options Options }

func (x links) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(x, 100)))
}

func (x links) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindLink, renderLink)
	r.Register(ast.KindImage, renderImage)
	r.Register(ast.KindText, x.renderText)
}

var scheme = once.Regexp(`^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)`)

// isOutside reports whether a destination is not part of the course.
func isOutside(dest string) bool {
	return scheme.MatchString(dest) && !strings.HasPrefix(dest, "term:")
}

// isHarmful reports whether following the destination would run code or read
// the student's own files.
func isHarmful(dest string) bool {
	clean := strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, dest))
	for _, bad := range []string{"javascript:", "vbscript:", "data:", "file:"} {
		if strings.HasPrefix(clean, bad) {
			return true
		}
	}
	return false
}

// destination is what the author meant: escapes and entities resolved.
func destination(raw []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(raw))))
}

func escaped(dest []byte) []byte { return util.EscapeHTML(util.URLEscape(dest, true)) }

func renderLink(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n, rec := node.(*ast.Link), recorderOf(w)
	if !entering {
		rec.quiet--
		w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	rec.quiet++
	w.WriteString("<a")
	if strings.HasPrefix(destination(n.Destination), "term:") {
		w.WriteString(` class="term"`)
	}
	w.WriteString(` href="`)
	switch dest := destination(n.Destination); {
	case isHarmful(dest):
	case isOutside(dest):
		w.Write(escaped(n.Destination))
	default:
		rec.open(prose.Link, dest, placeOf(n))
	}
	w.WriteByte('"')
	writeTitle(w, n.Title)
	return ast.WalkContinue, w.WriteByte('>')
}

func writeTitle(w util.BufWriter, title []byte) {
	if title == nil {
		return
	}
	w.WriteString(` title="`)
	html.DefaultWriter.Write(w, title)
	w.WriteByte('"')
}

func renderImage(w util.BufWriter, src []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.Image)
	w.WriteString("<img")
	switch dest := destination(n.Destination); {
	case isHarmful(dest):
	case isOutside(dest):
		fmt.Fprintf(w, ` src="%s"`, escaped(n.Destination))
	default:
		recorderOf(w).open(prose.Image, dest, placeOf(n))
	}
	fmt.Fprintf(w, ` alt="%s"`, util.EscapeHTML([]byte(wordsIn(n, src))))
	if title := n.Title; string(title) != decorative {
		writeTitle(w, title)
	}
	w.WriteString(` loading="lazy">`)
	return ast.WalkSkipChildren, nil
}

// wordsIn is the plain text inside a node.
func wordsIn(n ast.Node, src []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch t := c.(type) {
		case *ast.Text:
			b.Write(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(t.Value(src)))))
			if t.SoftLineBreak() {
				b.WriteByte('\n')
			}
		case *ast.String:
			b.Write(t.Value)
		default:
			b.WriteString(wordsIn(c, src))
		}
	}
	return b.String()
}

// placeAttribute holds a link's place in the file, for the renderer, which
// sees only the tree.
var placeAttribute = []byte("lectern-place")

func placeOf(n ast.Node) source.Range {
	if v, ok := n.Attribute(placeAttribute); ok {
		return v.(source.Range)
	}
	return source.Range{}
}
