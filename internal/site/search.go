package site

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"lectern/internal/course"
	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/search"
	"lectern/internal/theme"
)

// searchParts are what the search page loads besides the frame.
var searchParts = []string{theme.Typed, "lists", "pieces", "find", "search"}

// makeSearchIndex makes the files that the search page looks words up in.
func (b *builder) makeSearchIndex() []File {
	var files []File
	for _, f := range search.Index(b.findPlaces(true)) {
		files = append(files, File{Path: f.Path, Data: f.Data})
	}
	return b.shelveAll(files)
}

// findPlaces lists what can be found: pages, their sections, what questions ask, and
// the terms of the glossary. Answers, hints and reasons are not among them: the
// body of a lesson has openings in their place. Without texts a place is only what
// it is called: texts are as large as the course.
func (b *builder) findPlaces(texts bool) []search.Place {
	places := make([]search.Place, 0, 16*len(b.course.Lessons))
	for _, m := range b.course.Modules {
		if m.Slug != "" {
			places = append(places, placesOn(&m.Page, texts)...)
		}
		for _, l := range m.Lessons {
			places = append(places, b.placesOf(l, texts)...)
		}
	}
	if g := b.course.Glossary; g != nil {
		for _, e := range g.Entries {
			others := strings.Join(e.Names[1:], ", ")
			places = append(places, search.Place{
				Kind: search.Term, Address: escapePath(g.URL), Title: b.theme.Words.Say("glossary"), Fragment: escapePath(e.Anchor()),
				Heading: e.Term(), Text: strings.TrimSpace(others + " " + e.Definition.Plain()),
			})
		}
	}
	return places
}

// placesOf lists what can be found in a lesson.
func (b *builder) placesOf(l *course.Lesson, texts bool) []search.Place {
	if l.Brief != nil {
		return b.told[l.File.Path].Places
	}
	places := placesOn(&l.Page, texts)
	for _, q := range l.Doc.Questions {
		q := q.Base()
		places = append(places, search.Place{
			Kind: search.Question, Address: escapePath(l.URL), Title: l.Title, Fragment: escapePath("q-" + q.ID), Heading: q.StemText,
		})
	}
	return places
}

// placesOn cuts a page at its headings.
func placesOn(p *course.Page, texts bool) []search.Place {
	with := withText
	if !texts {
		with = func(p search.Place, _ string) search.Place { return p }
	}
	body := p.Doc.Body.HTML
	place := search.Place{Kind: search.Page, Address: escapePath(p.URL), Title: p.Title, Text: p.Summary}
	var places []search.Place
	from := 0
	for _, h := range p.Doc.Headings {
		tag := fmt.Sprintf(`<h%d id="%s">`, h.Level, html.EscapeString(h.ID))
		at := strings.Index(body[from:], tag)
		if at < 0 {
			continue
		}
		at += from
		places = append(places, with(place, body[from:at]))
		place = search.Place{Kind: search.Section, Address: place.Address, Title: p.Title, Fragment: escapePath(h.ID), Heading: h.Text}
		from = at + len(tag)
		if end := strings.Index(body[from:], "</h"); end >= 0 {
			from += end
		}
	}
	return append(places, with(place, body[from:]))
}

// unread is what a page holds and nobody reads as text.
var unread = once.Regexp(`(?is)<script\b.*?</script>|<style\b.*?</style>|<svg\b.*?</svg>`)

// mayHoldUnread spares most sections the long look.
func mayHoldUnread(body string) bool {
	return slices.ContainsFunc([]string{"<sc", "<sty", "<sv", "<S"}, func(tag string) bool { return strings.Contains(body, tag) })
}

// closeUp takes away the space that a citation or the button of a term leaves before a full stop or a comma.
var closeUp = strings.NewReplacer(" . ", ". ", " , ", ", ")

func withText(p search.Place, body string) search.Place {
	if mayHoldUnread(body) {
		body = unread.ReplaceAllString(body, " ")
	}
	text := prose.Text{HTML: body}.Plain()
	if p.Text != "" {
		text = p.Text + " " + text
	}
	if strings.Contains(text, " .") || strings.Contains(text, " ,") {
		text = closeUp.Replace(text + " ")
	}
	p.Text = strings.TrimSpace(text)
	return p
}
