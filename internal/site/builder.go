package site

import (
	"io/fs"
	"runtime"
	"slices"
	"sync"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/search"
)

// builder renders the course in one language: a site of its own, in a folder
// of the whole site. Addresses of its pages are from the top of that folder.
type builder struct {
	locale
	fsys   fs.FS
	config *Config
	course *course.Course
	theme  *theme
	diags  *diag.List
	works  map[string]work   // by id
	titles map[string]string // of all pages, by their files
	broken map[string]bool   // the files that have errors of their own
	// The edition for who leads a group, with what students do not get.
	facilitator bool
	menus       sync.Map              // folder of a page -> the menu as pages there see it
	sizes       sync.Map              // picture -> its width and height
	places      func() []search.Place // what can be found
	searchIndex func() []File         // made once, while pages are rendered
}

// newBuilder makes what all pages of a language share. It returns nil after an
// error.
func newBuilder(fsys fs.FS, config *Config, l locale, c *course.Course, t *theme, o Options, d *diag.List) *builder {
	err := t.join(partsOf(c))
	if err == nil {
		err = t.addCourse(c)
	}
	if err != nil {
		d.ErrorIn("layouts", "theme", err.Error(), "")
		return nil
	}
	b := &builder{
		locale: l, fsys: fsys, config: config, course: c, theme: t, diags: d, works: worksOf(c.References),
		titles: titlesOf(c, l.title, t.words), broken: d.Broken(), facilitator: o.Facilitator,
	}
	b.places, b.searchIndex = sync.OnceValue(b.findPlaces), sync.OnceValue(b.makeSearchIndex)
	return b
}

// files renders all pages side by side and adds what else belongs to this
// language, as it lies in the whole site. pages are those for the screen: a
// student fetches one for paper to print it, so those are not weighed.
func (b *builder) files() (files []File, pages []page, weights []Weight) {
	pages = b.plan()
	all := append(slices.Clone(pages), b.planSheets()...)
	files, weights = make([]File, len(all)), make([]Weight, len(pages))
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	var wait sync.WaitGroup
	for i, p := range all {
		wait.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() { <-slots; wait.Done() }()
			files[i] = File{Path: p.url, Data: b.render(p)}
			if i >= len(pages) {
				return
			}
			weights[i] = Weight{Path: b.folder + p.url, Bytes: compressed(files[i].Data), Parts: b.theme.assets.weight(p.parts)}
		}()
	}
	wait.Wait()
	b.warnHeavy(pages, weights)
	files = append(files, b.searchIndex()...)
	files = append(files, b.installFile())
	for i := range files {
		files[i].Path = b.folder + files[i].Path
	}
	return append(files, b.theme.assets.files(pages)...), pages, weights
}
