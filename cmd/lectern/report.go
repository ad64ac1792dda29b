package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lectern/internal/report"
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
		Long: `lectern report shows which questions ask about which objective and what is missing,
how long each lesson takes and how hard it is to read, where the right answers
stand, terms, days of review, languages and weights.

    lectern report                              to read here
    lectern report --format html -o report.html a page to print or to send
    lectern report --format csv -o report.csv   a row for each question, for a spreadsheet
    lectern report --format json                for other programs`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr()) },
	}
	flags := c.Flags()
	flags.StringVarP(&f.course, "course", "C", ".", "the folder that holds site.yaml")
	flags.BoolVar(&f.options.Drafts, "drafts", false, "include lessons marked as drafts")
	flags.StringVar(&f.format, "format", report.Formats[0], "text, html, json or csv")
	flags.StringVarP(&f.out, "out", "o", "", "the file it is written to (default: it is shown)")
	return c
}

func (f *reportFlags) run(out, errs io.Writer) error {
	if !slices.Contains(report.Formats, f.format) {
		return fmt.Errorf("unknown format %q: write %s", f.format, strings.Join(report.Formats, ", "))
	}
	f.edition, f.onlyErrors, f.options.Passages = "student", true, true
	built, _, err := f.build(errs, "the report")
	if err != nil {
		return err
	}
	r := report.Of(built, time.Now())
	target := output{name: f.out, isOurs: func(head []byte) bool { return report.IsOurs(head, f.format) }, by: "lectern report --format " + f.format}
	return target.write(out, func(w io.Writer) error { return r.Write(w, f.format) })
}
