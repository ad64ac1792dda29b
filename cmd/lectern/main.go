// Command lectern turns a folder of Markdown lessons into a training course.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
)

// Exit codes.
const (
	exitFine   = 0
	exitCourse = 1 // the course has errors, or something could not be written
	exitUsage  = 2
)

// errCourse ends a command whose messages have been printed already.
var errCourse = errors.New("the course has errors")

func main() {
	collectGarbage()
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run is the whole program, without the process around it.
func run(args []string, out, errs io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errs)
	called, err := root.ExecuteC()
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
	fmt.Fprintf(errs, "lectern: %v\nSee `%s`.\n", err, helpFor(called))
	return exitUsage
}

// failure is an error that is not the user's way of calling.
type failure struct{ error }

func (f *failure) Unwrap() error { return f.error }

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "lectern",
		Short: "Turns a folder of Markdown lessons into a training course",
		Long: `Lectern turns a folder of Markdown lessons into a training course: a website with
quizzes that mark themselves, which works from any server, from a USB stick, and
on paper.`,
		Example: `  lectern new course "My course"
  lectern build
  lectern help build`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          knownCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.AddCommand(buildCommand(), checkCommand(), collectCommand(), exportCommand(), idsCommand(), manCommand(), newCommand(),
		reportCommand(), schemaCommand(), serveCommand(), versionCommand())
	root.Version = version()
	root.SetVersionTemplate("lectern {{.Version}}\n")
	root.SetHelpCommand(helpCommand())
	root.SetFlagErrorFunc(explainFlag)
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			c.Short = "Let your shell complete what you type: bash, zsh, fish or powershell"
		}
	}
	return root
}
