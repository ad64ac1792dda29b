package site

import (
	"bytes"
	"cmp"
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
		{url: homePage, template: "home", view: b.homeView, source: b.course.Home.File, lang: b.course.Home.Lang, parts: withDrawings(b.course.Home.Doc, "boxes", "due", "home", "news", "offline")},
		{url: "help.html", template: "help", view: b.helpView, lang: b.course.Support.Lang, spoken: true},
		{url: resultsPage, template: "results", view: b.progressView("results", "results-lead"), parts: []string{"pieces", layouts.Course, "tally", "outcomes"}},
		{url: progressPage, template: "progress", view: b.progressView("progress", "progress-lead"), parts: []string{"pieces", layouts.Course, "tally", "merge", "mine", "download", "file", "record", "visit"}},
		{url: reviewPage, template: "review", view: b.reviewView, parts: []string{"pieces", layouts.Course, "boxes", "due", "calendar", "download", "review"}},
	}
	if b.folder == "" { // servers look for one, at the top
		pages = append(pages, page{url: notFound, template: "404", view: b.notFoundView})
	}
	pages = append(pages, b.searchPages()...)
	for _, m := range b.course.Modules {
		if m.Slug != "" {
			pages = append(pages, page{url: m.URL, template: "module", view: func(f *frame) any { return b.moduleView(f, m) }, source: m.File, lang: m.Lang, parts: withDrawings(m.Doc)})
		}
		for i, l := range m.Lessons {
			pages = append(pages, page{
				url: l.URL, template: "lesson", view: func(f *frame) any { return b.lessonView(f, l, i) }, source: l.File,
				parts: lessonParts(l, b.facilitator), lang: l.Lang, spoken: true,
			})
		}
	}
	if b.course.Glossary != nil {
		pages = append(pages, page{url: b.course.Glossary.URL, template: "glossary", view: b.glossaryView, source: b.course.Glossary.File, lang: b.course.Glossary.Lang, spoken: true, parts: withDrawings(b.course.Glossary.Doc)})
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
		b.theme.report(err, b.diags)
	}
	return out.Bytes()
}
