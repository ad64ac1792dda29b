package main

import (
	"errors"
	"os"
	"path"
)

// keptFolder holds what is remembered of earlier runs, in the course's own
// folder. It is safe to delete, and no version control should hold it.
const keptFolder = ".lectern"

// readKept reads what is remembered under a name.
func readKept(course *os.Root, name string) ([]byte, error) {
	return course.ReadFile(path.Join(keptFolder, name))
}

// keep remembers pieces of data, one after the other, under a name: all of it, or
// what was there before. Like every way into a course it goes through its root, which
// no link leads out of.
func keep(course *os.Root, name string, pieces ...[]byte) error {
	if err := course.MkdirAll(keptFolder, 0o755); err != nil {
		return reason(err)
	}
	if err := course.WriteFile(path.Join(keptFolder, ".gitignore"), []byte("*\n"), 0o644); err != nil {
		return reason(err)
	}
	name = path.Join(keptFolder, name)
	next := name + ".next"
	if err := writePieces(course, next, pieces); err != nil {
		return errors.Join(reason(err), course.Remove(next))
	}
	return course.Rename(next, name)
}

func writePieces(course *os.Root, name string, pieces [][]byte) error {
	f, err := course.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	for _, data := range pieces {
		if _, err := f.Write(data); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return f.Close()
}
