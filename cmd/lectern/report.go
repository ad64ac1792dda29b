package main

import (
	"fmt"
	"io"
	"io/fs"
	"time"

	"github.com/spf13/cobra"

	"lectern/internal/diag"
	"lectern/internal/report"
	"lectern/internal/site"
)

type reportFlags struct {
	courseFlags
	format string
	out    string
}

func reportCommand() *cobra.Command {
	var f reportFlags
	c := &cobra.Command{
		Use:   "report",
		Short: "Show the course as a table: objectives, questions, gaps, minutes, words",
		Long: `lectern report shows which questions ask about which objective, and what is
missing; how long each lesson takes and how hard it is to read; where the right
answers stand; terms, days of review, languages and weights. As text it is to read
here, as html a page to print or to send, as csv a row for each question, and as
json for other programs.`,
		Example: `  lectern report
  lectern report --format html -o report.html
  lectern report --format csv -o questions.csv`,
		Args: noWords,
		RunE: func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr()) },
	}
	flags := c.Flags()
	flags.StringVarP(&f.course, "course", "C", ".", "the folder that holds site.yaml")
	flags.BoolVar(&f.options.Drafts, "drafts", false, "include lessons marked as drafts")
	oneOf(c, &f.format, "format", report.Formats[0], report.Formats, "text, html, json or csv")
	flags.StringVarP(&f.out, "out", "o", "", "the file it is written to (default: it is shown)")
	quietFlag(c, &f.quiet)
	return c
}

func (f *reportFlags) run(out, errs io.Writer) error {
	f.onlyErrors, f.options.Passages = true, true
	defer f.close()
	built, _, err := f.build(errs, "the report")
	if err != nil {
		return err
	}
	r := report.Of(built, time.Now())
	target := output{name: f.out, isOurs: func(head []byte) bool { return report.IsOurs(head, f.format) }, by: "lectern report --format " + f.format}
	return target.write(out, func(w io.Writer) error { return r.Write(w, f.format) })
}

// reportPage is the report of a course as it lies there, drafts included, for
// the preview.
func reportPage(course fs.FS) ([]byte, error) {
	var d diag.List
	built := site.Build(course, site.Options{Drafts: true, Passages: true}, &d)
	if built == nil {
		return nil, fmt.Errorf("there is no report of a course with errors (%d); mend them, and load this page again", d.Count(diag.Error))
	}
	return report.HTML(report.Of(built, time.Now())), nil
}
