// Package website builds courses as their authors do, hosts them as their readers' servers do, and reads what was
// built: pages, addresses, weights.
package website

import (
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"lectern/test/tools"
)

// Site is a course and the pages that the real command made of it.
type Site struct {
	Name   string
	Source string // the folder that holds site.yaml
	Dir    string // the folder of pages

	led   bool // it is the facilitator's edition
	build sync.Once
	err   error
}

var (
	work struct {
		make    sync.Once
		lectern string // the command, built for these tests
		dir     string
		err     error
	}
	course    = Site{Name: "course", Source: "."}
	small     = Site{Name: "small", Source: "test/testdata/course"}
	bilingual = Site{Name: "bilingual", Source: "test/testdata/bilingual"}
	manual    = Site{Name: "manual"} // its source is put together first

	courseLed = Site{Name: "course-led", Source: ".", led: true}
	smallLed  = Site{Name: "small-led", Source: "test/testdata/course", led: true}
)

// Course is the course of this repository. The real command builds it, once for all tests of a package.
func Course(t testing.TB) *Site { return course.built(t) }

// Small is a course made for the tests: one of each kind and rule of question, and of everything else a page can hold.
func Small(t testing.TB) *Site { return small.built(t) }

// Manual is the manual for people who write courses: every kind of question, each several times.
func Manual(t testing.TB) *Site { return manual.built(t) }

// Bilingual is a course made for the tests of courses in several languages. One of its lessons waits for its translation.
func Bilingual(t testing.TB) *Site { return bilingual.built(t) }

// EachLed runs a test over the facilitator's editions of two courses, each beside the students'.
func EachLed(t *testing.T, test func(t *testing.T, led, students *Site)) {
	for _, pair := range [][2]*Site{{&courseLed, &course}, {&smallLed, &small}} {
		t.Run(pair[0].Name, func(t *testing.T) { test(t, pair[0].built(t), pair[1].built(t)) })
	}
}

// Each runs a test over the course, the small one and the manual.
func Each(t *testing.T, test func(*testing.T, *Site)) {
	for _, site := range []*Site{&course, &small, &manual} {
		t.Run(site.Name, func(t *testing.T) { test(t, site.built(t)) })
	}
}

func (s *Site) built(t testing.TB) *Site {
	t.Helper()
	lectern := command(t)
	s.build.Do(func() {
		s.Dir = filepath.Join(work.dir, s.Name)
		if s == &manual {
			s.Source = filepath.Join(work.dir, "manual-source")
			_, s.err = run(tools.Top(t), "go", "run", "./docs/manual", s.Source)
		} else {
			s.Source = filepath.Join(tools.Top(t), filepath.FromSlash(s.Source))
		}
		if s.err == nil {
			_, s.err = run(s.Source, lectern, "build", "-o", s.Dir, "--edition", s.edition())
		}
	})
	if s.err != nil {
		t.Fatalf("the course does not build: %v", s.err)
	}
	return s
}

func (s *Site) edition() string {
	if s.led {
		return "facilitator"
	}
	return "student"
}

// CourseAt is the course of this repository, built for the address that it will have.
func CourseAt(t testing.TB, address string) *Site {
	t.Helper()
	site := &Site{Name: "course at " + address, Source: tools.Top(t), Dir: t.TempDir()}
	if _, err := run(site.Source, command(t), "build", "-o", filepath.Join(site.Dir, "public"), "--base-url", address); err != nil {
		t.Fatalf("the course does not build: %v", err)
	}
	site.Dir = filepath.Join(site.Dir, "public")
	return site
}

// WriteAll writes files, by name and content, into a folder.
func WriteAll(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// WriteAtOnce puts a file into the place of another. A preview sees the old one or the new one, and never half of it, which is
// another mistake.
func WriteAtOnce(t testing.TB, name, text string) {
	t.Helper()
	half := filepath.Join(t.TempDir(), "half")
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	if err == nil {
		err = os.WriteFile(half, []byte(text), 0o644)
	}
	if err == nil {
		err = os.Rename(half, name)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// Build runs the real command in a course's folder, as its author does, and returns what it says.
func Build(t testing.TB, source string) string { return Run(t, source, "build") }

// Run is Build for any command.
func Run(t testing.TB, source string, args ...string) string {
	t.Helper()
	said, err := run(source, command(t), args...)
	if err != nil {
		t.Fatal(err)
	}
	return said
}

func command(t testing.TB) string {
	t.Helper()
	lookAtSources(t)
	work.make.Do(func() {
		if work.dir, work.err = os.MkdirTemp("", "lectern-test-"); work.err == nil {
			work.lectern = filepath.Join(work.dir, "lectern")
			_, work.err = run(tools.Top(t), "go", "build", "-o", work.lectern, "./cmd/lectern")
		}
	})
	if work.err != nil {
		t.Fatal(work.err)
	}
	return work.lectern
}

func run(dir, name string, args ...string) (string, error) {
	step := exec.Command(name, args...)
	step.Dir = dir
	said, err := step.CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, said)
	}
	return string(said), err
}

// Remove deletes what was built; a TestMain calls it after the tests.
func Remove() {
	if work.dir != "" {
		_ = os.RemoveAll(work.dir)
	}
}

// Copy is a folder with the same pages, for a test to spoil.
func (s *Site) Copy(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(s.Dir)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// FileURL is the address of a page without any server: what a double click opens.
func (s *Site) FileURL(page string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(s.Dir, page))}).String()
}

// Pages lists every page, as slash paths, in order.
func (s *Site) Pages(t testing.TB) []string {
	t.Helper()
	return pages(t, s.Dir)
}

func pages(t testing.TB, dir string) []string {
	t.Helper()
	found := files(t, dir, ".html")
	if len(found) == 0 {
		t.Fatalf("no pages in %s", dir)
	}
	return found
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
