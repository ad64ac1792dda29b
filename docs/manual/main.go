// Command manual puts the manual together: a course about writing courses. It lays the lesson of each kind of question,
// which lives beside that kind's code, over the lessons written in docs/manual, and fills in their examples.
//
//	go run ./docs/manual build/manual    # then: lectern build -C build/manual
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage, at the top of the repository: go run ./docs/manual folder")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "manual:", err)
		os.Exit(1)
	}
}

// write puts the course into a folder, where none of its files may be yet.
func write(dir string) error {
	repo, err := os.OpenRoot(".")
	if err != nil {
		return err
	}
	defer repo.Close()
	course, err := assemble(repo.FS())
	if err != nil {
		return err
	}
	return os.CopyFS(dir, course)
}
