package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"lectern/internal/diag"
	"lectern/internal/site"
	"lectern/internal/witness"
)

// courseFlags say which course a command builds, and how.
type courseFlags struct {
	course  string
	edition string
	strict  bool
	quiet   bool
	// Warnings are told by who makes the site; who only reads it keeps to errors.
	onlyErrors bool
	options    site.Options
	sources    witness.Sources // what the course is made from, for who remembers it
	moved      bool            // some of it was another when it was read
	root       *os.Root        // the course's folder while the site is made and written
}

// editions are for whom a course can be built.
var editions = []string{"student", "facilitator"}

func (f *courseFlags) add(c *cobra.Command) {
	flags := c.Flags()
	courseFlag(c, &f.course)
	flags.StringVar(&f.options.BaseURL, "base-url", "", "the address the site will have, instead of base_url in site.yaml")
	flags.BoolVar(&f.options.Drafts, "drafts", false, "include lessons marked as drafts")
	oneOf(c, &f.edition, "edition", editions[0], editions, "student or facilitator")
	flags.BoolVar(&f.strict, "strict", false, "treat warnings as errors")
	quietFlag(c, &f.quiet)
}

// choose takes the edition into the options.
func (f *courseFlags) choose() { f.options.Facilitator = f.edition == editions[1] }

// build builds the course and prints what is wrong with it, and that then what
// the command makes is as it was. The folder stays open until close: large files
// are read again when the site is written.
func (f *courseFlags) build(errs io.Writer, makes string) (*site.Site, *diag.List, error) {
	f.choose()
	root, err := openCourse(f.course)
	if err != nil {
		return nil, nil, err
	}
	f.root = root
	var d diag.List
	waiting := newWaiting(errs, "pages rendered")
	f.options.Progress = waiting.told()
	built := f.watched(root.FS(), &d)
	waiting.end()
	if built != nil {
		built.Silence(&d)
	}
	if f.onlyErrors {
		d.Drop(func(m diag.Message) bool { return m.Severity == diag.Warning })
	}
	printMessages(errs, &d)
	if built == nil || f.strict && d.Count(diag.Warning) > 0 {
		explainFailure(errs, &d, makes)
		return nil, nil, errCourse
	}
	return built, &d, nil
}

// watched builds the course, and notes whether it changed meanwhile where that is
// asked for.
func (f *courseFlags) watched(course fs.FS, d *diag.List) *site.Site {
	if f.sources == nil {
		return site.Build(course, f.options, d)
	}
	folder := f.sources.Watch(course)
	built := site.Build(folder, f.options, d)
	f.moved = folder.SawChange()
	return built
}

// close closes the course's folder, when it was opened.
func (f *courseFlags) close() {
	if f.root != nil {
		_ = f.root.Close()
	}
}

func explainFailure(errs io.Writer, d *diag.List, makes string) {
	n, what := d.Count(diag.Error), "error"
	if n == 0 {
		n, what = d.Count(diag.Warning), "warning"
	}
	if n != 1 {
		what += "s"
	}
	if !d.Failed() {
		what += ", and --strict"
	}
	fmt.Fprintf(errs, "\n%d %s; nothing was written, %s is as it was.\n", n, what, makes)
}
