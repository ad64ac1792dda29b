package main

import (
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"lectern/internal/diag"
	"lectern/internal/ids"
	"lectern/internal/site"
)

type idsFlags struct {
	course  string
	write   bool
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
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr()) },
	}
	flags := c.Flags()
	flags.StringVarP(&f.course, "course", "C", ".", "the folder that holds site.yaml")
	flags.BoolVar(&f.write, "write", false, "write the ids into the lessons")
	flags.BoolVar(&f.options.Drafts, "drafts", false, "include lessons marked as drafts")
	return c
}

func (f *idsFlags) run(out, errs io.Writer) error {
	root, err := os.OpenRoot(f.course)
	if err != nil {
		return &failure{fmt.Errorf("the course's folder cannot be opened: %w", err)}
	}
	defer root.Close()
	var d diag.List
	built := site.Build(root.FS(), f.options, &d)
	if built == nil {
		d.Print(errs)
		fmt.Fprintf(errs, "\n%s; nothing was written, the lessons are as they were.\n", count(d.Count(diag.Error), "error"))
		return errCourse
	}
	built.Silence(&d)
	missing := ids.Missing(built.Course)
	if len(missing) == 0 {
		fmt.Fprintln(out, "every question has an id")
		return nil
	}
	var refused diag.List
	changes := ids.Changes(root.FS(), missing, &refused)
	changes = slices.DeleteFunc(changes, func(c ids.Change) bool { return refuse(c, mayRewrite(root, c.Path), &refused) })
	changes = ids.Prove(root.FS(), f.options, built, &d, changes, &refused)
	if f.write {
		changes = slices.DeleteFunc(changes, func(c ids.Change) bool { return refuse(c, rewrite(root, c.Path, c.Old, c.New), &refused) })
	}
	f.print(out, changes)
	refused.Print(errs)
	if refused.Failed() {
		return errCourse
	}
	return nil
}

// refuse reports why a file is left alone, and whether it is.
func refuse(c ids.Change, err error, d *diag.List) bool {
	if err != nil {
		d.ErrorIn(c.Path, "not-written", err.Error(), "the file is as it was; "+count(len(c.Edits), "question")+" in it still without an id")
	}
	return err != nil
}

func (f *idsFlags) print(out io.Writer, changes []ids.Change) {
	questions := 0
	for _, c := range changes {
		questions += len(c.Edits)
		if f.write {
			fmt.Fprintf(out, "%s: %s\n", c.Path, count(len(c.Edits), "id"))
			continue
		}
		for _, e := range c.Edits {
			e.Show(out)
		}
	}
	if f.write {
		fmt.Fprintf(out, "%s written into %s\n", count(questions, "id"), count(len(changes), "file"))
		return
	}
	fmt.Fprintf(out, "\n%s without an id in %s; nothing was changed; `lectern ids --write` writes them\n", count(questions, "question"), count(len(changes), "file"))
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
