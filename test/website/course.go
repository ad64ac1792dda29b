// Package website builds this repository's course as its author does, hosts it as its readers' servers do, and reads
// what was built: pages, addresses, weights.
package website

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"lectern/test/tools"
)

var course struct {
	build sync.Once
	dir   string
	err   error
}

// Course is the folder of the built course. The real command builds it, once for all tests of a package.
func Course(t testing.TB) string {
	t.Helper()
	top := tools.Top(t)
	course.build.Do(func() {
		if course.dir, course.err = os.MkdirTemp("", "lectern-course-"); course.err == nil {
			course.err = build(top, course.dir)
		}
	})
	if course.err != nil {
		t.Fatalf("the course does not build: %v", course.err)
	}
	return filepath.Join(course.dir, "public")
}

func build(top, work string) error {
	lectern := filepath.Join(work, "lectern")
	for _, command := range [][]string{
		{"go", "build", "-o", lectern, "./cmd/lectern"},
		{lectern, "build", "-C", top, "-o", filepath.Join(work, "public")},
	} {
		step := exec.Command(command[0], command[1:]...)
		step.Dir = top
		if said, err := step.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, said)
		}
	}
	return nil
}

// Remove deletes what Course built; a TestMain calls it after the tests.
func Remove() {
	if course.dir != "" {
		_ = os.RemoveAll(course.dir)
	}
}

// Pages lists every page below a folder, as slash paths from there, in order.
func Pages(t testing.TB, dir string) []string {
	t.Helper()
	pages := files(t, dir, ".html")
	if len(pages) == 0 {
		t.Fatalf("no pages in %s", dir)
	}
	return pages
}

func files(t testing.TB, dir, ext string) []string {
	t.Helper()
	var found []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.HasSuffix(path, ext) {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
