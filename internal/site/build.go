// Package site turns a course into the files of a website. Every way to see or
// ship a course (public/, the preview, packages) takes the same files from
// Build.
package site

import (
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/search"
	"lectern/layouts"
	"lectern/quiz"
	"lectern/quiz/kinds"
)

// Options are what the command line adds to site.yaml.
type Options struct {
	BaseURL     string // replaces base_url when not empty
	Drafts      bool
	Facilitator bool
	Passages    bool // the course's documents hold what checks read
}

// File is one file of the site.
type File struct {
	Path string // relative, with forward slashes
	Data []byte
}

// Site is a built course.
type Site struct {
	Config *Config
	Course *course.Course
	Files  []File   // sorted by path
	Pages  []Weight // the pages, the heaviest first
	Style  string   // the path of the style that every page has
	Script string   // the path of the script that every page has
	Words  *layouts.Words
}

// Build builds the course in fsys, whose top holds site.yaml. Problems go to
// d; after an error it returns nil.
func Build(fsys fs.FS, o Options, d *diag.List) *Site {
	built := Inspect(fsys, o, d)
	if d.Failed() {
		return nil
	}
	return built
}

// Inspect is Build for those who want to know what is wrong with the course: it
// says all that Build says, and returns what could be read even after an
// error, without files then. It returns nil when the settings are wrong.
func Inspect(fsys fs.FS, o Options, d *diag.List) *Site {
	config := readConfig(fsys, d)
	if config == nil || !config.setBaseURL(o.BaseURL, d) {
		return nil
	}
	theme := readTheme(fsys, config, d)
	if theme == nil {
		return nil
	}
	c := course.Read(fsys, course.Options{Drafts: o.Drafts, Markdown: theme.markdown(config, o)}, d)
	// With errors the pages are rendered all the same, for what else is wrong:
	// an author wants to see everything at once.
	if err := theme.join(partsOf(c)); err != nil {
		d.ErrorIn("layouts", "theme", err.Error(), "")
		return nil
	}
	if err := theme.addCourse(c); err != nil {
		d.ErrorIn("layouts", "theme", err.Error(), "")
		return nil
	}
	b := &builder{fsys: fsys, config: config, course: c, theme: theme, diags: d, works: worksOf(c.References), titles: titlesOf(c, config.Title.Value, theme.words), broken: d.Broken(), facilitator: o.Facilitator}
	b.places, b.searchIndex = sync.OnceValue(b.findPlaces), sync.OnceValue(b.makeSearchIndex)
	files, pages := b.files()
	if d.Failed() {
		files = nil
	}
	return &Site{Config: config, Course: c, Files: files, Pages: pages, Style: theme.assets.style.Path, Script: theme.assets.script.Path, Words: theme.words}
}

// partsOf names what the questions of all lessons need, and of each.
func partsOf(c *course.Course) (all []string, each [][]string) {
	var questions []quiz.Question
	var quizzes []*quiz.Quiz
	for _, l := range c.Lessons {
		questions = append(questions, l.Doc.Questions...)
		quizzes = append(quizzes, l.Doc.Quizzes...)
		each = append(each, lessonParts(l))
	}
	return kinds.All().PartsOf(questions, quizzes), each
}

// theme is everything that looks the same on every page.
type theme struct {
	files     fs.FS
	words     *layouts.Words
	icons     map[string]string
	questions *quiz.Renderer
	pages     *pageTemplates
	assets    assets
	faces     []face
	colours   colours
	extras    []File // fonts, icons, and the file that makes the course installable
}

func (t *theme) markdown(c *Config, o Options) markdown.Options {
	return markdown.Options{
		Kinds:       kinds.All(),
		Say:         t.words.Say,
		HTML:        *c.Markdown.HTML,
		Smart:       *c.Markdown.Smart,
		Facilitator: o.Facilitator,
		Icons:       sortedKeys(t.icons),
		Passages:    o.Passages,
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// builder renders one course.
type builder struct {
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

// files renders all pages side by side and adds everything that is not a page.
// Pages for paper are not weighed: a student fetches one to print it.
func (b *builder) files() ([]File, []Weight) {
	pages := b.plan()
	all := append(slices.Clone(pages), b.planSheets()...)
	files, weights := make([]File, len(all)), make([]Weight, len(pages))
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
			weights[i] = Weight{Path: p.url, Bytes: compressed(files[i].Data), Parts: b.theme.assets.weight(p.parts)}
		}()
	}
	wait.Wait()
	b.warnHeavy(pages, weights)
	files = append(files, b.theme.assets.files(pages)...)
	files = append(files, b.theme.extras...)
	files = append(files, b.searchIndex()...)
	files = append(files, b.sitemap(pages)...)
	files = append(files, File{Path: workerFile}) // so that nobody else takes its name
	files = append(files, b.courseFiles(files)...)
	b.fillSize(files, weights)
	b.fillWorker(files)
	slices.SortStableFunc(weights, func(x, y Weight) int { return y.own() - x.own() })
	slices.SortFunc(files, func(x, y File) int { return strings.Compare(x.Path, y.Path) })
	return files, weights
}

// courseFiles are the pictures and other files that lie beside the lessons.
func (b *builder) courseFiles(others []File) []File {
	var files []File
	taken := newClaims(others)
	for _, name := range sortedKeys(b.course.Files) {
		if isSource(name) {
			continue
		}
		data, err := fs.ReadFile(b.fsys, contentDir+"/"+name)
		if err != nil {
			b.diags.ErrorIn(contentDir+"/"+name, "unreadable", "this file cannot be read: "+err.Error(), "")
			continue
		}
		t, _, _, _ := b.course.Lookup(".", escapePath(name))
		taken.take(t.URL, contentDir+"/"+name, b.diags)
		files = append(files, File{Path: t.URL, Data: data})
	}
	return files
}

// isSource reports whether a file is for educators, not for students.
func isSource(name string) bool {
	for _, ext := range []string{".md", ".yaml", ".yml"} {
		if strings.HasSuffix(strings.ToLower(name), ext) {
			return true
		}
	}
	return false
}
