package site

import (
	"io/fs"
	"slices"
	"sync"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/search"
)

// workshop is what the builders of all languages share.
type workshop struct {
	fsys   fs.FS
	config *Config
	diags  *diag.List
	// The edition for who leads a group, with what students do not get.
	facilitator bool
	shelf       Shelf      // nil without one
	languages   []*builder // the course's own first
	sizes       sync.Map   // picture -> its width and height
	prints      sync.Map   // address of a lesson -> its fingerprint
	progress    *progress
}

// builder renders the course in one language: a site of its own, in a folder
// of the whole site. Addresses of its pages are from the top of that folder.
type builder struct {
	*workshop
	locale
	course      *course.Course
	theme       *theme
	works       map[string]work       // by id
	titles      map[string]string     // of all pages, by their files
	broken      map[string]bool       // the files that have errors of their own
	pages       []page                // for the screen
	recalls     []page                // of questions that come back
	planned     map[string]page       // by their addresses
	menus       sync.Map              // folder of a page -> the menu as pages there see it
	places      func() []search.Place // what can be found
	searchIndex func() []File         // made once, while pages are rendered
}

// add makes what all pages of a language share. It returns false after an
// error.
func (w *workshop) add(l locale, c *course.Course, t *theme) bool {
	err := t.join(partsOf(c, w.config, w.facilitator))
	if err == nil {
		err = t.addCourse(c, w.config)
	}
	if err != nil {
		w.diags.ErrorIn("layouts", "theme", err.Error(), "")
		return false
	}
	if w.facilitator {
		l = l.marked(t.words)
	}
	b := &builder{
		workshop: w, locale: l, course: c, theme: t, works: worksOf(c.References, l.code),
		titles: titlesOf(c, l.title, t.words), broken: w.diags.Broken(),
	}
	b.places, b.searchIndex = sync.OnceValue(b.findPlaces), sync.OnceValue(b.makeSearchIndex)
	w.languages = append(w.languages, b)
	return true
}

// decide makes the plan of the pages, which other languages lead to.
func (b *builder) decide() {
	b.pages, b.recalls, b.planned = b.plan(), b.planRecall(), map[string]page{}
	for _, p := range slices.Concat(b.pages, b.recalls) {
		b.planned[p.url] = p
	}
}

// files renders all pages side by side and adds what else belongs to this
// language, as it lies in the whole site. Pages for paper are not weighed, as a
// student fetches one to print it, nor those of questions that come back, which
// are lighter than their lessons.
func (b *builder) files() (files []File, weights []Weight) {
	all := slices.Concat(b.pages, b.recalls, b.planSheets())
	files, weights = make([]File, len(all)), make([]Weight, len(b.pages))
	_ = sideBySide(len(all), func(i int) error {
		p := all[i]
		data := b.render(p)
		if i < len(weights) {
			weights[i] = Weight{Path: b.folder + p.url, Bytes: compressed(data), Parts: b.mainOf(p).theme.assets.weight(p.parts)}
		}
		files[i] = File{Path: p.url, Data: data}
		if p.url != homePage { // which is finished when all others are
			files[i] = b.shelve(files[i])
		}
		b.progress.one()
		return nil
	})
	b.warnHeavy(b.pages, weights)
	files = append(files, b.searchIndex()...)
	files = append(files, b.theme.assets.pieces...)
	files = append(files, b.installFile())
	for i := range files {
		files[i].Path = b.folder + files[i].Path
	}
	// What stands in for a translation loads what the original does.
	own := slices.DeleteFunc(slices.Concat(b.pages, b.recalls), func(p page) bool { return b.mainOf(p) != b })
	return append(files, b.theme.assets.files(own)...), weights
}

// mainOf is the builder whose words and scripts the main part of a page has.
func (b *builder) mainOf(p page) *builder {
	if p.spoken {
		return b.speaker(p.lang)
	}
	return b
}
