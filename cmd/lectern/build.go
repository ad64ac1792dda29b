package main

import (
	"encoding/json"
	"io"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"lectern/internal/publish"
	"lectern/internal/site"
)

type buildFlags struct {
	courseFlags
	out  string
	json bool
}

func buildCommand() *cobra.Command {
	var f buildFlags
	c := &cobra.Command{
		Use:   "build",
		Short: "Build the course into a folder of static files",
		Long: `lectern build makes the website in a folder: public, in the course's. Open its
index.html by double click, copy the folder to a USB stick, or put it on any web
server. When something is wrong, it is said with the place and the fix, and the
site stays as it was.`,
		Example: `  lectern build
  lectern build --edition facilitator
  lectern build --base-url https://example.org/course/`,
		Args: noWords,
		RunE: func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr()) },
	}
	f.add(c)
	c.Flags().StringVarP(&f.out, "out", "o", "", "where the site goes (default: public in the course's folder; public-facilitator for that edition)")
	c.Flags().BoolVar(&f.json, "json", false, "print the report as JSON")
	return c
}

func (f *buildFlags) run(out, errs io.Writer) error {
	start := time.Now()
	f.choose()
	if f.out == "" {
		f.out = filepath.Join(f.course, f.folder())
	}
	f.options.Unweighed = f.quiet && !f.json
	last := lastBuild(f.course, f.out, f.options)
	if last.stillStands() && (last.Weighed || f.options.Unweighed) && !(f.strict && last.Report.Warnings > 0) {
		last.say(errs)
		r := last.Report
		r.Changes = publish.Changes{Unchanged: r.Changes.Written + r.Changes.Unchanged}
		r.Out, r.Milliseconds = f.out, time.Since(start).Milliseconds()
		return f.print(out, r)
	}
	pages := publish.NewSpool(f.out)
	if pages != nil {
		defer pages.Close()
		f.options.Shelf = pages
	}
	f.sources, f.options.Before, f.options.Remember = last.sources, last.memory(), true
	defer f.close()
	built, d, err := f.build(errs, "the site")
	if err != nil {
		return err
	}
	changes, err := publish.WriteFrom(pages, last.looked, f.out, built.Files)
	if err != nil {
		return &failure{err}
	}
	report := built.Report(d)
	report.Out, report.Changes, report.Milliseconds = f.out, changes, time.Since(start).Milliseconds()
	last.Weighed = !f.options.Unweighed
	if !f.moved {
		last.remember(report, d, built)
	}
	return f.print(out, report)
}

// folder keeps the editions apart: who puts public/ online puts no answers
// there.
func (f *buildFlags) folder() string {
	if f.options.Facilitator {
		return "public-facilitator"
	}
	return "public"
}

func (f *buildFlags) print(out io.Writer, r site.Report) error {
	switch {
	case f.json:
		e := json.NewEncoder(out)
		e.SetIndent("", "  ")
		return e.Encode(r)
	case !f.quiet:
		return r.Print(out)
	}
	return nil
}
