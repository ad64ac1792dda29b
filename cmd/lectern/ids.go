package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"lectern/internal/diag"
	"lectern/internal/ids"
	"lectern/internal/site"
)

type idsFlags struct {
	course  string
	write   bool
	quiet   bool
	options site.Options
}

func idsCommand() *cobra.Command {
	var f idsFlags
	c := &cobra.Command{
		Use:   "ids",
		Short: "Show the questions without an id, and write ids into the lessons when asked to",
		Long: `A student's progress is kept by a question's id. A question without one goes by
its lesson and its heading, so that progress is lost when the heading is reworded.

lectern ids shows such questions, and the line that would give each the id it
goes by now. lectern ids --write writes those lines, and changes nothing else.`,
		Example: `  lectern ids
  lectern ids --write`,
		Args: noWords,
		RunE: func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr()) },
	}
	flags := c.Flags()
	courseFlag(c, &f.course)
	flags.BoolVar(&f.write, "write", false, "write the ids into the lessons")
	flags.BoolVar(&f.options.Drafts, "drafts", false, "include lessons marked as drafts")
	quietFlag(c, &f.quiet)
	return c
}

func (f *idsFlags) run(out, errs io.Writer) error {
	root, err := openCourse(f.course)
	if err != nil {
		return err
	}
	defer root.Close()
	var d diag.List
	built := site.Build(root.FS(), f.options, &d)
	if built == nil {
		printMessages(errs, &d)
		fmt.Fprintf(errs, "\n%s; nothing was written, the lessons are as they were.\n", count(d.Count(diag.Error), "error"))
		return errCourse
	}
	built.Silence(&d)
	missing := ids.Missing(built.Course)
	if len(missing) == 0 {
		f.say(out, "every question has an id")
		return nil
	}
	var refused diag.List
	changes := ids.Prove(root.FS(), f.options, built, &d, ids.Changes(root.FS(), missing, &refused), &refused)
	if f.write {
		f.rewrite(root, changes, out, &refused)
	} else {
		f.show(root, changes, out, &refused)
	}
	printMessages(errs, &refused)
	if refused.Failed() {
		return errCourse
	}
	return nil
}

// show prints what would be written, and reports what could not be.
func (f *idsFlags) show(root *os.Root, changes []ids.Change, out io.Writer, d *diag.List) {
	questions := 0
	for _, c := range changes {
		questions += len(c.Edits)
		for _, e := range c.Edits {
			e.Show(out)
			fmt.Fprintln(out)
		}
		if _, err := permissions(root, c.Path); err != nil {
			refuse(c.Path, err, d)
		}
	}
	f.say(out, fmt.Sprintf("%s without an id in %s; nothing was changed; `lectern ids --write` writes them", count(questions, "question"), count(len(changes), "file")))
}

// rewrite writes every file that it can.
func (f *idsFlags) rewrite(root *os.Root, changes []ids.Change, out io.Writer, d *diag.List) {
	questions, files := 0, 0
	for _, c := range changes {
		if err := rewrite(root, c.Path, c.Old, c.New, "lectern ids"); err != nil {
			refuse(c.Path, err, d)
			continue
		}
		f.say(out, fmt.Sprintf("%s: %s", c.Path, count(len(c.Edits), "id")))
		questions, files = questions+len(c.Edits), files+1
	}
	f.say(out, fmt.Sprintf("%s written into %s", count(questions, "id"), count(files, "file")))
}

// say prints a line that nobody asked for.
func (f *idsFlags) say(out io.Writer, line string) {
	if !f.quiet {
		fmt.Fprintln(out, line)
	}
}

func refuse(path string, err error, d *diag.List) {
	d.ErrorIn(path, "not-writable", err.Error(), "it is left as it is; what `lectern ids` shows can be put in by hand")
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
