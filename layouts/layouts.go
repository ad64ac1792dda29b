// Package layouts is the theme: page templates, styles, scripts, icons and the
// interface's sentences. A course replaces any of them by a file of the same
// name in its own layouts/ folder.
package layouts

import (
	"embed"
	"errors"
	"io/fs"
	"path"
	"strings"
)

//go:embed *.html parts/*.html styles/*.css scripts/*.js icons/*.svg strings/*.yaml
var builtin embed.FS

// Over returns the theme with a course's own files laid over it. own may be
// nil.
func Over(own fs.FS) fs.FS {
	if own == nil {
		return builtin
	}
	return overlay{own}
}

type overlay struct{ own fs.FS }

func (o overlay) Open(name string) (fs.File, error) {
	info, err := fs.Stat(o.own, name)
	switch {
	case err == nil && !info.IsDir():
		return o.own.Open(name)
	case err == nil || errors.Is(err, fs.ErrNotExist):
		return builtin.Open(name)
	}
	return nil, err // what a course lays over the theme cannot be read, and must not be passed over
}

// Pages are the templates of whole pages, without their extension.
var Pages = []string{"home", "module", "lesson", "glossary", "references", "results", "progress", "review", "practice", "recall", "help", "search", "letters", "404"}

// Styles returns the theme's style sheets in the order in which they apply.
// The quiz's own come between the two parts.
func Styles() (before, after []string) {
	return []string{"tokens", "base", "page", "prose", "icons"}, []string{"print"}
}

// OwnStyle is a style sheet that only a course has: what it adds to the look of
// its pages on the screen, after all others.
const OwnStyle = "own"

// PaperStyles are the style sheets of the pages for paper, in order.
var PaperStyles = []string{"icons", "diagram", "paper"}

// Drawings is the part of the pages that hold a drawing.
const Drawings = "diagram"

// Scripts are the theme's scripts, in order, after the quiz's.
var Scripts = []string{"terms", "page", "sound", "kept-in", "kept", "stops", "keys"}

// Languages is what a course in several languages has besides, on every page:
// scripts/<name>.js and styles/<name>.css.
const Languages = "languages"

// Course is the script of what the pages about progress know of the course. The
// build writes the data above it: scripts/<name>.js.
const Course = "course"

// Parts are what only some pages of the theme need: scripts/<name>.js, styles/<name>.css,
// or both. A page names them in its plan.
var Parts = []string{Drawings, "read", "path", "lists", "legs", "home", "tally", "outcomes", "merge", "mine", "download", "file", "record", "visit", "boxes", "due", "calendar", "review", "recall", "news", "pieces", "find", "search", "offline"}

// Worker are the scripts of sw.js, which saves the course and serves it
// without a network, in order.
var Worker = []string{"sw-save", "sw-serve"}

// Icons returns the theme's drawings by name.
func Icons(theme fs.FS) (map[string]string, error) {
	names, err := fs.Glob(builtin, "icons/*.svg")
	if err != nil {
		return nil, err
	}
	if c, ok := theme.(coloured); ok {
		theme = c.FS
	}
	if o, ok := theme.(overlay); ok {
		own, _ := fs.Glob(o.own, "icons/*.svg")
		names = append(names, own...)
	}
	icons := map[string]string{}
	for _, name := range names {
		data, err := fs.ReadFile(theme, name)
		if err != nil {
			return nil, err
		}
		icons[strings.TrimSuffix(path.Base(name), ".svg")] = strings.TrimSpace(string(data))
	}
	return icons, nil
}
