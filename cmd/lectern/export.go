package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"lectern/internal/pack"
)

func exportCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "export",
		Short:   "Build the course into one file for other places",
		Long:    `lectern export packs the course into one file, to carry or to send.`,
		Example: "  lectern export zip",
		Args:    knownCommand,
		RunE:    func(*cobra.Command, []string) error { return errors.New("say what to export: lectern export zip") },
	}
	c.AddCommand(zipCommand())
	return c
}

type zipFlags struct {
	courseFlags
	out string
}

func zipCommand() *cobra.Command {
	var f zipFlags
	c := &cobra.Command{
		Use:   "zip",
		Short: "Build the course into a zip for a USB stick or a web server",
		Long: `lectern export zip packs the website and a note on how to open it into one file.
It replaces its own earlier zip, and no other file.`,
		Example: `  lectern export zip
  lectern export zip -o course.zip`,
		Args: noWords,
		RunE: func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr()) },
	}
	f.add(c)
	c.Flags().StringVarP(&f.out, "out", "o", "", "the file (default: the course's id with .zip, in the course's folder)")
	return c
}

func (f *zipFlags) run(out, errs io.Writer) error {
	defer f.close()
	built, _, err := f.build(errs, "the zip")
	if err != nil {
		return err
	}
	if f.out == "" {
		f.out = filepath.Join(f.course, built.Config.ID.Value+".zip")
	}
	if err := mayReplace(f.out); err != nil {
		return &failure{err}
	}
	size, err := replaceFile(f.out, func(w io.Writer) error { return pack.Zip(w, built) })
	if err != nil {
		return &failure{fmt.Errorf("%s was left as it was: %w", f.out, err)}
	}
	if !f.quiet {
		fmt.Fprintf(out, "%s: %d KB; unzip it and open index.html\n", f.out, (size+999)/1000)
	}
	return nil
}

// mayReplace refuses to write over a file that is not an earlier zip of ours.
func mayReplace(name string) error {
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() || !pack.IsOurs(file, info.Size()) {
		return fmt.Errorf("%s is there already and was not made by `lectern export zip`; move it away, or name another file with -o", name)
	}
	return nil
}

// replaceFile puts a whole new file into the place of an old one, or leaves
// that as it was.
func replaceFile(name string, write func(io.Writer) error) (size int64, err error) {
	next, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return 0, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(next.Name()))
		}
	}()
	err = errors.Join(write(next), permit(next, 0o644), next.Sync())
	if info, statErr := next.Stat(); statErr == nil {
		size = info.Size()
	}
	if err = errors.Join(err, next.Close()); err != nil {
		return 0, err
	}
	return size, os.Rename(next.Name(), name)
}
