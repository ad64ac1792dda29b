package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lectern/internal/diag"
	"lectern/internal/scaffold"
	"lectern/internal/settings"
)

type newQuestionFlags struct {
	course   string
	kind     string
	lesson   string
	language string
	quiet    bool
}

func newQuestionCommand() *cobra.Command {
	var f newQuestionFlags
	c := &cobra.Command{
		Use:   "question",
		Short: "Show a filled question of any kind, or add one to a lesson",
		Long: `lectern new question prints an example of a kind of question, with remarks, to
copy into a lesson. With --lesson it is added at the end of that lesson; nothing
else in the lesson changes. In a course it gets an id that is free there.

` + wrapped("The kinds are: "+strings.Join(scaffold.Kinds(), ", ")+"."),
		Example: `  lectern new question --kind match
  lectern new question --kind scenario --lesson content/01-tea/02-guests.md`,
		Args: noWords,
		RunE: func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr()) },
	}
	flags := c.Flags()
	courseFlag(c, &f.course)
	oneOf(c, &f.kind, "kind", "choice", scaffold.Kinds(), "the kind of question")
	flags.StringVar(&f.lesson, "lesson", "", "the lesson to add it to, such as content/01-tea/02-guests.md")
	oneOf(c, &f.language, "language", "", scaffold.Languages(), "en or fr (default: the course's, else en)")
	quietFlag(c, &f.quiet)
	completeCourse(c, "lesson", func(b *bench) []string { return b.folder.Lessons() })
	return c
}

func (f *newQuestionFlags) run(out, errs io.Writer) error {
	if f.lesson != "" {
		return f.append(out, errs)
	}
	language, taken := "en", func(string) bool { return false }
	if root, err := os.OpenRoot(f.course); err == nil {
		defer root.Close()
		var d diag.List // outside a course the question is in English
		if config := settings.Read(root.FS(), &d); config != nil {
			language, _ = scaffold.Speaks(config.Language.Value)
			taken = scaffold.Taken(root.FS())
		}
	}
	if f.language != "" {
		language = f.language
	}
	q, err := scaffold.NewQuestion(f.kind, language, "", taken)
	if err != nil {
		return &failure{err}
	}
	_, err = io.WriteString(out, q.Text)
	return err
}

// append adds a question to the end of a lesson, if it is one there.
func (f *newQuestionFlags) append(out, errs io.Writer) error {
	b, err := openBench(f.course, errs)
	if err != nil {
		return err
	}
	defer b.root.Close()
	lesson, err := f.find(b)
	if err != nil {
		return err
	}
	now, err := b.root.ReadFile(lesson)
	if err != nil {
		return &failure{fmt.Errorf("%s cannot be read: %w", lesson, reason(err))}
	}
	if f.language == "" {
		f.language = b.language
	}
	q, err := scaffold.NewQuestion(f.kind, f.language, scaffold.FirstObjective(lesson, now), scaffold.Taken(b.root.FS()))
	if err != nil {
		return &failure{err}
	}
	next, d := q.Below(b.root.FS(), lesson, now)
	if next == nil {
		printMessages(errs, d)
		return &failure{fmt.Errorf("%s was left as it is: at its end this would not be read as a question; `lectern new question --kind %s` prints it, to be put in by hand", lesson, f.kind)}
	}
	if err := rewrite(b.root, lesson, now, next, "lectern new question"); err != nil {
		return &failure{fmt.Errorf("%s: %w", lesson, err)}
	}
	if !f.quiet {
		fmt.Fprintf(out, "%s:%d: added a question; write over its example\n", lesson, line(next, q))
	}
	for _, other := range b.folder.TranslationsOf(lesson) {
		fmt.Fprintf(errs, "lectern: %s translates this lesson, and needs the question with the same id\n", other)
	}
	return nil
}

// line is the line of a lesson on which the question at its end begins.
func line(lesson []byte, q scaffold.Question) int {
	return bytes.Count(lesson, []byte("\n")) - strings.Count(q.Text, "\n") + 1
}

// find is the lesson that is meant: a path in the course, or from where the
// command runs.
func (f *newQuestionFlags) find(b *bench) (string, error) {
	asked := path.Clean(filepath.ToSlash(f.lesson))
	if dir := path.Clean(filepath.ToSlash(f.course)); dir != "." && !strings.HasPrefix(asked, "content/") {
		asked = strings.TrimPrefix(asked, dir+"/")
	}
	lessons := b.folder.Lessons()
	if slices.Contains(lessons, asked) {
		return asked, nil
	}
	if _, err := fs.Stat(b.root.FS(), asked); err == nil {
		return "", &failure{fmt.Errorf("%s is no lesson; a question belongs into one in the course's own language", f.lesson)}
	}
	hint := ""
	if near := diag.Nearest(asked, lessons); near != "" {
		hint = fmt.Sprintf("; did you mean `%s`?", near)
	}
	return "", &failure{fmt.Errorf("there is no lesson `%s`%s", f.lesson, hint)}
}
