package site

import (
	"html/template"
	"path"
	"strings"
	"unicode/utf8"

	"lectern/internal/course"
	"lectern/internal/markdown"
	"lectern/internal/prose"
	"lectern/layouts"
)

// frame is what every page has around its own content.
type frame struct {
	Lang        string
	CourseID    string // names the course in the browser
	Lesson      string // names the lesson in the browser; "" on other pages
	SiteTitle   string
	Title       string
	Facilitator bool   // the edition that holds the answers
	Lead        string // the summary, below the title
	Description string
	Canonical   string  // "" without a base_url
	Root        string  // the way to the top of the site
	Colours     colours // of the browser around the page
	Styles      []string
	Scripts     []string
	Preload     []string
	Menu        template.HTML
	Parts       []markdown.Heading // of the table of contents of this page
	Links       []Link             // at the foot of every page
	Body        template.HTML

	url   string
	words *layouts.Words
	b     *builder
}

// T returns a sentence of the interface.
func (f *frame) T(key string, pairs ...any) string { return f.words.Say(key, pairs...) }

// HeadTitle is the title in the browser's tab.
func (f *frame) HeadTitle() string {
	if f.Title == "" || f.Title == f.SiteTitle || f.Title == f.b.config.studentTitle {
		return f.SiteTitle
	}
	return f.Title + " – " + f.SiteTitle
}

func (b *builder) frame(url string, parts []string) *frame {
	f := &frame{
		Lang:        b.config.Language.Value,
		CourseID:    b.config.ID.Value,
		SiteTitle:   b.config.Title.Value,
		Root:        root(url),
		Menu:        b.menu(url),
		Canonical:   b.absolute(url),
		Colours:     b.theme.colours,
		Facilitator: b.facilitator,
		url:         url,
		words:       b.theme.words,
		b:           b,
	}
	f.Styles, f.Scripts = b.theme.assets.of(parts)
	if b.course.Glossary != nil {
		f.Links = append(f.Links, Link{relative(url, "glossary.html"), f.T("glossary")})
	}
	if len(b.works) > 0 {
		f.Links = append(f.Links, Link{relative(url, "references.html"), f.T("references")})
	}
	f.Links = append(f.Links, Link{relative(url, progressPage), f.T("progress")})
	return f
}

// absolute is a page's whole address, or "" without a base_url.
func (b *builder) absolute(url string) string {
	base := b.config.BaseURL.Value
	if base == "" {
		return ""
	}
	folder, name := path.Split(url)
	if name == "index.html" {
		name = ""
	}
	return strings.TrimSuffix(base, "/") + "/" + escapePath(folder+name)
}

// describe gives the frame a page's title and summary.
func (f *frame) describe(p *course.Page) {
	f.Title, f.Lead, f.Description = p.Title, p.Summary, p.Summary
	if f.Description == "" {
		f.Description = firstWords(p.Body)
	}
}

// maxDescription is how much search engines show, in characters.
const maxDescription = 150

// firstWords is the beginning of a page's text, for search engines.
func firstWords(t prose.Text) string {
	return firstOf(t.Plain(), maxDescription)
}

// firstOf is the beginning of a text, of so many characters, in whole words.
func firstOf(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	text = string([]rune(text)[:most])
	if end := strings.LastIndexByte(text, ' '); end > 0 { // not every language parts its words
		text = text[:end]
	}
	return text + " …"
}
