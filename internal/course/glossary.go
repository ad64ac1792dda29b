package course

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/once"
	"lectern/internal/prose"
)

// Glossary is the course's list of terms.
type Glossary struct {
	Page
	Entries []*Entry
	index   map[string][]form // by the first word in small letters
	byID    map[string]*Entry
}

// Entry is one term.
type Entry struct {
	markdown.Entry
	ID     string
	UsedIn []*Lesson // the lessons that use it, in order
}

// Term is the name the entry stands under.
func (e *Entry) Term() string { return e.Names[0] }

// Anchor is the id of the entry on the glossary's page.
func (e *Entry) Anchor() string { return "term-" + e.ID }

// form is one of the names of an entry.
type form struct {
	name  string // small letters, single blanks
	entry *Entry
}

// prepare makes the entries known by their names. ids are those of the glossary
// that this one translates.
func (g *Glossary) prepare(ids []string, d *diag.List) {
	if g == nil {
		return
	}
	g.index, g.byID = map[string][]form{}, map[string]*Entry{}
	for i, read := range g.Doc.Entries {
		e := &Entry{Entry: read, ID: markdown.Slug(read.Names[0])}
		if len(ids) == len(g.Doc.Entries) {
			e.ID = ids[i]
		}
		if e.ID == "" || g.byID[e.ID] != nil {
			d.Error(g.File, read.At, "term-twice", fmt.Sprintf("the term `%s` is there twice", e.Term()), "keep one of them")
			continue
		}
		g.byID[e.ID] = e
		g.Entries = append(g.Entries, e)
		for _, name := range e.Names {
			g.addForm(name, e, d)
		}
	}
	for _, forms := range g.index {
		slices.SortStableFunc(forms, func(a, b form) int { return len(b.name) - len(a.name) })
	}
}

// addForm makes a name of an entry known. Names are looked up by their first
// word as it stands in a text, so up to an apostrophe or another mark.
func (g *Glossary) addForm(name string, e *Entry, d *diag.List) {
	folded := strings.ToLower(strings.ReplaceAll(strings.Join(strings.Fields(name), " "), "’", "'"))
	first := folded[:wordEnd(folded, 0)]
	for _, other := range g.index[first] {
		if other.name == folded && other.entry != e {
			d.Error(g.File, e.At, "term-twice", fmt.Sprintf("`%s` is also a name of `%s`", name, other.entry.Term()), "let each name stand for one term")
			return
		}
	}
	g.index[first] = append(g.index[first], form{folded, e})
}

// Entry finds an entry by its ID; it returns nil when there is none.
func (g *Glossary) Entry(id string) *Entry {
	if g == nil {
		return nil
	}
	return g.byID[id]
}

// IDs lists the IDs of all entries.
func (g *Glossary) IDs() []string {
	if g == nil {
		return nil
	}
	var ids []string
	for _, e := range g.Entries {
		ids = append(ids, e.ID)
	}
	return ids
}

// entries are those of these IDs that there are.
func (g *Glossary) entries(ids []string) (entries []*Entry) {
	for _, id := range ids {
		if e := g.byID[id]; e != nil {
			entries = append(entries, e)
		}
	}
	return entries
}

// mark opens the body of a page at the first use of each term.
func (g *Glossary) mark(p *Page) {
	if g == nil || p.Front.Glossary != nil && !*p.Front.Glossary {
		return
	}
	if p.Brief != nil {
		p.Terms = g.entries(p.Brief.Terms)
		return
	}
	used := map[*Entry]bool{}
	var refs []prose.Ref
	for _, span := range p.Body.Words {
		refs = g.markSpan(p, span, used, refs)
	}
	p.Body = p.Body.With(refs)
}

func (g *Glossary) markSpan(p *Page, span prose.Span, used map[*Entry]bool, refs []prose.Ref) []prose.Ref {
	html := p.Body.HTML
	for at := span.Start; at < span.End; {
		if n := len(entity.FindString(html[at:span.End])); n > 0 {
			at += n
			continue
		}
		end := wordEnd(html[:span.End], at)
		if end == at {
			_, size := utf8.DecodeRuneInString(html[at:])
			at += size
			continue
		}
		entry, stop := g.match(html[:span.End], at, end)
		if entry == nil {
			at = end
			continue
		}
		if !used[entry] {
			used[entry] = true
			p.Terms = append(p.Terms, entry)
			refs = append(refs, prose.Ref{Kind: prose.Term, At: at, Target: entry.ID}, prose.Ref{Kind: prose.TermEnd, At: stop})
		}
		at = stop
	}
	return refs
}

var entity = once.Regexp(`^&#?\w+;`)

// match returns the entry with the longest name that begins at the word from
// at to end, and where it stops. A plural "s" may follow.
func (g *Glossary) match(html string, at, end int) (*Entry, int) {
	word := strings.ToLower(html[at:end])
	for _, first := range []string{word, strings.TrimSuffix(word, "s")} {
		for _, f := range g.index[first] {
			if stop := matchName(html, at, f.name); stop > 0 {
				return f.entry, stop
			}
		}
	}
	return nil, 0
}

// matchName returns where name ends in html when it begins at at, or 0. Any
// white space matches a blank of the name.
func matchName(html string, at int, name string) int {
	for _, want := range name {
		got, size := utf8.DecodeRuneInString(html[at:])
		switch {
		case want == ' ' && unicode.IsSpace(got):
			for unicode.IsSpace(got) {
				at += size
				got, size = utf8.DecodeRuneInString(html[at:])
			}
		case size > 0 && (unicode.ToLower(got) == want || want == '\'' && got == '’'):
			at += size
		default:
			return 0
		}
	}
	if strings.HasPrefix(html[at:], "s") {
		at++
	}
	if wordEnd(html, at) != at {
		return 0
	}
	return at
}

// wordEnd returns the end of the word that begins at at, or at itself.
func wordEnd(html string, at int) int {
	for at < len(html) {
		r, size := utf8.DecodeRuneInString(html[at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && !unicode.IsMark(r) {
			break
		}
		at += size
	}
	return at
}
