package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"lectern/internal/scaffold"
)

type newPartFlags struct {
	course string
	module string
	quiet  bool
}

func (f *newPartFlags) add(c *cobra.Command) {
	courseFlag(c, &f.course)
	quietFlag(c, &f.quiet)
}

func newModuleCommand() *cobra.Command {
	var f newPartFlags
	c := &cobra.Command{
		Use:   "module TITLE",
		Short: "Add a module, after those that are there",
		Long: `lectern new module makes a folder in content/ with the page that introduces the
module. Its number is the next one; numbers give the order and show nowhere.`,
		Example: `  lectern new module "Tea with newcomers"`,
		Args:    titled(`lectern new module "A title"`),
		RunE: func(c *cobra.Command, args []string) error {
			return f.runModule(scaffold.Title(args[0]), c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	f.add(c)
	return c
}

func (f *newPartFlags) runModule(title string, out, errs io.Writer) error {
	b, err := openBench(f.course, errs)
	if err != nil {
		return err
	}
	defer b.root.Close()
	dir, err := b.folder.NewModule(title)
	if err != nil {
		return &failure{err}
	}
	files, err := scaffold.Module(dir, title, b.language)
	if err == nil {
		err = create(b.root, files)
	}
	if err == nil && !f.quiet {
		fmt.Fprintf(out, "Made %s: what the module is about goes there.\nNext:\n  lectern new lesson \"A title\"\n", files[0].Path)
	}
	return err
}

func newLessonCommand() *cobra.Command {
	var f newPartFlags
	c := &cobra.Command{
		Use:   "lesson TITLE",
		Short: "Add a lesson, after those of its module",
		Long: `lectern new lesson makes a lesson with settings, a few parts and a question. Its
number is the next one in its module; numbers give the order and show nowhere.
Without --module it goes into the last module.`,
		Example: `  lectern new lesson "A good pot"
  lectern new lesson "Who comes late" --module 02-newcomers`,
		Args: titled(`lectern new lesson "A title"`),
		RunE: func(c *cobra.Command, args []string) error {
			return f.runLesson(scaffold.Title(args[0]), c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	f.add(c)
	c.Flags().StringVar(&f.module, "module", "", "the module's folder in content/ (default: the last one)")
	completeCourse(c, "module", func(b *bench) []string { return b.folder.Modules() })
	return c
}

func (f *newPartFlags) runLesson(title string, out, errs io.Writer) error {
	b, err := openBench(f.course, errs)
	if err != nil {
		return err
	}
	defer b.root.Close()
	file, err := b.folder.NewLesson(f.module, title)
	if err != nil {
		return &failure{err}
	}
	files, err := scaffold.Lesson(file, title, b.language, scaffold.Taken(b.root.FS()))
	if err == nil {
		err = create(b.root, files)
	}
	if err == nil && !f.quiet {
		fmt.Fprintf(out, "Made %s: write over its examples.\nNext:\n  lectern new question --kind match --lesson %s\n", file, inShell(file))
	}
	return err
}
