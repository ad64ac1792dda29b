package site

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"io/fs"
	neturl "net/url"
	"strings"

	"lectern/internal/source"
	"lectern/layouts"
)

// page is one page that will exist.
type page struct {
	url      string
	template string // one of layouts.Pages
	view     func(*frame) any
	source   *source.File // nil when no one file is its source
	parts    []string     // what it needs besides the frame
	lang     string       // of the course's text on it; "" for pages of the theme's own sentences
	spoken   bool         // the whole main part is in that language, the theme's sentences included
	sheet    func(*sheet) // of a page for paper, what fills it; it has no template of its own
}

// plan lists the pages of the site. Nothing is rendered yet.
func (b *builder) plan() []page {
	pages := []page{
		{url: homePage, template: "home", view: b.homeView, source: b.course.Home.File, lang: b.course.Home.Lang, parts: []string{"boxes", "due", "home", "news", "offline"}},
		{url: "help.html", template: "help", view: b.helpView, lang: b.course.Support.Lang, spoken: true},
		{url: resultsPage, template: "results", view: b.progressView("results", "results-lead"), parts: []string{courseData, "tally", "outcomes"}},
		{url: progressPage, template: "progress", view: b.progressView("progress", "progress-lead"), parts: []string{courseData, "tally", "merge", "mine", "file", "record", "visit"}},
		{url: reviewPage, template: "review", view: b.reviewView, parts: []string{courseData, "boxes", "due", "calendar", "review"}},
	}
	if b.folder == "" { // servers look for one, at the top
		pages = append(pages, page{url: notFound, template: "404", view: b.notFoundView})
	}
	pages = append(pages, b.searchPages()...)
	for _, m := range b.course.Modules {
		if m.Slug != "" {
			pages = append(pages, page{url: m.URL, template: "module", view: func(f *frame) any { return b.moduleView(f, m) }, source: m.File, lang: m.Lang})
		}
		for i, l := range m.Lessons {
			pages = append(pages, page{
				url: l.URL, template: "lesson", view: func(f *frame) any { return b.lessonView(f, l, i) }, source: l.File,
				parts: lessonParts(l), lang: l.Lang, spoken: true,
			})
		}
	}
	if b.course.Glossary != nil {
		pages = append(pages, page{url: b.course.Glossary.URL, template: "glossary", view: b.glossaryView, source: b.course.Glossary.File, lang: b.course.Glossary.Lang, spoken: true})
	}
	if len(b.works) > 0 {
		pages = append(pages, page{url: "references.html", template: "references", view: b.referencesView})
	}
	return pages
}

const homePage = "index.html"

// notFound is the page that servers show in the place of one that is missing,
// under that one's address.
const notFound = "404.html"

// seenAt is the address under which a page's links must work. For the page in
// the place of a missing one that is a whole path, when the site's is known.
func (b *builder) seenAt(url string) string {
	base, err := neturl.Parse(b.config.BaseURL.Value)
	if url != notFound || err != nil || base.Host == "" {
		return url
	}
	return strings.TrimSuffix(base.EscapedPath(), "/") + "/" + url
}

// render writes one page.
func (b *builder) render(p page) []byte {
	if p.sheet != nil {
		return b.renderSheet(p)
	}
	f := b.frame(p)
	view := p.view(f)
	f.Description = cmp.Or(f.Description, f.HeadTitle())
	var out bytes.Buffer
	if err := b.theme.pages.execute(&out, p.template, view); err != nil {
		b.diags.ErrorIn("layouts/"+p.template+".html", "theme", err.Error(), "")
	}
	return out.Bytes()
}

// pageTemplates are the compiled templates of all pages.
type pageTemplates struct {
	byName map[string]*template.Template
	shared *template.Template // the menu, and all that is for paper
}

// compilePages compiles the theme's templates, each page over a copy of the
// frame they share.
func compilePages(t *theme) (*pageTemplates, error) {
	base := template.New("base").Funcs(template.FuncMap{
		"icon": func(name string) (template.HTML, error) {
			if drawing, ok := t.icons[name]; ok {
				return template.HTML(drawing), nil
			}
			return "", fmt.Errorf("there is no icon %q", name)
		},
		"dial": dial,
	})
	shared, err := fs.Glob(t.files, "parts/*.html")
	if err != nil || len(shared) == 0 {
		shared = []string{"parts/menu.html", "parts/lists.html", "parts/letters.html", "parts/paper.html"}
	}
	for _, name := range append([]string{"base.html"}, shared...) {
		if err := parseInto(base, t.files, name); err != nil {
			return nil, err
		}
	}
	p := &pageTemplates{byName: map[string]*template.Template{}}
	if p.shared, err = base.Clone(); err != nil {
		return nil, err
	}
	for _, name := range layouts.Pages {
		c, err := base.Clone()
		if err == nil {
			err = parseInto(c, t.files, name+".html")
		}
		if err != nil {
			return nil, err
		}
		p.byName[name] = c
	}
	return p, nil
}

func parseInto(t *template.Template, files fs.FS, name string) error {
	data, err := fs.ReadFile(files, name)
	if err == nil {
		_, err = t.Parse(string(data))
	}
	if err != nil {
		return fmt.Errorf("layouts/%s: %w", name, err)
	}
	return nil
}

func (p *pageTemplates) execute(out *bytes.Buffer, name string, view any) error {
	return p.byName[name].ExecuteTemplate(out, "base", view)
}

// dial is a phone number as a telephone wants it.
func dial(number string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, number)
}
