package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
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

var rawID = once.Regexp(`(?i)\s(?:id|name)\s*=\s*["']?([^\s"'>]+)`)

// inspect notes the places of links and pictures and every id of the page,
// and reports what is wrong with them.
func (p *page) inspect(root ast.Node, doc *Document) {
	_ = ast.Walk(root, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := node.(type) {
		case *ast.Link:
			p.locate(n, n.Destination)
			p.refuseHarmful(n, n.Destination)
			p.warnEmpty(n)
		case *ast.Image:
			p.locate(n, n.Destination)
			p.refuseHarmful(n, n.Destination)
			p.refuseElsewhere(n)
			p.wantAlternative(n)
		case *ast.AutoLink:
			p.refuseHarmful(n, n.URL(p.text))
		case *extast.DefinitionTerm:
			p.warnSentence(n)
		case *ast.Heading:
			doc.Anchors[headingID(n)] = true
			p.reportInside(n)
		case *ast.FencedCodeBlock:
			p.warnOpenCode(n)
		case *ast.RawHTML:
			noteIDs(doc, n.Segments.Value(p.text))
		case *ast.HTMLBlock:
			noteIDs(doc, rawBlock(n, p.text))
			p.reportOpenComment(n)
		}
		return ast.WalkContinue, nil
	})
}

func noteIDs(doc *Document, raw []byte) {
	if comment.Match(raw) {
		return
	}
	for _, m := range rawID.FindAllSubmatch(raw, -1) {
		doc.Anchors[string(m[1])] = true
	}
}

// locate remembers where the destination of a link stands.
func (p *page) locate(n ast.Node, dest []byte) {
	start := max(n.Pos(), 0)
	near := p.text[start:min(len(p.text), start+2000)]
	place := p.lineOf(start)
	place.Start = start + p.shift
	if at := bytes.Index(near, dest); at >= 0 && len(dest) > 0 {
		place = p.place(start+at, start+at+len(dest))
	}
	n.SetAttribute(placeAttribute, place)
}

var ownDisk = once.Regexp(`^[A-Za-z]:[/\\]`)

func (p *page) refuseHarmful(n ast.Node, raw []byte) {
	dest := destination(raw)
	at := placeOf(n)
	if at == (source.Range{}) {
		at = p.lineOf(startOf(n))
	}
	if ownDisk.MatchString(dest) {
		p.diags.Error(p.file, at, "link-own-disk", "this is a place on your own computer, which students cannot reach", "copy the file into the course, beside the lesson, and write its name alone")
	}
	if !isHarmful(dest) {
		return
	}
	p.diags.Error(p.file, at, "link-harmful", "this address would run a script or open a file of the student's own", "link to a page (https://…) or to a file of the course")
}

// refuseElsewhere reports pictures on other websites: pages ask for nothing but
// the course's own files, so that they work offline and nobody watches students.
func (p *page) refuseElsewhere(n *ast.Image) {
	dest := destination(n.Destination)
	if isOutside(dest) && !isHarmful(dest) && !ownDisk.MatchString(dest) {
		p.diags.Error(p.file, placeOf(n), "picture-elsewhere", "this picture lies on another website, and students would not see it",
			"save it beside the lesson, if you may, and write its name; or link to the page that shows it")
	}
}

func (p *page) warnEmpty(n *ast.Link) {
	if len(n.Destination) == 0 {
		p.diags.Warn(p.file, placeOf(n), "link-empty", "this link leads nowhere", "write the page or the address between ( and ): `[text](next-lesson.md)`")
	}
}

// decorative is the title of a picture that says nothing a reader would miss.
const decorative = "decorative"

func (p *page) wantAlternative(n *ast.Image) {
	if strings.TrimSpace(wordsIn(n, p.text)) != "" || string(n.Title) == decorative {
		return
	}
	p.diags.Error(p.file, placeOf(n), "alt-missing", "this picture has no description for people who cannot see it",
		"say what it shows: `![What the picture shows](…)`;\nif it adds nothing to the text: `![](… \"decorative\")`")
}
