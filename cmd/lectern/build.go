package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"lectern/internal/diag"
	"lectern/internal/site"
)

type buildFlags struct {
	course, out string
	edition     string
	strict      bool
	json        bool
	quiet       bool
	options     site.Options
}

func buildCommand() *cobra.Command {
	var f buildFlags
	c := &cobra.Command{
		Use:   "build",
		Short: "Build the course into a folder of static files",
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr()) },
	}
	flags := c.Flags()
	flags.StringVarP(&f.course, "course", "C", ".", "the folder that holds site.yaml")
	flags.StringVarP(&f.out, "out", "o", "", "where the site goes (default: public in the course's folder)")
	flags.StringVar(&f.options.BaseURL, "base-url", "", "the address the site will have, instead of base_url in site.yaml")
	flags.BoolVar(&f.options.Drafts, "drafts", false, "include lessons marked as drafts")
	flags.StringVar(&f.edition, "edition", "student", "student or facilitator")
	flags.BoolVar(&f.strict, "strict", false, "treat warnings as errors")
	flags.BoolVar(&f.json, "json", false, "print the report as JSON")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "print messages only")
	return c
}

func (f *buildFlags) run(out, errs io.Writer) error {
	switch f.edition {
	case "student":
	case "facilitator":
		f.options.Facilitator = true
	default:
		return fmt.Errorf("unknown edition %q: write student or facilitator", f.edition)
	}
	start := time.Now()
	root, err := os.OpenRoot(f.course)
	if err != nil {
		return &failure{fmt.Errorf("the course's folder cannot be opened: %w", err)}
	}
	defer root.Close()
	var d diag.List
	built := site.Build(root.FS(), f.options, &d)
	if built != nil {
		built.Silence(&d)
	}
	d.Print(errs)
	if built == nil || f.strict && d.Count(diag.Warning) > 0 {
		f.explainFailure(errs, &d)
		return errCourse
	}
	if f.out == "" {
		f.out = filepath.Join(f.course, "public")
	}
	changes, err := site.Write(f.out, built.Files)
	if err != nil {
		return &failure{err}
	}
	report := built.Report(&d)
	report.Out, report.Changes, report.Milliseconds = f.out, changes, time.Since(start).Milliseconds()
	return f.print(out, report)
}

func (f *buildFlags) explainFailure(errs io.Writer, d *diag.List) {
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
	fmt.Fprintf(errs, "\n%d %s; nothing was written, the site is as it was.\n", n, what)
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
