package site

import (
	"fmt"
	"html/template"
	"path"
	"strings"

	"lectern/internal/course"
	"lectern/layouts"
)

// menu is the course's menu as the pages of one folder see it. It lists the
// lessons of that folder's module only, and of many those around the page, so that
// pages of a large course stay small. It is rendered once for all pages that see
// the same; the present page is marked afterwards.
func (b *builder) menu(url string) template.HTML {
	at := b.placeInMenu(url)
	rendered, ok := b.menus.Load(at)
	if !ok {
		rendered = b.renderMenu(url, at)
		b.menus.Store(at, rendered)
	}
	link := fmt.Sprintf(`<a href="%s"`, template.HTMLEscapeString(relative(url, url)))
	return template.HTML(strings.Replace(rendered.(string), link, link+` aria-current="page"`, 1))
}

// menuPlace is what pages have in common that see the same menu.
type menuPlace struct {
	folder       string
	top, lessons window // of what stands at the top, and of the lessons of the page's own module
}

// menuTop is what stands at the top of the menu: modules, and lessons of none.
type menuTop struct {
	entries []menuEntry
	at      map[string]int // address of a lesson, or folder of a module -> where it stands
}

// menuEntry is one of the two.
type menuEntry struct {
	module *course.Module
	lesson *course.Lesson
}

func (b *builder) makeMenuTop() *menuTop {
	top := &menuTop{at: map[string]int{}}
	add := func(name string, e menuEntry) {
		top.at[name] = len(top.entries)
		top.entries = append(top.entries, e)
	}
	for _, m := range b.course.Modules {
		if m.Slug != "" {
			add(m.Slug, menuEntry{module: m})
			continue
		}
		for _, l := range m.Lessons {
			add(l.URL, menuEntry{lesson: l})
		}
	}
	return top
}

func (b *builder) placeInMenu(url string) menuPlace {
	place, top := menuPlace{folder: path.Dir(url)}, b.menuTop()
	i, there := top.at[url]
	if !there {
		i = top.at[place.folder]
	}
	place.top = around(i, len(top.entries))
	if l := b.course.LessonAt(url); l != nil {
		place.lessons = around(l.Number-l.Module.Lessons[0].Number, len(l.Module.Lessons))
	}
	return place
}

type menuView struct {
	Top     string
	Modules []menuPart
	Cut     bool // there are more than Modules
	words   *layouts.Words
}

// T returns a sentence of the interface.
func (v menuView) T(key string, pairs ...any) string { return v.words.Say(key, pairs...) }

type menuPart struct {
	Link
	Lesson  string // names it in the browser, when it is one
	Lessons []menuLesson
	Of      int // how many lessons there are when Lessons are not all, or else 0
}

type menuLesson struct {
	Link
	Lesson string
}

func (b *builder) renderMenu(url string, at menuPlace) string {
	top := b.menuTop()
	v := menuView{Top: root(url), Cut: at.top.to-at.top.from < len(top.entries), words: b.theme.Words}
	for _, e := range top.entries[at.top.from:at.top.to] {
		m, l := e.module, e.lesson
		if l != nil {
			v.Modules = append(v.Modules, menuPart{Link: b.linkTo(url, &l.Page, b.code), Lesson: lessonName(l)})
			continue
		}
		part := menuPart{Link: b.linkTo(url, &m.Page, b.code)}
		if at.folder == m.Slug || b.isSmall() {
			b.listIn(&part, url, m, at)
		}
		v.Modules = append(v.Modules, part)
	}
	made, err := b.theme.Fragment("menu", v)
	if err != nil {
		b.diags.ErrorIn("layouts/parts/menu.html", "theme", err.Error(), "")
	}
	return made
}

// listIn lists the lessons of a module in its part of the menu.
func (b *builder) listIn(part *menuPart, url string, m *course.Module, at menuPlace) {
	listed := at.lessons
	if at.folder != m.Slug || listed.to == 0 || listed.to > len(m.Lessons) { // in a course that is wrong, two may have one folder
		listed = around(0, len(m.Lessons))
	}
	for _, l := range m.Lessons[listed.from:listed.to] {
		part.Lessons = append(part.Lessons, menuLesson{b.linkTo(url, &l.Page, b.code), lessonName(l)})
	}
	if len(part.Lessons) < len(m.Lessons) {
		part.Of = len(m.Lessons)
	}
}

// isSmall reports whether the menu may list every lesson on every page.
func (b *builder) isSmall() bool { return len(b.course.Lessons) <= 30 }

// Link is a page as another page links to it.
type Link struct {
	URL, Title string
	In         template.HTMLAttr // the language of Title, where it is not that of what is around it
}

// linkTo is a page as a text in the language around links to it.
func (b *builder) linkTo(from string, p *course.Page, around string) Link {
	return Link{URL: relative(from, p.URL), Title: p.Title, In: langOf(p.Lang, around)}
}

func (b *builder) lessonLinks(from string, lessons []*course.Lesson, around string) []Link {
	var links []Link
	for _, l := range lessons {
		links = append(links, b.linkTo(from, &l.Page, around))
	}
	return links
}
