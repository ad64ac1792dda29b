package main

import (
	"encoding/json"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

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
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr()) },
	}
	f.add(c)
	c.Flags().StringVarP(&f.out, "out", "o", "", "where the site goes (default: public in the course's folder; public-facilitator for that edition)")
	c.Flags().BoolVar(&f.json, "json", false, "print the report as JSON")
	return c
}

func (f *buildFlags) run(out, errs io.Writer) error {
	start := time.Now()
	if err := f.choose(); err != nil {
		return err
	}
	if f.out == "" {
		f.out = filepath.Join(f.course, f.folder())
	}
	last := lastBuild(f.course, f.out, f.options)
	if last.stillStands() && !(f.strict && last.Report.Warnings > 0) {
		_, _ = io.WriteString(errs, last.Messages)
		r := last.Report
		r.Changes = site.Changes{Unchanged: r.Changes.Written + r.Changes.Unchanged}
		r.Out, r.Milliseconds = f.out, time.Since(start).Milliseconds()
		return f.print(out, r)
	}
	var said strings.Builder
	built, d, err := f.build(io.MultiWriter(errs, &said), "the site")
	if err != nil {
		return err
	}
	changes, err := site.Write(f.out, built.Files)
	if err != nil {
		return &failure{err}
	}
	report := built.Report(d)
	report.Out, report.Changes, report.Milliseconds = f.out, changes, time.Since(start).Milliseconds()
	last.remember(report, said.String(), built.Files)
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
