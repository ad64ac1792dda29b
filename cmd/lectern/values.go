package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lectern/internal/diag"
)

// choice is the value of a flag that is one of a few words.
type choice struct {
	value   *string
	allowed []string
}

func (c *choice) String() string { return *c.value }

func (c *choice) Type() string { return "word" }

func (c *choice) Set(value string) error {
	if !slices.Contains(c.allowed, value) {
		return &notAllowed{value, c.allowed}
	}
	*c.value = value
	return nil
}

// notAllowed says which words a flag takes.
type notAllowed struct {
	value   string
	allowed []string
}

func (e *notAllowed) Error() string {
	if near := diag.Nearest(e.value, e.allowed); near != "" {
		return fmt.Sprintf("there is no `%s`; did you mean `%s`?", e.value, near)
	}
	last := len(e.allowed) - 1
	return fmt.Sprintf("there is no `%s`; write %s or %s", e.value, strings.Join(e.allowed[:last], ", "), e.allowed[last])
}

// oneOf adds a flag that takes one of a few words, and completes them.
func oneOf(c *cobra.Command, value *string, name, fallback string, allowed []string, usage string) {
	*value = fallback
	c.Flags().Var(&choice{value, allowed}, name, usage)
	completeValues(c, name, allowed)
}

// courseFlag adds the flag that names the course's folder.
func courseFlag(c *cobra.Command, course *string) {
	c.Flags().StringVarP(course, "course", "C", ".", "the folder that holds site.yaml")
	must(c.MarkFlagDirname("course"))
}

// quietFlag adds the flag that means the same everywhere: what a command was
// asked for and what is wrong is printed, and nothing else.
func quietFlag(c *cobra.Command, quiet *bool) {
	c.Flags().BoolVarP(quiet, "quiet", "q", false, "print no more than what was asked for, and what is wrong")
}

// completeValues lets a shell complete a flag with words.
func completeValues(c *cobra.Command, flag string, words []string) {
	must(c.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words, cobra.ShellCompDirectiveNoFileComp
	}))
}

// completeCourse lets a shell complete a flag with what a course holds.
func completeCourse(c *cobra.Command, flag string, words func(*bench) []string) {
	must(c.RegisterFlagCompletionFunc(flag, func(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		dir, err := c.Flags().GetString("course")
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		b, err := openBench(dir, io.Discard)
		if err != nil {
			return nil, cobra.ShellCompDirectiveDefault
		}
		defer b.root.Close()
		return words(b), cobra.ShellCompDirectiveNoFileComp
	}))
}

// must is for what only a slip in this program can make fail.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
