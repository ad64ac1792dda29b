// Command lectern turns a folder of Markdown lessons into a training course.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"lectern/internal/diag"
)

// Exit codes.
const (
	exitFine   = 0
	exitCourse = 1 // the course has errors, or something could not be written
	exitUsage  = 2
)

// errCourse ends a command whose messages have been printed already.
var errCourse = errors.New("the course has errors")

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the whole program, without the process around it.
func run(args []string, out, errs io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errs)
	err := root.Execute()
	var failed *failure
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errCourse):
		return exitCourse
	case errors.As(err, &failed):
		fmt.Fprintf(errs, "lectern: %v\n", err)
		return exitCourse
	}
	fmt.Fprintf(errs, "lectern: %v\nSee `lectern help`.\n", err)
	return exitUsage
}

// failure is an error that is not the user's way of calling.
type failure struct{ error }

func (f *failure) Unwrap() error { return f.error }

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "lectern",
		Short:         "Turns a folder of Markdown lessons into a training course",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          knownCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.AddCommand(buildCommand(), checkCommand(), collectCommand(), exportCommand(), idsCommand(), reportCommand(), versionCommand())
	return root
}

// knownCommand gets the words after "lectern" that are no command.
func knownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	if near := diag.Nearest(args[0], names); near != "" {
		return fmt.Errorf("there is no command `%s`; did you mean `lectern %s`?", args[0], near)
	}
	return fmt.Errorf("there is no command `%s`", args[0])
}
