package site

import (
	"html/template"
	neturl "net/url"
	"path"
	"strings"

	"lectern/internal/course"
	"lectern/internal/paper"
	"lectern/layouts"
)

// linkNote says on paper where a link leads: to a page of the course, by its
// title, or to an address.
type linkNote struct{ Title, Address string }

// notedPress prints the text of one sheet, or of one lesson on a larger sheet,
// and numbers its links.
type notedPress struct {
	paper.Press
	b       *builder
	sheet   *sheet
	own     string // the page that the text is from
	Notes   []linkNote
	numbers map[linkNote]int
}

func (b *builder) press(s *sheet, own string) *notedPress {
	p := &notedPress{b: b, sheet: s, own: own, numbers: map[linkNote]int{}}
	p.Press = paper.Press{Elsewhere: s.T("paper-elsewhere"), Note: p.number}
	return p
}

// T returns a sentence of the interface.
func (p *notedPress) T(key string, pairs ...any) string { return p.sheet.T(key, pairs...) }

func (p *notedPress) print(html string) template.HTML {
	return template.HTML(p.Press.Print(html))
}

// notes are the list of where the links lead that have been printed so far.
func (p *notedPress) notes() template.HTML {
	silent := p.Press
	silent.Note = func(string) int { return 0 }
	return template.HTML(silent.Print(p.b.onPaper("notes", p)))
}

// number is the number of a link's note; of links that lead to the same place
// it is one. A link to a part of the same text has none.
func (p *notedPress) number(address string) int {
	note := linkNote{Address: address}
	if u, err := neturl.Parse(address); err == nil && u.Scheme == "" && u.Host == "" {
		file := path.Join(path.Dir(p.sheet.url), u.Path)
		if file == p.own {
			return 0
		}
		note = linkNote{Title: p.b.titles()[file]}
		if note.Title == "" {
			note = linkNote{Address: path.Base(file)}
		}
	}
	note.Address = strings.TrimPrefix(strings.TrimPrefix(note.Address, "mailto:"), "tel:")
	if p.numbers[note] == 0 {
		p.Notes = append(p.Notes, note)
		p.numbers[note] = len(p.Notes)
	}
	return p.numbers[note]
}

// titlesOf are the titles of all pages, by their files.
func titlesOf(c *course.Course, title string, words *layouts.Words) map[string]string {
	titles := map[string]string{"index.html": title, "references.html": words.Say("references")}
	if c.Glossary != nil {
		titles[c.Glossary.URL] = words.Say("glossary")
	}
	for _, m := range c.Modules {
		if m.Slug != "" {
			titles[m.URL] = m.Title
		}
		for _, l := range m.Lessons {
			titles[l.URL] = l.Title
		}
	}
	return titles
}
