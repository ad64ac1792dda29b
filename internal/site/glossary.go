package site

import (
	"cmp"
	"html/template"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"lectern/internal/course"
	"lectern/internal/markdown"
)

type glossaryView struct {
	*frame
	Letters []letter
}

type letter struct {
	ID, Letter string
	Entries    []termView
}

func (b *builder) glossaryView(f *frame) any {
	g := b.course.Glossary
	f.describe(&g.Page)
	f.Title = cmp.Or(f.Title, f.T("glossary"))
	fill := b.filler(f.url, g.Lang, f.main)
	v := glossaryView{frame: f}
	for _, e := range inOrder(g.Entries, g.Lang) {
		initial := initialOf(e.Term())
		if n := len(v.Letters); n == 0 || v.Letters[n-1].Letter != initial {
			v.Letters = append(v.Letters, letter{ID: "letter-" + markdown.Slug(initial), Letter: initial})
		}
		last := &v.Letters[len(v.Letters)-1]
		used, more := few(e.UsedIn)
		last.Entries = append(last.Entries, termView{
			Anchor: e.Anchor(), Term: e.Term(), Others: strings.Join(e.Names[1:], ", "),
			Definition: template.HTML(fill.fill(e.Definition, placeOf(&g.Page))),
			UsedIn:     b.lessonLinks(f.url, used, f.main), MoreUses: more,
		})
	}
	return v
}

// inOrder sorts entries by the letters they stand under, so that each letter
// comes once, and then by the alphabet of lang.
func inOrder(entries []*course.Entry, lang string) []*course.Entry {
	entries = slices.Clone(entries)
	order := collate.New(language.Make(lang), collate.IgnoreCase)
	slices.SortStableFunc(entries, func(x, y *course.Entry) int {
		a, b := initialOf(x.Term()), initialOf(y.Term())
		return cmp.Or(order.CompareString(a, b), strings.Compare(a, b), order.CompareString(x.Term(), y.Term()))
	})
	return entries
}

// initialOf is the letter a term stands under; figures share one.
func initialOf(term string) string {
	for _, r := range norm.NFD.String(term) {
		switch {
		case unicode.IsLetter(r):
			return string(unicode.ToUpper(r))
		case unicode.IsDigit(r):
			return "0–9"
		}
	}
	return "…"
}
