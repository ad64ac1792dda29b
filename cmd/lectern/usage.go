package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lectern/internal/diag"
)

// knownCommand gets the words after a command that are none of those below it.
func knownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	tried := strings.TrimPrefix(c.CommandPath()+" "+args[0], "lectern ")
	if near := diag.Nearest(args[0], namesBelow(c)); near != "" {
		return fmt.Errorf("there is no command `%s`; did you mean `%s %s`?", tried, c.CommandPath(), near)
	}
	return fmt.Errorf("there is no command `%s`", tried)
}

// noWords gets the words after a command that takes flags alone.
func noWords(c *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return nil
	case c.Flags().Lookup("course") != nil:
		return fmt.Errorf("`%s` takes flags only, and not `%s`; a course elsewhere is named by -C %[2]s", c.CommandPath(), args[0])
	}
	return fmt.Errorf("`%s` takes flags only, and not `%s`", c.CommandPath(), args[0])
}

func namesBelow(c *cobra.Command) (names []string) {
	for _, below := range c.Commands() {
		if !below.Hidden {
			names = append(names, below.Name())
		}
	}
	return names
}

// wrapped breaks a paragraph of help into lines.
func wrapped(paragraph string) string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(paragraph) {
		if line != "" && len(line)+len(word) >= 80 {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return strings.Join(append(lines, line), "\n")
}

// helpFor is the command that explains another.
func helpFor(c *cobra.Command) string {
	if c.Name() == "help" {
		return c.CommandPath()
	}
	return strings.Replace(c.CommandPath(), "lectern", "lectern help", 1)
}

// explainFlag says in plain words what is wrong with a flag, and the nearest that
// would do.
func explainFlag(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	var empty *pflag.ValueRequiredError
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(c, unknown)
	case errors.As(err, &empty):
		return fmt.Errorf("`--%s` needs a value after it: --%[1]s %s", empty.GetFlag().Name, meta(empty.GetFlag()))
	case errors.As(err, &invalid):
		var word *notAllowed
		if errors.As(err, &word) {
			return fmt.Errorf("`--%s`: %w", invalid.GetFlag().Name, word)
		}
		return fmt.Errorf("`--%s` cannot be `%s`", invalid.GetFlag().Name, invalid.GetValue())
	}
	return err
}

// meta is what stands for a flag's value in its help.
func meta(f *pflag.Flag) string {
	name, _ := pflag.UnquoteUsage(f)
	return name
}

func unknownFlag(c *cobra.Command, unknown *pflag.NotExistError) error {
	if shorts := unknown.GetSpecifiedShortnames(); shorts != "" {
		return fmt.Errorf("`%s` has no flag `-%s`", c.CommandPath(), unknown.GetSpecifiedName())
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	near := diag.Nearest(unknown.GetSpecifiedName(), names)
	if near == "" {
		return fmt.Errorf("`%s` has no flag `--%s`", c.CommandPath(), unknown.GetSpecifiedName())
	}
	return fmt.Errorf("`%s` has no flag `--%s`; did you mean `--%s`?", c.CommandPath(), unknown.GetSpecifiedName(), near)
}

// helpCommand is `lectern help build`.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [command]",
		Short:   "Explain a command, with examples",
		Example: "  lectern help build",
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			of, _, err := c.Root().Find(args)
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return namesBelow(of), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			of := c.Root()
			for i, name := range args {
				at := slices.IndexFunc(of.Commands(), func(below *cobra.Command) bool { return below.Name() == name })
				if at < 0 {
					return knownCommand(of, args[i:])
				}
				of = of.Commands()[at]
			}
			of.InitDefaultHelpFlag()
			return of.Help()
		},
	}
}
