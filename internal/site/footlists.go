package site

import (
	"html/template"
	"slices"
)

// lists is what stands at the foot of a page: its terms and its works.
type lists struct {
	Terms []termView
	Cited []workView
}

type termView struct {
	Anchor, Term, Others string
	Definition           template.HTML
	UsedIn               []Link
	MoreUses             int               // how many lessons UsedIn leaves out
	In                   template.HTMLAttr // the language of all this, where it is not that of what is around it
}

// lists fills the definitions of the page's terms. A definition may use
// further terms and cite works, so works come last.
func (f *filler) footLists() lists {
	var l lists
	if f.by.course.Glossary != nil {
		at := placeOf(&f.by.course.Glossary.Page)
		for i := 0; i < len(f.terms); i++ {
			e := f.terms[i]
			l.Terms = append(l.Terms, termView{Anchor: e.Anchor(), Term: e.Term(), Definition: template.HTML(f.fill(e.Definition, at)), In: langOf(at.page.Lang, f.around)})
		}
	}
	for id := range f.cited {
		l.Cited = append(l.Cited, f.by.works[id].workView)
	}
	slices.SortFunc(l.Cited, func(x, y workView) int { return f.by.works[x.ID].rank - f.by.works[y.ID].rank })
	return l
}
