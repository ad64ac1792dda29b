package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"lectern/internal/once"
	"lectern/internal/source"
)

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
		case *ast.Text:
			p.reportBlankInAddress(n)
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

var rawID = once.Regexp(`(?i)\s(?:id|name)\s*=\s*["']?([^\s"'>]+)`)

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
