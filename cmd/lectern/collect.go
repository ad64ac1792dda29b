package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lectern/internal/collect"
	"lectern/internal/diag"
	"lectern/internal/site"
)

type collectFlags struct {
	courseFlags
	out      string
	analysis bool
}

func collectCommand() *cobra.Command {
	var f collectFlags
	c := &cobra.Command{
		Use:   "collect file.json ...",
		Short: "Put the files that students handed in together as one table",
		Long: `lectern collect reads the files that students save on “My progress” and send you,
and makes one table of them, as CSV: a row for each student and question, or with
--analysis a row for each question. Of a folder it reads all files that end in
.json.

It is self-reported: anybody can answer for somebody else, look answers up, or
change the file. Answers are marked anew by the course. Keep the table as you keep
anything about your students, and no longer than you need it.`,
		Example: `  lectern collect results -o answers.csv
  lectern collect results --analysis -o questions.csv`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("say which files: lectern collect results/*.json")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return f.run(args, c.OutOrStdout(), c.ErrOrStderr()) },
	}
	flags := c.Flags()
	flags.StringVarP(&f.course, "course", "C", ".", "the folder that holds site.yaml")
	flags.StringVarP(&f.out, "out", "o", "", "the file the table is written to (default: it is shown)")
	flags.BoolVar(&f.analysis, "analysis", false, "a row for each question: how many are right, what was chosen")
	quietFlag(c, &f.quiet)
	return c
}

func (f *collectFlags) run(args []string, out, errs io.Writer) error {
	names, err := filesOf(args)
	if err != nil {
		return &failure{err}
	}
	f.onlyErrors, f.options.Drafts = true, true
	defer f.close()
	built, _, err := f.build(errs, "the table")
	if err != nil {
		return err
	}
	var d diag.List
	results, open := gather(names, built, &d)
	printMessages(errs, &d)
	if results == nil {
		fmt.Fprintf(errs, "\n%s; nothing was written.\n", count(d.Count(diag.Error), "error"))
		return errCourse
	}
	target := output{name: f.out, isOurs: collect.IsOurs, by: "lectern collect"}
	write := results.WriteAnswers
	if f.analysis {
		write = results.WriteAnalysis
	}
	if err := target.write(out, write); err != nil || f.quiet {
		return err
	}
	f.sum(errs, results, open)
	return nil
}

// gather reads all files and marks what is in them. With errors it returns nil.
// open is how many quizzes are begun and not handed in.
func gather(names []string, built *site.Site, d *diag.List) (results *collect.Results, open int) {
	var exports []*collect.Export
	course := built.Config.ID.Value
	for _, name := range names {
		shown := filepath.ToSlash(name)
		data, err := readHead(name, collect.MaxSize+1)
		if err != nil {
			d.ErrorIn(shown, "unreadable", "this cannot be read: "+err.Error(), "")
		} else if e := collect.Parse(shown, data, course, d); e != nil {
			exports = append(exports, e)
			open += e.Open
		}
	}
	if d.Failed() {
		return nil, 0
	}
	return collect.Mark(built.Course, course, collect.Together(exports, course, d), d), open
}

// sum says how much there is, and what it is worth.
func (f *collectFlags) sum(errs io.Writer, r *collect.Results, open int) {
	fmt.Fprintf(errs, "%s, %s. They are self-reported: nobody has checked who answered, or how.\n", count(len(r.Students), "student"), count(len(r.Answers), "answer"))
	if open > 0 {
		fmt.Fprintf(errs, "%s begun and not handed in: left out.\n", quizzes(open))
	}
	if f.analysis {
		fmt.Fprintf(errs, "With %s, a share is known to about %d points of 100; with 100 to 10, with 400 to 5.\n", count(len(r.Students), "student"), collect.Margin(len(r.Students)))
	}
}

func quizzes(n int) string {
	if n == 1 {
		return "1 quiz is"
	}
	return fmt.Sprintf("%d quizzes are", n)
}

// filesOf lists the files that are meant, each once: those of folders, and those of
// patterns that the shell has left as they are.
func filesOf(args []string) (names []string, err error) {
	for _, arg := range args {
		found := []string{arg}
		switch info, err := os.Stat(arg); {
		case err == nil && info.IsDir():
			if found, err = filepath.Glob(filepath.Join(quoteMeta(arg), "*.json")); err != nil || len(found) == 0 {
				return nil, fmt.Errorf("there is no file that ends in .json in %s", arg)
			}
		case err != nil && strings.ContainsAny(arg, "*?["):
			if found, err = filepath.Glob(arg); err != nil || len(found) == 0 {
				return nil, fmt.Errorf("no file is called %s", arg)
			}
		}
		for _, name := range found {
			if name = filepath.Clean(name); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names, nil
}

// quoteMeta lets a folder's name stand for itself in a pattern.
func quoteMeta(name string) string {
	return strings.NewReplacer("*", "[*]", "?", "[?]", "[", "[[]").Replace(name)
}
