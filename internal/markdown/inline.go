package markdown

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"lectern/internal/prose"
	"lectern/internal/source"
)

// inline renders a part of a line, such as one side of a pair, as inline
// Markdown. What would be a block of its own ("# ", "1. ") stays as written.
func (p *page) inline(part string, at source.Range) prose.Text {
	part = strings.TrimSpace(part)
	sub := *p
	sub.text, sub.shift = []byte(part), at.Start
	if i := strings.Index(p.file.Slice(at), part); i >= 0 {
		sub.shift += i
	}
	context := parser.NewContext(parser.WithIDs(newIDs()))
	context.Set(pageKey, &sub)
	root := p.markdown.goldmark.Parser().Parse(text.NewReader(sub.text), parser.WithContext(context))
	if root.ChildCount() != 1 || root.FirstChild().Kind() != ast.KindParagraph {
		return prose.Text{HTML: html.EscapeString(part)}
	}
	sub.inspect(root, &Document{Anchors: map[string]bool{}})
	return sub.renderInside(root.FirstChild())
}
