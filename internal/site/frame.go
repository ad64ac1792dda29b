package site

import (
	"html/template"
	"path"
	"strings"
	"unicode/utf8"

	"lectern/internal/course"
	"lectern/internal/markdown"
	"lectern/internal/prose"
	"lectern/internal/theme"
	"lectern/layouts"
)

// frame is what every page has around its own content.
type frame struct {
	Lang        string            // of who reads
	Dir         template.HTMLAttr // that this is written from right to left
	MainLang    template.HTMLAttr // of the main part, where that is another
	TextLang    template.HTMLAttr // of the course's text in it, where that is another again
	Notice      string            // that the page is not translated yet, to who reads
	NoticeLang  template.HTMLAttr
	CourseID    string // names the course in the browser
	Lesson      string // names the lesson in the browser; "" on other pages
	Print       string // the lesson's fingerprint
	SiteTitle   string
	Title       string
	Facilitator bool   // the edition that holds the answers
	Lead        string // the summary, below the title
	Description string
	Canonical   string        // "" without a base_url
	Root        string        // the way to the top of the site, where the assets are
	Top         string        // the way to the top of the pages in this language
	Colours     theme.Colours // of the browser around the page
	Styles      []string
	Scripts     []string
	Menu        template.HTML
	Parts       []markdown.Heading // of the table of contents of this page
	Links       []Link             // at the foot of every page
	Versions    []version          // the page in other languages
	Alternates  []alternate        // the same, for search engines
	Body        template.HTML

	Reader speech // what is around the main part speaks to who reads

	url   string
	words *layouts.Words
	main  string // the language of the main part
	plain string // the course's title, when SiteTitle has a mark
}

// speech says the interface's sentences.
type speech struct{ words *layouts.Words }

// T returns a sentence of the interface.
func (s speech) T(key string, pairs ...any) string { return s.words.Say(key, pairs...) }

// T returns a sentence of the interface, for the main part.
func (f *frame) T(key string, pairs ...any) string { return f.words.Say(key, pairs...) }

// About says how long an estimate in minutes is.
func (f *frame) About(minutes int) string { return f.words.About(minutes) }

// Date writes a day such as 2027-06-01 in words.
func (f *frame) Date(day string) string { return f.words.Date(day) }

// HeadTitle is the title in the browser's tab.
func (f *frame) HeadTitle() string {
	if f.Title == "" || f.Title == f.SiteTitle || f.Title == f.plain {
		return f.SiteTitle
	}
	return f.Title + " – " + f.SiteTitle
}

func (b *builder) frame(p page) *frame {
	url, main := b.seenAt(p.url), b.mainOf(p)
	f := &frame{
		Lang:        b.code,
		Dir:         dirOf(b.code),
		MainLang:    langOf(main.code, b.code),
		CourseID:    b.config.ID.Value,
		SiteTitle:   b.title,
		Root:        root(b.folder + url),
		Top:         root(url),
		Menu:        b.menu(url),
		Canonical:   b.absolute(url),
		Versions:    b.versions(p.url),
		Alternates:  b.alternates(p.url),
		Colours:     b.theme.Colours,
		Facilitator: b.facilitator,
		plain:       b.plain,
		Reader:      speech{b.theme.Words},
		url:         url,
		words:       main.theme.Words,
		main:        main.code,
	}
	if !b.isOwn(p) {
		b.standIn(f, p)
	}
	f.Styles, f.Scripts = main.theme.Assets.Of(p.parts)
	f.Links = b.footLinks(url)
	return f
}

// standIn says of a page that it is there in the place of its translation.
func (b *builder) standIn(f *frame, p page) {
	first := b.languages[0]
	f.TextLang, f.NoticeLang = langOf(p.lang, f.main), langOf(b.code, f.main)
	f.Notice = b.notice(p.lang)
	f.Canonical = first.absolute(p.url)
}

func (b *builder) notice(lang string) string {
	return b.theme.Words.Say("untranslated", "language", nameIn(b.code, b.code), "original", nameIn(lang, b.code))
}

func (b *builder) footLinks(url string) (links []Link) {
	say := b.theme.Words.Say
	if b.course.Glossary != nil {
		links = append(links, Link{URL: relative(url, "glossary.html"), Title: say("glossary")})
	}
	if len(b.works) > 0 {
		links = append(links, Link{URL: relative(url, "references.html"), Title: say("references")})
	}
	return append(links, Link{URL: relative(url, progressPage), Title: say("progress")})
}

// absolute is a page's whole address, or "" without a base_url.
func (b *builder) absolute(url string) string {
	base := b.config.BaseURL.Value
	if base == "" {
		return ""
	}
	folder, name := path.Split(b.folder + url)
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
	return firstOf(t.PlainStart(maxDescription*utf8.UTFMax+1), maxDescription)
}

// firstOf is the beginning of a text, of so many characters, in whole words.
func firstOf(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	for i := range text {
		if most--; most < 0 {
			text = text[:i]
			break
		}
	}
	if end := strings.LastIndexByte(text, ' '); end > 0 { // not every language parts its words
		text = text[:end]
	}
	return text + " …"
}
