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
		var said []prose.Text // of the last term; joined once, since there may be thousands
		define := func() {
			if len(said) > 0 && len(out) > 0 {
				last := &out[len(out)-1]
				last.Definition = prose.Join(append([]prose.Text{last.Definition}, said...)...)
			}
			said = nil
		}
		for n := list.FirstChild(); n != nil; n = n.NextSibling() {
			switch n.Kind() {
			case extast.KindDefinitionTerm:
				name := p.renderInside(n).Plain()
				if inTerms {
					out[len(out)-1].Names = append(out[len(out)-1].Names, name)
				} else {
					define()
					out = append(out, Entry{Names: []string{name}, At: p.lineOf(startOf(n))})
				}
				inTerms = true
			case extast.KindDefinitionDescription:
				inTerms = false
				said = append(said, p.renderInside(n))
			}
		}
		define()
	}
	return out
}
