// Package course reads a folder of lessons and puts the course together.
//
// Find lists the files. Read works on one of them at a time, in parallel;
// assemble is the only stage that sees all lessons. Translate does the same for
// another language, from what was read. The values they return are not changed
// afterwards, but by a Renewer, which a preview has.
package course

import (
	"lectern/internal/markdown"
	"lectern/internal/prose"
	"lectern/internal/reference"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// Course is everything that was read, in order and with every name resolved.
type Course struct {
	Language     string // of what is around the pages; a page's own is its Lang
	Home         *Page
	Modules      []*Module
	Lessons      []*Lesson          // of all modules, in order
	Glossary     *Glossary          // nil when there is none
	References   *reference.Library // empty when there is none
	Support      *Support
	Files        map[string]bool   // what else lies in content/, by its path there
	Untranslated []string          // files that are shown in the course's own language, in order
	translated   map[string]string // file -> its translation, paths in content/
	byURL        map[string]*Lesson
	targets      map[string]*Target
}

// Page is what lessons, module pages and the course's front page share.
type Page struct {
	File     *source.File
	Lang     string // of its text
	Original *Page  // what it translates; nil for what is in the course's own language
	Dir      string // the folder in content/ that holds it, "." at the top
	URL      string // the page's file in the site, such as "continuum/what-it-is.html"
	Front    FrontMatter
	Title    string
	Summary  string
	Doc      *markdown.Document
	Body     prose.Text // Doc.Body with the terms of the glossary marked
	Terms    []*Entry   // the terms marked in Body, in order
	Brief    *Brief     // when the page was not read again: all that is known of it

	frontBroken bool // the settings have errors, so what they name is not known
}

// Lesson is one page of a module.
type Lesson struct {
	Page
	Module     *Module
	Number     int // in the course, from 1
	Minutes    int
	Objectives []Objective
}

// Module is a folder of lessons.
type Module struct {
	Page
	Number  int    // from 1; 0 for the lessons that lie in no folder
	Slug    string // its folder in the site
	Lessons []*Lesson
}

// Objective is one thing a student is able to do after a lesson.
type Objective struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Lang string `json:"-"` // of Text, where that is not the page's
}

// FrontMatter is the YAML at the top of a page.
type FrontMatter struct {
	Title         yamlx.Text   `yaml:"title"`
	Summary       string       `yaml:"summary"`
	Minutes       int          `yaml:"minutes"`
	Objectives    []yamlx.Pair `yaml:"objectives"`
	KeyConcepts   []string     `yaml:"key_concepts"`
	ContentNote   string       `yaml:"content_note"`
	Prerequisites []yamlx.Text `yaml:"prerequisites"`
	Draft         bool         `yaml:"draft"`
	Owner         string       `yaml:"owner"`
	ReviewBy      yamlx.Text   `yaml:"review_by"`
	Glossary      *bool        `yaml:"glossary"` // false: mark no terms on this page
}

// Questions is how many questions the course has.
func (c *Course) Questions() int {
	n := 0
	for _, l := range c.Lessons {
		n += len(l.Doc.Questions)
	}
	return n
}

// Minutes is how long the course takes.
func (c *Course) Minutes() int {
	n := 0
	for _, l := range c.Lessons {
		n += l.Minutes
	}
	return n
}

// Reckoned is how many minutes the lesson takes by its words and questions,
// whatever its author says.
func (l *Lesson) Reckoned() int { return minutes(l.Doc.Words, len(l.Doc.Questions)) }

// Minutes is how long the module takes.
func (m *Module) Minutes() int {
	n := 0
	for _, l := range m.Lessons {
		n += l.Minutes
	}
	return n
}
