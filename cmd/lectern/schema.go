package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"lectern/internal/schema"
)

type schemaFlags struct {
	out   string
	quiet bool
}

func schemaCommand() *cobra.Command {
	var f schemaFlags
	c := &cobra.Command{
		Use:   "schema site|lesson",
		Short: "Tell editors what may stand in site.yaml, or at the top of a lesson",
		Long: `lectern schema prints a JSON Schema: with it an editor completes and explains the
keys of site.yaml while you write, and marks slips. A new course has one beside
its site.yaml; after an update of Lectern, write it anew.`,
		Example: `  lectern schema site -o site.schema.json
  lectern schema lesson`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("say which: lectern schema site, or lectern schema lesson")
			}
			return (&choice{new(string), schema.Names}).Set(args[0])
		},
		ValidArgs: schema.Names,
		RunE:      func(c *cobra.Command, args []string) error { return f.run(args[0], c.OutOrStdout()) },
	}
	c.Flags().StringVarP(&f.out, "out", "o", "", "write it into this file, which may be an earlier one")
	quietFlag(c, &f.quiet)
	return c
}

func (f *schemaFlags) run(name string, out io.Writer) error {
	data, err := schema.Of(name)
	if err != nil {
		return &failure{err}
	}
	if f.out == "" {
		_, err := out.Write(data)
		return err
	}
	if old, err := os.ReadFile(f.out); err == nil && !schema.IsOurs(old) {
		return &failure{fmt.Errorf("%s is there already and was not made by `lectern schema`; move it away, or name another file with -o", f.out)}
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &failure{fmt.Errorf("%s cannot be written: %w", f.out, reason(err))}
	}
	write := func(w io.Writer) error { _, err := w.Write(data); return err }
	if _, err := replaceFile(f.out, write); err != nil {
		return &failure{fmt.Errorf("%s was left as it was: %w", f.out, err)}
	}
	if !f.quiet {
		fmt.Fprintf(out, "%s: what may stand in %s\n", f.out, map[string]string{"site": "site.yaml", "lesson": "the settings of a lesson"}[name])
	}
	return nil
}
