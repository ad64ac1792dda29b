package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"lectern/internal/prose"
	"lectern/internal/source"
)

// Entry is one entry of a definition list.
type Entry struct {
	Names      []string // the term, then its other names
	Definition prose.Text
	At         source.Range
}

// entries reads the page's definition lists: a term, or several on lines of
// their own, and what they mean.
func (p *page) entries(root ast.Node) []Entry {
	var out []Entry
	for _, list := range all(root, extast.KindDefinitionList) {
		inTerms := false
		for n := list.FirstChild(); n != nil; n = n.NextSibling() {
			switch n.Kind() {
			case extast.KindDefinitionTerm:
				name := p.renderInside(n).Plain()
				if inTerms {
					out[len(out)-1].Names = append(out[len(out)-1].Names, name)
				} else {
					out = append(out, Entry{Names: []string{name}, At: p.lineOf(startOf(n))})
				}
				inTerms = true
			case extast.KindDefinitionDescription:
				inTerms = false
				if last := len(out) - 1; last >= 0 {
					out[last].Definition = prose.Join(out[last].Definition, p.renderInside(n))
				}
			}
		}
	}
	return out
}
