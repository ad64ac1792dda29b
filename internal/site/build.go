// Package site turns a course into the files of a website. Every way to see or
// ship a course (public/, the preview, packages) takes the same files from
// Build.
package site

import (
	"io/fs"
	"slices"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/settings"
	"lectern/internal/theme"
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
	Unwritten   bool // nobody writes the files: pages are rendered for what is wrong with them, and neither kept nor weighed
	Unweighed   bool // nobody is told what pages weigh: only those that may be too heavy are weighed
	// Where rendered pages are to lie; nil for the memory.
	Shelf Shelf
	// What the last build told, for the site that it made and that is as it was; nil
	// when there is none.
	Before   *Memory
	Remember bool // make the memory for the next build; the site's lessons are then brief
	// Progress is told how many of all pages are rendered, one call at a time; it
	// may be nil.
	Progress func(done, all int)
}

// File is one file of the site.
type File struct {
	Path string // relative, with forward slashes
	Data []byte // nil when they lie on a shelf; Bytes returns them always

	kept *kept
}

// Site is a built course.
type Site struct {
	Config *settings.Site
	Course *course.Course
	Files  []File   // sorted by path
	Pages  []Weight // the pages, the heaviest first
	Style  string   // the path of the style that every page has
	Script string   // the path of the script that every page has
	// The languages of the course, its own first.
	Languages []Language
	Memory    *Memory // when it was asked for and there can be one
}

// Language is a language that the site is in.
type Language struct {
	Code         string // BCP 47
	Title        string // of the course
	Words        *layouts.Words
	Course       *course.Course
	Untranslated []string // files that are shown in the course's own language instead
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
	config, t := configured(fsys, o, d)
	if t == nil {
		return nil
	}
	return inspect(fsys, config, t, o, d)
}

// inspect is Inspect once the settings are known.
func inspect(fsys fs.FS, config *settings.Site, t *theme.Theme, o Options, d *diag.List) *Site {
	if o.Before != nil {
		if s := again(fsys, config, t, o, d); s != nil {
			return s
		}
	}
	w := newWorkshop(fsys, config, o, d)
	if !w.read(t, o, nil) {
		return nil
	}
	return w.site(o)
}

// site makes the site of the course that was read. With errors the pages are
// rendered all the same, for what else is wrong: an author wants to see
// everything at once.
func (w *workshop) site(o Options) *Site {
	files, pages := w.files()
	first := w.languages[0]
	shared := first.theme.Assets
	s := &Site{Config: w.config, Course: first.course, Pages: pages, Style: shared.Style.Path, Script: shared.Script.Path}
	for _, b := range w.languages {
		s.Languages = append(s.Languages, Language{Code: b.code, Title: b.title, Words: b.theme.Words, Course: b.course, Untranslated: b.course.Untranslated})
	}
	if w.diags.Failed() {
		return s
	}
	s.Files = files
	if o.Remember && w.tells() {
		s.Memory = w.remember(files, pages)
	}
	return s
}

// configured reads what does not depend on the lessons. The theme is nil after an
// error.
func configured(fsys fs.FS, o Options, d *diag.List) (*settings.Site, *theme.Theme) {
	config := settings.Read(fsys, d)
	if config == nil || !config.SetBaseURL(o.BaseURL, d) {
		return nil, nil
	}
	if o.Facilitator {
		mark(config)
	}
	return config, readTheme(fsys, config, o.Facilitator, d)
}

// read reads the course in all its languages. It returns false when there is
// nothing to render. kept may be nil.
func (w *workshop) read(t *theme.Theme, o Options, kept *course.Kept) bool {
	folder := course.Find(w.fsys, w.config.Language.Value, w.config.FurtherCodes(), w.diags)
	if !checkLanguages(t, w.config, folder, w.diags) {
		return false
	}
	options := course.Options{Drafts: o.Drafts, Markdown: markdownFor(t, w.config, o), Kept: kept, Keep: w.keep()}
	w.content = folder
	own := folder.Read(options, w.diags)
	all := localesOf(w.config, folder.Languages)
	if !w.add(all[0], own, t, options) {
		return false
	}
	for _, l := range all[1:] {
		t := t.In(l.code, w.diags)
		if t == nil {
			return false
		}
		options.Markdown = markdownFor(t, w.config, o)
		if !w.add(l, folder.Translate(own, l.code, options, w.diags), t, options) {
			return false
		}
	}
	w.languages[0].checkCards()
	return true
}

// needsOfAll are what the questions of all lessons need, and of each.
func needsOfAll(c *course.Course, config *settings.Site, led bool) (n theme.Needs) {
	var questions []quiz.Question
	var quizzes []*quiz.Quiz
	for _, l := range c.Lessons {
		questions = append(questions, l.Doc.Questions...)
		quizzes = append(quizzes, l.Doc.Quizzes...)
		n.Pages = append(n.Pages, lessonParts(l, led), recallParts(l.Doc, marked(l)))
	}
	if config.Review.Cards() {
		questions = append(questions, kinds.Card(quiz.Base{}, quiz.Flashcard{}))
	}
	n.Parts = kinds.All().PartsOf(questions, quizzes)
	return n
}

func markdownFor(t *theme.Theme, c *settings.Site, o Options) markdown.Options {
	return markdown.Options{
		Kinds:       kinds.All(),
		Say:         t.Words.Say,
		Language:    t.Language,
		HTML:        *c.Markdown.HTML,
		Smart:       *c.Markdown.Smart,
		Facilitator: o.Facilitator,
		Icons:       sortedKeys(t.Icons),
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
