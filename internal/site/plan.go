package site

import (
	"bytes"
	"cmp"
	neturl "net/url"
	"strings"

	"lectern/internal/course"
	"lectern/internal/source"
	"lectern/layouts"
)

// page is one page that will exist.
type page struct {
	url      string
	template string // one of layouts.Pages
	view     func(*frame) any
	source   *source.File   // nil when no one file is its source
	lesson   *course.Lesson // that it is made of; nil when it shows more than one
	parts    []string       // what it needs besides the frame
	lang     string         // of the course's text on it; "" for pages of the theme's own sentences
	spoken   bool           // the whole main part is in that language, the theme's sentences included
	late     bool           // it takes much memory and no lesson's text: those are let go of first
	sheet    func(*sheet)   // of a page for paper, what fills it; it has no template of its own
}

// plan lists the pages of the site. Nothing is rendered yet.
func (b *builder) plan() []page {
	pages := append(b.ownPages(), b.searchPages()...)
	for _, m := range b.course.Modules {
		if m.Slug != "" {
			pages = append(pages, b.modulePage(m))
		}
		for _, l := range m.Lessons {
			pages = append(pages, b.lessonPage(l))
		}
	}
	return append(pages, b.listPages()...)
}

// ownPages are the pages that every course has, but for those of the search.
func (b *builder) ownPages() []page {
	path := []string{"path"}
	if b.listsModules() {
		path = append(path, "pieces", layouts.Course, "legs")
	}
	pages := []page{
		{url: homePage, template: "home", view: b.homeView, source: b.course.Home.File, lang: b.course.Home.Lang, parts: withDrawings(b.course.Home.Doc, append(path, "boxes", "due", "home", "news", "offline")...)},
		{url: "help.html", template: "help", view: b.helpView, lang: b.course.Support.Lang, spoken: true, parts: []string{"lists"}},
		{url: resultsPage, template: "results", view: b.progressView("results", "results-lead"), parts: []string{"pieces", layouts.Course, "tally", "outcomes"}},
		{url: progressPage, template: "progress", view: b.progressView("progress", "progress-lead"), parts: []string{"pieces", layouts.Course, "tally", "merge", "mine", "download", "file", "record", "visit"}},
		{url: reviewPage, template: "review", view: b.reviewView, parts: []string{"pieces", layouts.Course, "boxes", "due", "calendar", "download", "review"}},
	}
	if b.folder == "" { // servers look for one, at the top
		pages = append(pages, page{url: notFound, template: "404", view: b.notFoundView})
	}
	return pages
}

func (b *builder) modulePage(m *course.Module) page {
	return page{url: m.URL, template: "module", view: func(f *frame) any { return b.moduleView(f, m) }, source: m.File, lang: m.Lang, parts: withDrawings(m.Doc, "path")}
}

func (b *builder) lessonPage(l *course.Lesson) page {
	inModule := l.Number - l.Module.Lessons[0].Number
	return page{
		url: l.URL, lesson: l, template: "lesson", view: func(f *frame) any { return b.lessonView(f, l, inModule) }, source: l.File,
		parts: lessonParts(l, b.facilitator), lang: l.Lang, spoken: true,
	}
}

// listPages are the glossary and the references, where there are any.
func (b *builder) listPages() (pages []page) {
	if g := b.course.Glossary; g != nil {
		pages = append(pages, page{url: g.URL, template: "glossary", view: b.glossaryView, source: g.File, lang: g.Lang, spoken: true, parts: withDrawings(g.Doc, "lists")})
	}
	if len(b.works) > 0 {
		pages = append(pages, page{url: referencesPage, template: "references", view: b.referencesView, parts: []string{"lists"}})
	}
	return pages
}

const (
	homePage       = "index.html"
	referencesPage = "references.html"
)

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
func (b *builder) render(p page) (made []byte) {
	b.lend(p, func(page []byte) { made = bytes.Clone(page) })
	return made
}

// lend writes one page, which use has until it returns.
func (b *builder) lend(p page, use func(made []byte)) {
	if p.sheet != nil {
		b.lendSheet(p, use)
		return
	}
	f := b.frame(p)
	view := p.view(f)
	f.Description = cmp.Or(f.Description, f.HeadTitle())
	if err := b.theme.Page(p.template, view, use); err != nil {
		b.theme.Report(err, b.diags)
	}
}
