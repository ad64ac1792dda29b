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

	"lectern/internal/course"
	"lectern/internal/scaffold"
)

type newCourseFlags struct {
	language string
	title    string
	quiet    bool
}

func newCourseCommand() *cobra.Command {
	var f newCourseFlags
	c := &cobra.Command{
		Use:   "course NAME",
		Short: "Make a course that builds at once, in a folder of its own",
		Long: `lectern new course makes a folder with a small course: settings with a remark on
each, a module of two lessons, a glossary, references, and a README for you. It
builds at once. The folder's name is made from NAME, which is the title, too;
NAME may be a path. A dot means this folder, if nothing is in it but hidden files.`,
		Example: `  lectern new course "Making tea for a group"
  lectern new course courses/tea --title "Making tea for a group"
  lectern new course "Du thé pour un groupe" --language fr`,
		Args: titled(`lectern new course "A title"`),
		RunE: func(c *cobra.Command, args []string) error { return f.run(args[0], c.OutOrStdout()) },
	}
	flags := c.Flags()
	flags.StringVar(&f.language, "language", "en", "the language of the course, as a code; the examples are in English or French (en, fr)")
	flags.StringVar(&f.title, "title", "", "the title, when it is not NAME")
	quietFlag(c, &f.quiet)
	completeValues(c, "language", scaffold.Languages())
	return c
}

func (f *newCourseFlags) run(name string, out io.Writer) error {
	code, ok := course.Code(f.language)
	if !ok {
		return fmt.Errorf("`%s` is not a language: write a code such as en, fr or en-CA", f.language)
	}
	if _, ok := scaffold.Speaks(code); !ok {
		return fmt.Errorf("there are no examples in `%s`, only in English and French (en, fr); make the course in one of them and change `language` in site.yaml", code)
	}
	dir, title, err := f.place(name)
	if err != nil {
		return err
	}
	files, err := scaffold.Course(title, code)
	if err != nil {
		return &failure{err}
	}
	if err := makeCourse(dir, files); err != nil {
		return err
	}
	if !f.quiet {
		fmt.Fprintf(out, "Made the course \"%s\" in %s:\n", title, shownDir(dir))
		for _, file := range files {
			fmt.Fprintf(out, "  %s\n", file.Path)
		}
		fmt.Fprint(out, "\nNext:\n")
		if dir != "." {
			fmt.Fprintf(out, "  cd %s\n", inShell(dir))
		}
		fmt.Fprint(out, "  lectern serve --open           see it while you write\n")
		fmt.Fprint(out, "  lectern build                  then open public/index.html by double click\n")
		fmt.Fprint(out, "  lectern check                  what is wrong, and what could be better\n")
		fmt.Fprint(out, "  lectern new lesson \"A title\"   one more lesson\n")
	}
	return nil
}

// place is the folder for a course and its title.
func (f *newCourseFlags) place(name string) (dir, title string, err error) {
	parent, base := filepath.Split(filepath.Clean(name))
	if base == "." || base == ".." {
		full, err := filepath.Abs(base)
		if err != nil {
			return "", "", &failure{err}
		}
		dir, base = filepath.Join(parent, base), filepath.Base(full)
	} else {
		base = scaffold.Title(base)
		folder := scaffold.FolderName(base)
		if folder == "" {
			return "", "", fmt.Errorf("no folder name can be made from `%s`: use letters or digits in it", base)
		}
		dir = filepath.Join(parent, folder)
	}
	if title = scaffold.Title(f.title); title == "" {
		title = scaffold.TitleOf(base)
	}
	return dir, title, nil
}

// makeCourse makes a course in a folder that is not there or holds nothing.
func makeCourse(dir string, files []scaffold.File) error {
	entries, err := os.ReadDir(dir)
	fresh := errors.Is(err, os.ErrNotExist)
	switch {
	case err != nil && !fresh:
		return &failure{fmt.Errorf("%s is there already and is no folder that can be read; %s", dir, freeName(dir))}
	case !isFree(entries, files):
		return &failure{fmt.Errorf("the folder %s is there already, and something is in it; %s", dir, freeName(dir))}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return &failure{fmt.Errorf("the course's folder cannot be made: %w", err)}
	}
	root, err := openCourse(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	return create(root, files)
}

// isFree reports whether a folder holds nothing but hidden files of others, such
// as those of version control.
func isFree(entries []os.DirEntry, files []scaffold.File) bool {
	return !slices.ContainsFunc(entries, func(e os.DirEntry) bool {
		ours := slices.ContainsFunc(files, func(f scaffold.File) bool { return f.Path == e.Name() })
		return ours || !strings.HasPrefix(e.Name(), ".")
	})
}

// freeName says which name with a number is free.
func freeName(dir string) string {
	if base := filepath.Base(dir); base == "." || base == ".." {
		return "make the course in a folder of its own: lectern new course \"My course\""
	}
	for n := 2; ; n++ {
		next := fmt.Sprintf("%s-%d", dir, n)
		if _, err := os.Lstat(next); errors.Is(err, os.ErrNotExist) {
			return "this name is free: " + next
		} else if err != nil && !os.IsExist(err) {
			return "choose another name"
		}
	}
}

func shownDir(dir string) string {
	if dir == "." {
		return "this folder"
	}
	return dir + string(filepath.Separator)
}

// inShell writes a path so that a shell takes it as it is.
func inShell(name string) string {
	if strings.ContainsAny(name, " '\"$&;()<>|*?`\\!#~") && filepath.Separator == '/' {
		return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	return name
}
