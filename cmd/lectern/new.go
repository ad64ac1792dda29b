package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/scaffold"
	"lectern/internal/settings"
)

func newCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "new",
		Short: "Make a course, a module, a lesson or a question to begin from",
		Long: `lectern new makes files that are filled with examples and remarks, so that you
write over something that works. It never changes a file that is there, but for
` + "`lectern new question --lesson`" + `, which adds to the end of that lesson.`,
		Example: `  lectern new course "Making tea"
  lectern new lesson "A good pot"
  lectern new question --kind match`,
		Args: knownCommand,
		RunE: func(c *cobra.Command, _ []string) error {
			return errors.New("say what to make: lectern new course, module, lesson or question")
		},
	}
	c.AddCommand(newCourseCommand(), newModuleCommand(), newLessonCommand(), newQuestionCommand())
	return c
}

// bench is a course that something is added to.
type bench struct {
	root     *os.Root
	config   *settings.Site
	folder   *course.Folder
	language string // of what is written into it
}

// openBench reads what a new part needs to know of a course: its settings and
// where its lessons lie. Lessons may have errors.
func openBench(dir string, errs io.Writer) (*bench, error) {
	root, err := openCourse(dir)
	if err != nil {
		return nil, err
	}
	var d diag.List
	b := &bench{root: root, config: settings.Read(root.FS(), &d)}
	if b.config == nil {
		printMessages(errs, &d)
		fmt.Fprintln(errs, "\nnothing was made; to begin a course: lectern new course \"My course\"")
		return nil, errors.Join(errCourse, root.Close())
	}
	var unread diag.List // a build says it
	b.folder = course.Find(root.FS(), b.config.Language.Value, nil, &unread)
	b.language, _ = scaffold.Speaks(b.config.Language.Value)
	return b, nil
}

// openCourse opens the folder of a course.
func openCourse(dir string) (*os.Root, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, &failure{fmt.Errorf("the course's folder cannot be opened: %w", err)}
	}
	return root, nil
}

// titled wants one title on the command line.
func titled(example string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0 || scaffold.Title(args[0]) == "":
			return fmt.Errorf("give it a title: %s", example)
		case len(args) > 1:
			return fmt.Errorf("a title of several words needs quotes around it: %s", strings.Replace(example, "A title", strings.Join(args, " "), 1))
		}
		return nil
	}
}

// create makes the files, all or none. Nothing that is there is written to.
func create(root *os.Root, files []scaffold.File) (err error) {
	var made []string
	defer func() {
		if err == nil {
			return
		}
		for _, name := range made {
			err = errors.Join(err, root.Remove(name))
		}
	}()
	for _, f := range files {
		if err := root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
			return &failure{fmt.Errorf("%s cannot be made: %w", path.Dir(f.Path), reason(err))}
		}
		if err := createFile(root, f, &made); err != nil {
			return err
		}
	}
	return nil
}

func createFile(root *os.Root, f scaffold.File, made *[]string) error {
	out, err := root.OpenFile(f.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return &failure{fmt.Errorf("%s is there already, and is left as it is; nothing was made", f.Path)}
	} else if err != nil {
		return &failure{fmt.Errorf("%s cannot be made: %w", f.Path, reason(err))}
	}
	*made = append(*made, f.Path)
	_, err = out.Write(f.Data)
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return &failure{fmt.Errorf("%s cannot be written: %w", f.Path, reason(err))}
	}
	return nil
}
