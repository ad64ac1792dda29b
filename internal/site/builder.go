package site

import (
	"bytes"
	"io/fs"
	"slices"
	"sync"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/search"
	"lectern/internal/settings"
	"lectern/internal/theme"
	"lectern/internal/together"
)

// workshop is what the builders of all languages share.
type workshop struct {
	fsys   fs.FS
	config *settings.Site
	diags  *diag.List
	// The edition for who leads a group, with what students do not get.
	facilitator bool
	shelf       Shelf // nil without one
	unwritten   bool
	unweighed   bool
	content     *course.Folder
	languages   []*builder // the course's own first
	sizes       sync.Map   // picture -> its width and height
	prints      sync.Map   // address of a lesson -> its fingerprint
	asked       sync.Map   // address of a lesson -> the links that its page follows
	progress    *progress
	before      *Memory // of the last build, when lessons stand from it
	// What the next build is told of the lessons whose pages are made, by their
	// files. Such a lesson is brief from then on. Nil when it is told nothing.
	told map[string]*lessonIn
}

func newWorkshop(fsys fs.FS, config *settings.Site, o Options, d *diag.List) *workshop {
	w := &workshop{fsys: fsys, config: config, diags: d, facilitator: o.Facilitator, shelf: o.Shelf, unweighed: o.Unweighed, progress: &progress{tell: o.Progress}}
	if o.Unwritten {
		w.unwritten, w.shelf = true, nowhere{}
	}
	if o.Remember {
		w.told = map[string]*lessonIn{}
	}
	return w
}

// builder renders the course in one language: a site of its own, in a folder
// of the whole site. Addresses of its pages are from the top of that folder.
type builder struct {
	*workshop
	locale
	*found
	diags   *diag.List
	course  *course.Course
	options course.Options // that it was read with
	theme   *theme.Theme
	works   map[string]work  // by id
	broken  map[string]bool  // the files that have errors of their own
	pages   []page           // for the screen
	recalls []page           // of questions that come back
	sheets  []page           // for paper
	onWhole map[string]span  // where lessons stand in the whole course on paper, by their addresses
	planned map[string]*page // by their addresses; nil where pages are looked up one by one
}

// found is what is made once, when a page first asks for it.
type found struct {
	menus       *sync.Map // menuPlace of a page -> the menu as pages there see it
	menuTop     func() *menuTop
	titles      func() map[string]string // of all pages, by their files
	places      func() []search.Place    // what can be found, without texts
	frameWeight func() int               // of the style and the script that every page has
	searchIndex func() []File
	known       func() known
}

func (b *builder) find(menus *sync.Map) *found {
	return &found{
		menus: menus, menuTop: sync.OnceValue(b.makeMenuTop),
		titles: sync.OnceValue(func() map[string]string { return titlesOf(b.course, b.title, b.theme.Words) }),
		places: sync.OnceValue(func() []search.Place { return b.findPlaces(false) }),
		frameWeight: sync.OnceValue(func() int {
			return theme.Compressed(b.theme.Assets.Style.Data) + theme.Compressed(b.theme.Assets.Script.Data)
		}),
		searchIndex: sync.OnceValue(b.makeSearchIndex), known: sync.OnceValue(b.makeKnown),
	}
}

// add makes what all pages of a language share. It returns false after an
// error.
func (w *workshop) add(l locale, c *course.Course, t *theme.Theme, o course.Options) bool {
	if w.facilitator {
		l = l.marked(t.Words)
	}
	b := &builder{
		workshop: w, locale: l, diags: w.diags, course: c, theme: t, works: worksOf(c.References, l.code), broken: w.diags.Broken(),
	}
	b.options, b.found = o, b.find(&sync.Map{})
	if !b.join() {
		return false
	}
	w.languages = append(w.languages, b)
	return true
}

// join makes the styles and scripts that the course needs. It returns false
// after an error.
func (b *builder) join() bool {
	needs := needsOfAll(b.course, b.config, b.facilitator)
	needs.Several = len(b.content.Languages) > 0
	if err := b.theme.Join(needs); err != nil {
		b.diags.ErrorIn("layouts", "theme", err.Error(), "")
		return false
	}
	b.theme.Assets.Course = func() theme.Part { return b.known().part }
	return true
}

// makeKnown is what the pages about progress know of the course.
func (b *builder) makeKnown() known {
	k, err := makeKnown(b.theme, b.knownLessons())
	if err != nil {
		b.diags.ErrorIn("layouts", "theme", err.Error(), "")
	}
	b.shelveAll(k.pieces)
	return k
}

// decide makes the plan of the pages, which other languages lead to.
func (b *builder) decide() {
	b.pages, b.recalls, b.sheets, b.planned = b.plan(), b.planRecall(), b.planSheets(), map[string]*page{}
	for _, pages := range [][]page{b.pages, b.recalls, b.sheets} {
		for i := range pages {
			b.planned[pages[i].url] = &pages[i]
		}
	}
}

// files renders all pages side by side and adds what else belongs to this
// language, as it lies in the whole site. Pages for paper are not weighed, as a
// student fetches one to print it, nor those of questions that come back, which
// are lighter than their lessons.
func (b *builder) files() (files []File, weights []Weight) {
	all := slices.Concat(b.pages, b.recalls, b.sheets)
	files, weights = make([]File, len(all)), make([]Weight, len(b.pages))
	render := func(late bool) {
		_ = together.Do(len(all), func(i int) error {
			p, weight := all[i], 0
			if p.late != late {
				return nil
			}
			files[i], weight = b.makePage(p, i < len(weights))
			if i < len(weights) {
				weights[i] = Weight{Path: b.folder + p.url, Bytes: weight, Parts: b.mainOf(p).theme.Assets.Weight(p.parts)}
			}
			b.progress.one()
			return nil
		})
	}
	render(false)
	b.tell()
	render(true)
	b.warnHeavy(b.pages, weights)
	files = append(files, b.searchIndex()...)
	files = append(files, b.known().pieces...)
	files = append(files, b.installFile())
	for i := range files {
		files[i].Path = b.folder + files[i].Path
	}
	// What stands in for a translation loads what the original does.
	var own [][]string
	for _, p := range slices.Concat(b.pages, b.recalls) {
		if b.mainOf(p) == b {
			own = append(own, p.parts)
		}
	}
	return append(files, filesOf(b.theme.Assets.Files(own))...), weights
}

// makePage makes the file of a page, or finds that it stands already, and weighs
// it where that is asked for.
func (b *builder) makePage(p page, weighed bool) (f File, weight int) {
	if f, weight, stands := b.standing(p); stands {
		if weighed && weight == 0 && !b.unweighed { // the last build was not asked
			made, _ := f.Bytes()
			weight = b.weightOf(p, made)
		}
		return f, weight
	}
	if p.url == wholeCourse {
		return b.wholeFile(p), 0
	}
	b.lend(p, func(made []byte) {
		if weighed {
			weight = b.weightOf(p, made)
		}
		if p.url == homePage { // which is finished when all others are
			f = File{Path: p.url, Data: bytes.Clone(made)}
		} else {
			f = b.shelve(p.url, made)
		}
	})
	return f, weight
}

// mainOf is the builder whose words and scripts the main part of a page has.
func (b *builder) mainOf(p page) *builder {
	if p.spoken {
		return b.speaker(p.lang)
	}
	return b
}
