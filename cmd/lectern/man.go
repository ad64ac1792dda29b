package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"lectern/internal/manpage"
)

// manCommand writes the manual pages for `man`; `make man` runs it.
func manCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man FOLDER",
		Short:   "Write a page for `man` about each command into a folder",
		Example: "  lectern man build/man/man1",
		Hidden:  true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("say where the pages go: lectern man build/man/man1")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return &failure{err}
			}
			for _, page := range manpage.All(c.Root()) {
				if err := os.WriteFile(filepath.Join(args[0], page.Name), page.Text, 0o644); err != nil {
					return &failure{fmt.Errorf("%s cannot be written: %w", page.Name, err)}
				}
			}
			return nil
		},
	}
}
