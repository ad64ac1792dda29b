package main

import (
	"io"
	"time"

	"github.com/spf13/cobra"

	"lectern/internal/check"
	"lectern/internal/diag"
	"lectern/internal/site"
)

type checkFlags struct {
	course   string
	strict   bool
	format   string
	external bool
	quiet    bool
}

// formats are how messages can be printed.
var formats = []string{"text", "json", "github"}

func checkCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check",
		Short: "Say what is wrong with the course, and what could be better",
		Long: `lectern check says all that lectern build would say, but for what pages weigh,
and reads the course over for flaws of questions, gaps in the teaching, words that
hurt and what some people cannot see. Drafts and what is for facilitators are
read, too. Nothing is written.

A warning can be left. To silence one, put its name into site.yaml, or write above
the block it is about, or into the question:

    <!-- check: silence key-is-longest: the short form would be wrong -->`,
		Example: `  lectern check
  lectern check --strict --external`,
		Args: noWords,
		RunE: func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr()) },
	}
	flags := c.Flags()
	courseFlag(c, &f.course)
	flags.BoolVar(&f.strict, "strict", false, "treat warnings as errors")
	oneOf(c, &f.format, "format", formats[0], formats, "text, json or github")
	flags.BoolVar(&f.external, "external", false, "ask whether addresses on other websites answer")
	quietFlag(c, &f.quiet)
	return c
}

// isWeight tells what pages weigh: that of the edition for facilitators, with
// drafts, is not what students fetch. A build says it for what it builds.
func isWeight(m diag.Message) bool { return m.Name == "page-heavy" }

func (f *checkFlags) run(out, errs io.Writer) error {
	root, err := openCourse(f.course)
	if err != nil {
		return err
	}
	defer root.Close()
	var d diag.List
	waiting := newWaiting(errs, "pages read")
	read := site.Inspect(root.FS(), site.Options{Drafts: true, Facilitator: true, Passages: true, Unwritten: true, Progress: waiting.told()}, &d)
	waiting.end()
	if read != nil {
		options := check.Options{FS: root.FS(), Today: time.Now(), Broken: d.Broken()}
		if f.external {
			options.Dead = askOutside(root, check.Addresses(read.Course), errs)
		}
		for _, l := range read.Languages {
			check.Course(l.Course, options, &d)
		}
		if !d.Failed() {
			read.WarnUnused(&d)
		}
		read.Silence(&d)
		d.Drop(isWeight)
	}
	if err := f.print(out, read, &d); err != nil {
		return &failure{err}
	}
	if d.Failed() || f.strict && d.Count(diag.Warning) > 0 {
		return errCourse
	}
	return nil
}
