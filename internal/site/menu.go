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
// lessons of that folder's module only, so that pages of a large course stay
// small. It is rendered once a folder; the present page is marked afterwards.
func (b *builder) menu(url string) template.HTML {
	folder := path.Dir(url)
	rendered, ok := b.menus.Load(folder)
	if !ok {
		rendered = b.renderMenu(url)
		b.menus.Store(folder, rendered)
	}
	link := fmt.Sprintf(`<a href="%s"`, template.HTMLEscapeString(relative(url, url)))
	return template.HTML(strings.Replace(rendered.(string), link, link+` aria-current="page"`, 1))
}

type menuView struct {
	Top     string
	Modules []menuPart
	words   *layouts.Words
}

// T returns a sentence of the interface.
func (v menuView) T(key string, pairs ...any) string { return v.words.Say(key, pairs...) }

type menuPart struct {
	Link
	Lesson  string // names it in the browser, when it is one
	Lessons []menuLesson
}

type menuLesson struct {
	Link
	Lesson string
}

func (b *builder) renderMenu(url string) string {
	v := menuView{Top: root(url), words: b.theme.Words}
	for _, m := range b.course.Modules {
		if m.Slug == "" {
			for _, l := range m.Lessons {
				v.Modules = append(v.Modules, menuPart{Link: b.linkTo(url, &l.Page, b.code), Lesson: lessonName(l)})
			}
			continue
		}
		part := menuPart{Link: b.linkTo(url, &m.Page, b.code)}
		if strings.HasPrefix(url, m.Slug+"/") || b.isSmall() {
			for _, l := range m.Lessons {
				part.Lessons = append(part.Lessons, menuLesson{b.linkTo(url, &l.Page, b.code), lessonName(l)})
			}
		}
		v.Modules = append(v.Modules, part)
	}
	made, err := b.theme.Fragment("menu", v)
	if err != nil {
		b.diags.ErrorIn("layouts/parts/menu.html", "theme", err.Error(), "")
	}
	return made
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
