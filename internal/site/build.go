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
	"lectern/layouts"
	"lectern/quiz"
	"lectern/quiz/kinds"
)

// Options are what the command line adds to site.yaml.
type Options struct {
	BaseURL     string // replaces base_url when not empty
	Drafts      bool
	Facilitator bool
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
	config := readConfig(fsys, d)
	if config == nil || !config.setBaseURL(o.BaseURL, d) {
		return nil
	}
	theme := readTheme(fsys, config, d)
	if theme == nil {
		return nil
	}
	var builders []*builder
	for _, l := range config.locales() {
		c := course.Read(fsys, course.Options{Drafts: o.Drafts, Markdown: theme.markdown(config, o)}, d)
		b := newBuilder(fsys, config, l, c, theme, o, d)
		if b == nil {
			return nil
		}
		builders = append(builders, b)
	}
	// With errors the pages are rendered all the same, for what else is wrong:
	// an author wants to see everything at once.
	files, pages := join(builders)
	if d.Failed() {
		return nil
	}
	return &Site{Config: config, Course: builders[0].course, Files: files, Pages: pages, Style: theme.assets.style.Path, Script: theme.assets.script.Path, Words: theme.words}
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

// theme is everything that looks the same on every page of a language.
type theme struct {
	files     fs.FS
	words     *layouts.Words
	icons     map[string]string
	questions *quiz.Renderer
	pages     *pageTemplates
	assets    assets
	faces     []face
	colours   colours
	extras    []File // fonts and icons
}

func (t *theme) markdown(c *Config, o Options) markdown.Options {
	return markdown.Options{
		Kinds:       kinds.All(),
		Say:         t.words.Say,
		Language:    c.Language.Value,
		HTML:        *c.Markdown.HTML,
		Smart:       *c.Markdown.Smart,
		Facilitator: o.Facilitator,
		Icons:       sortedKeys(t.icons),
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
