package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"strings"

	"lectern/internal/course"
	"lectern/layouts"
)

// page is one page that will exist.
type page struct {
	url      string
	template string // one of layouts.Pages
	view     func(*frame) any
}

// plan lists the pages of the site. Nothing is rendered yet.
func (b *builder) plan() []page {
	pages := []page{
		{"index.html", "home", b.homeView},
		{"help.html", "help", b.helpView},
		{"404.html", "404", b.notFoundView},
	}
	for _, m := range b.course.Modules {
		if m.Slug != "" {
			pages = append(pages, page{m.URL, "module", func(f *frame) any { return b.moduleView(f, m) }})
		}
		for i, l := range m.Lessons {
			pages = append(pages, page{l.URL, "lesson", func(f *frame) any { return b.lessonView(f, l, i) }})
		}
	}
	if b.course.Glossary != nil {
		pages = append(pages, page{b.course.Glossary.URL, "glossary", b.glossaryView})
	}
	if len(b.course.References.Keys()) > 0 {
		pages = append(pages, page{"references.html", "references", b.referencesView})
	}
	return pages
}

// render writes one page.
func (b *builder) render(p page) []byte {
	f := b.frame(p.url)
	var out bytes.Buffer
	if err := b.theme.pages.execute(&out, p.template, p.view(f)); err != nil {
		b.diags.ErrorIn("layouts/"+p.template+".html", "theme", err.Error(), "")
	}
	return out.Bytes()
}

// pageTemplates are the compiled templates of all pages.
type pageTemplates struct {
	byName map[string]*template.Template
	menu   *template.Template
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
		shared = []string{"parts/menu.html", "parts/lists.html"}
	}
	for _, name := range append([]string{"base.html"}, shared...) {
		if err := parseInto(base, t.files, name); err != nil {
			return nil, err
		}
	}
	p := &pageTemplates{byName: map[string]*template.Template{}}
	if p.menu, err = base.Clone(); err != nil {
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

// menu is the course's menu as the pages of one folder see it. It lists the
// lessons of that folder's module only, so that pages of a large course stay
// small. It is rendered once a folder; the present page is marked afterwards.
func (b *builder) menu(url string) template.HTML {
	key := root(url) + strings.SplitN(url, "/", 2)[0]
	if !strings.Contains(url, "/") {
		key = ""
	}
	rendered, ok := b.menus.Load(key)
	if !ok {
		rendered = b.renderMenu(url)
		b.menus.Store(key, rendered)
	}
	link := fmt.Sprintf(`<a href="%s"`, template.HTMLEscapeString(relative(url, url)))
	return template.HTML(strings.Replace(rendered.(string), link+">", link+` aria-current="page">`, 1))
}

type menuView struct {
	Root    string
	Modules []menuPart
	words   *layouts.Words
}

// T returns a sentence of the interface.
func (v menuView) T(key string, pairs ...any) string { return v.words.Say(key, pairs...) }

type menuPart struct {
	Link
	Lessons []Link
}

func (b *builder) renderMenu(url string) string {
	v := menuView{Root: root(url), words: b.theme.words}
	for _, m := range b.course.Modules {
		if m.Slug == "" {
			for _, l := range m.Lessons {
				v.Modules = append(v.Modules, menuPart{Link: linkTo(url, &l.Page)})
			}
			continue
		}
		part := menuPart{Link: linkTo(url, &m.Page)}
		if strings.HasPrefix(url, m.Slug+"/") || b.isSmall() {
			part.Lessons = lessonLinks(url, m.Lessons)
		}
		v.Modules = append(v.Modules, part)
	}
	var out strings.Builder
	if err := b.theme.pages.menu.ExecuteTemplate(&out, "menu", v); err != nil {
		b.diags.ErrorIn("layouts/parts/menu.html", "theme", err.Error(), "")
	}
	return out.String()
}

// isSmall reports whether the menu may list every lesson on every page.
func (b *builder) isSmall() bool { return len(b.course.Lessons) <= 30 }

// Link is a page as another page links to it.
type Link struct{ URL, Title string }

func linkTo(from string, p *course.Page) Link { return Link{relative(from, p.URL), p.Title} }

func lessonLinks(from string, lessons []*course.Lesson) []Link {
	var links []Link
	for _, l := range lessons {
		links = append(links, linkTo(from, &l.Page))
	}
	return links
}
