package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// output is where a command writes what it makes: a file, or what it prints.
type output struct {
	name   string                 // "" to print it
	isOurs func(head []byte) bool // tells an earlier file of the same command by how it begins
	by     string                 // the command, for messages
}

// headSize is how much of a file is read to tell whether it is ours.
const headSize = 4096

// write prints, or puts a whole new file into the place of an earlier one. Any
// other file stays as it is: one slip, and a student's answers were gone.
func (o output) write(out io.Writer, write func(io.Writer) error) error {
	if o.name == "" {
		if err := write(out); err != nil {
			return &failure{err}
		}
		return nil
	}
	if err := o.mayReplace(); err != nil {
		return &failure{err}
	}
	if _, err := replaceFile(o.name, write); err != nil {
		return &failure{fmt.Errorf("%s was left as it was: %w", o.name, err)}
	}
	return nil
}

func (o output) mayReplace() error {
	info, err := os.Stat(o.name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if info.Mode().IsRegular() {
		head, err := readHead(o.name, headSize)
		if err != nil {
			return err
		}
		if o.isOurs(head) {
			return nil
		}
	}
	return fmt.Errorf("%s is there already and was not made by `%s`; move it away, or name another file with -o", o.name, o.by)
}

// readHead reads the first bytes of a file.
func readHead(name string, most int64) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, most))
}
