package site

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"lectern/internal/course"
	"lectern/internal/markdown"
	"lectern/internal/prose"
	"lectern/internal/reference"
	"lectern/quiz"
)

// pathPart is one module on the path of the course.
type pathPart struct {
	Link
	Summary string
	From    int // the number of its first lesson
	Lessons []pathLesson
}

type pathLesson struct {
	Link
	Summary                    string
	Number, Minutes, Questions int
}

func (b *builder) path(from string, m *course.Module) pathPart {
	part := pathPart{Summary: m.Summary}
	if m.Slug != "" {
		part.Link = linkTo(from, &m.Page)
	}
	for _, l := range m.Lessons {
		part.From = m.Lessons[0].Number
		part.Lessons = append(part.Lessons, pathLesson{linkTo(from, &l.Page), l.Summary, l.Number, l.Minutes, len(l.Doc.Questions)})
	}
	return part
}

type homeView struct {
	*frame
	Horizon              template.HTML
	LessonCount, Minutes int
	First                *Link
	Path                 []pathPart
}

func (b *builder) homeView(f *frame) any {
	fill := b.filler(f.url, false)
	f.describe(b.course.Home)
	f.Title = cmp.Or(f.Title, f.SiteTitle)
	f.Menu = "" // the path below says the same
	f.Body = template.HTML(fill.fill(b.course.Home.Body, placeOf(b.course.Home)))
	v := homeView{frame: f, Horizon: b.horizon(), LessonCount: len(b.course.Lessons), Minutes: b.course.Minutes()}
	if len(b.course.Lessons) > 0 {
		first := linkTo(f.url, &b.course.Lessons[0].Page)
		v.First = &first
	}
	for _, m := range b.course.Modules {
		v.Path = append(v.Path, b.path(f.url, m))
	}
	return v
}

// lists is what stands at the foot of a page: its terms and its works.
type lists struct {
	Terms []termView
	Cited []workView
}

type termView struct {
	Anchor, Term, Others string
	Definition           template.HTML
	UsedIn               []Link
}

type workView struct {
	ID     string
	HTML   template.HTML
	UsedIn []Link
}

// lists fills the definitions of the page's terms. A definition may use
// further terms and cite works, so works come last.
func (f *filler) footLists() lists {
	var l lists
	if f.b.course.Glossary != nil {
		at := placeOf(&f.b.course.Glossary.Page)
		for i := 0; i < len(f.terms); i++ {
			e := f.terms[i]
			l.Terms = append(l.Terms, termView{Anchor: e.Anchor(), Term: e.Term(), Definition: template.HTML(f.fill(e.Definition, at))})
		}
	}
	for _, item := range f.b.course.References.Sorted() {
		if f.cited[item.ID] {
			l.Cited = append(l.Cited, workView{ID: item.ID, HTML: template.HTML(item.HTML())})
		}
	}
	return l
}

type moduleView struct {
	*frame
	lists
	Number, LessonCount, Minutes int
	Path                         []pathPart
}

func (b *builder) moduleView(f *frame, m *course.Module) any {
	fill := b.filler(f.url, true)
	f.describe(&m.Page)
	f.Body = template.HTML(fill.fill(m.Body, placeOf(&m.Page)))
	return moduleView{frame: f, lists: fill.footLists(), Number: m.Number, LessonCount: len(m.Lessons), Minutes: m.Minutes(), Path: []pathPart{b.path(f.url, m)}}
}

type lessonView struct {
	*frame
	lists
	Number        int
	LessonCount   int
	Minutes       int
	Thread        []string // a class for each lesson of the module
	Objectives    []course.Objective
	ContentNote   string
	SkipNote      template.HTML
	ReviewBy      string
	Owner         string
	Draft         bool
	KeyConcepts   []string
	Prerequisites []Link
	Previous      *Link
	Next          *Link
}

func (b *builder) lessonView(f *frame, l *course.Lesson, inModule int) any {
	fill := b.filler(f.url, true)
	f.describe(&l.Page)
	fill.questions = b.questions(fill, l)
	f.Body = template.HTML(fill.fill(l.Page.Body, placeOf(&l.Page)))
	for _, h := range l.Doc.Headings {
		if h.Level == 2 {
			f.Parts = append(f.Parts, h)
		}
	}
	v := lessonView{
		frame: f, Number: l.Number, LessonCount: len(b.course.Lessons), Minutes: l.Minutes, Objectives: l.Objectives,
		Thread:      thread(len(l.Module.Lessons), inModule),
		ContentNote: l.Front.ContentNote, ReviewBy: l.Front.ReviewBy.Value, Owner: l.Front.Owner,
		Draft: l.Front.Draft, KeyConcepts: l.Front.KeyConcepts,
	}
	if l.Number > 1 {
		previous := linkTo(f.url, &b.course.Lessons[l.Number-2].Page)
		v.Previous = &previous
	}
	if l.Number < len(b.course.Lessons) {
		next := linkTo(f.url, &b.course.Lessons[l.Number].Page)
		v.Next = &next
	}
	for _, p := range l.Front.Prerequisites {
		if target := b.course.Prerequisite(p.Value); target != nil {
			v.Prerequisites = append(v.Prerequisites, linkTo(f.url, target))
		}
	}
	v.SkipNote = b.skipNote(v.Next)
	v.lists = fill.footLists()
	f.Parts = append(f.Parts, footParts(f, v.lists)...)
	return v
}

// thread gives each lesson of the module its place on the line.
func thread(lessons, here int) []string {
	classes := make([]string, lessons)
	for i := range classes {
		switch {
		case i < here:
			classes[i] = "past"
		case i == here:
			classes[i] = "here"
		}
	}
	return classes
}

func (b *builder) skipNote(next *Link) template.HTML {
	if next == nil {
		return template.HTML(html.EscapeString(b.theme.words.Say("skip-last")))
	}
	link := fmt.Sprintf(`<a href="%s">%s</a>`, html.EscapeString(next.URL), html.EscapeString(next.Title))
	sentence := html.EscapeString(b.theme.words.Say("skip-lesson"))
	return template.HTML(strings.ReplaceAll(sentence, "{next}", link))
}

func footParts(f *frame, l lists) []markdown.Heading {
	var parts []markdown.Heading
	if len(l.Terms) > 0 {
		parts = append(parts, markdown.Heading{Level: 2, ID: "words", Text: f.T("words-here")})
	}
	if len(l.Cited) > 0 {
		parts = append(parts, markdown.Heading{Level: 2, ID: "references", Text: f.T("references-here")})
	}
	return parts
}

// questions renders the questions of a lesson in order.
func (b *builder) questions(f *filler, l *course.Lesson) []string {
	var out []string
	at := placeOf(&l.Page)
	for i, q := range l.Doc.Questions {
		var w strings.Builder
		err := b.theme.questions.Render(&w, quiz.View{
			Question: q, Number: i + 1, Of: len(l.Doc.Questions), Words: b.theme.words,
			Fill: func(t prose.Text) string { return f.fill(t, at) },
		})
		if err != nil {
			b.diags.ErrorIn("quiz/"+q.Base().Kind, "theme", err.Error(), "")
		}
		out = append(out, w.String())
	}
	return out
}

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
	fill := b.filler(f.url, false)
	v := glossaryView{frame: f}
	entries := slices.Clone(g.Entries)
	order := collate.New(language.Make(f.Lang), collate.IgnoreCase)
	slices.SortStableFunc(entries, func(x, y *course.Entry) int { return order.CompareString(x.Term(), y.Term()) })
	for _, e := range entries {
		initial := initialOf(e.Term())
		if n := len(v.Letters); n == 0 || v.Letters[n-1].Letter != initial {
			v.Letters = append(v.Letters, letter{ID: "letter-" + markdown.Slug(initial), Letter: initial})
		}
		last := &v.Letters[len(v.Letters)-1]
		last.Entries = append(last.Entries, termView{
			Anchor: e.Anchor(), Term: e.Term(), Others: strings.Join(e.Names[1:], ", "),
			Definition: template.HTML(fill.fill(e.Definition, placeOf(&g.Page))),
			UsedIn:     lessonLinks(f.url, e.UsedIn),
		})
	}
	return v
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

type referencesView struct {
	*frame
	Cited []workView
}

func (b *builder) referencesView(f *frame) any {
	f.Title = f.T("references")
	v := referencesView{frame: f}
	used := b.citedIn(f.url)
	for _, item := range b.course.References.Sorted() {
		v.Cited = append(v.Cited, workView{ID: item.ID, HTML: template.HTML(item.HTML()), UsedIn: used[item.ID]})
	}
	return v
}

// citedIn lists the lessons whose text cites each work.
func (b *builder) citedIn(from string) map[string][]Link {
	used := map[string][]Link{}
	for _, l := range b.course.Lessons {
		seen := map[string]bool{}
		for _, r := range l.Page.Body.Refs {
			for _, id := range citedBy(r) {
				if !seen[id] {
					seen[id] = true
					used[id] = append(used[id], linkTo(from, &l.Page))
				}
			}
		}
	}
	return used
}

func citedBy(r prose.Ref) []string {
	switch r.Kind {
	case prose.Mention:
		return []string{strings.TrimPrefix(r.Target, "@")}
	case prose.Citation:
		c, _ := reference.ParseCitation(r.Target)
		var ids []string
		for _, k := range c.Keys {
			ids = append(ids, k.ID)
		}
		return ids
	}
	return nil
}

type helpView struct {
	*frame
	SupportNote  string
	SupportLines []course.SupportLine
}

func (b *builder) helpView(f *frame) any {
	f.Title = f.T("help-title")
	return helpView{frame: f, SupportNote: strings.TrimSpace(b.course.Support.Note), SupportLines: b.course.Support.Confirmed()}
}

// notFoundView is shown by servers under any address, so its links need a
// base. Without a base_url it works at the top of the site.
func (b *builder) notFoundView(f *frame) any {
	f.Title = f.T("not-found")
	f.Base = b.config.BaseURL.Value
	f.Canonical = ""
	return struct{ *frame }{f}
}
