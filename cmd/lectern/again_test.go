package main

import (
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lectern/internal/site"
)

// severalLessons is a course of lessons that lead to each other, with questions,
// a term and a warning.
func severalLessons(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	write(t, filepath.Join(folder, "site.yaml"), "title: Several\n")
	write(t, filepath.Join(folder, "content", "glossary.md"), "---\ntitle: Words\n---\nPeer worker\n: Who has been there.\n")
	write(t, filepath.Join(folder, "content", "lamp.png"), "no picture")
	for n := range 6 {
		write(t, lessonOf(folder, n), fmt.Sprintf("# Lesson %d\n\nSee [the next](%s).\n\n![A lamp](../lamp.png)\n\n## A part\n\n### Question: Is it %[1]d?\n\n- (x) Yes\n- ( ) No\n\nAnd on.\n", n, lessonFile((n+1)%6)))
	}
	return folder
}

func lessonOf(course string, n int) string {
	return filepath.Join(course, "content", "01-module", lessonFile(n))
}

func lessonFile(n int) string { return fmt.Sprintf("0%d-lesson-%[1]d.md", n) }

// authors are what authors do to a course between two builds.
var authors = []func(r *rand.Rand, course string) error{
	func(r *rand.Rand, course string) error {
		return appendTo(lessonOf(course, r.Intn(6)), fmt.Sprintf("\nA peer worker says %d.\n", r.Intn(1000)))
	},
	func(r *rand.Rand, course string) error {
		return appendTo(lessonOf(course, r.Intn(6)), fmt.Sprintf("\n### Question: How many is %[1]d?\n\n- = %[1]d\n", r.Intn(1000)))
	},
	func(r *rand.Rand, course string) error {
		return appendTo(lessonOf(course, r.Intn(6)), fmt.Sprintf("\n[Nowhere](no-%d.md)\n", r.Intn(9)))
	},
	func(_ *rand.Rand, course string) error {
		return appendTo(filepath.Join(course, "content", "glossary.md"), "\nLesson\n: What one learns.\n")
	},
	func(r *rand.Rand, course string) error {
		return os.WriteFile(filepath.Join(course, "public", "module", "lesson-1.html"), []byte(fmt.Sprint(r.Intn(9))), 0o644)
	},
	func(_ *rand.Rand, course string) error { return os.RemoveAll(filepath.Join(course, "public", "print")) },
}

func appendTo(name, text string) error {
	old, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(old, text...), 0o644)
}

// treeOf is what lies in a folder, by its paths.
func treeOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	tree := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(folder, name))
		tree[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// messagesOf is what a build says of the course, and how it ends.
func messagesOf(said string) string {
	_, messages, _ := strings.Cut(said, "\n")
	if i := strings.Index(messages, "content/"); i >= 0 {
		return messages[i:]
	}
	return messages[strings.LastIndex(messages, "\n"):]
}

func TestBuildsAfterEditsEndAsACleanBuild(t *testing.T) {
	remembered := 0
	for seed := range int64(2) {
		r, course := rand.New(rand.NewSource(seed)), severalLessons(t)
		if first := says(t, "-C", course); !strings.HasSuffix(first, "0") {
			t.Fatalf("the course does not build:\n%s", first)
		}
		for range 8 {
			do := authors[0]
			if r.Intn(2) == 0 {
				do = authors[r.Intn(len(authors))]
			}
			kept := treeOf(t, filepath.Join(course, "content"))
			if err := do(r, course); err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			if lastBuild(course, filepath.Join(course, "public"), site.Options{}).memory() != nil {
				remembered++
			}
			clean := filepath.Join(t.TempDir(), "site")
			want, got := messagesOf(says(t, "-C", course, "-o", clean)), messagesOf(says(t, "-C", course))
			if got != want {
				t.Fatalf("seed %d: the build says\n%s\nwant\n%s", seed, got, want)
			}
			if strings.HasSuffix(got, "1") { // the author takes it back
				for name, text := range kept {
					write(t, filepath.Join(course, "content", filepath.FromSlash(name)), text)
				}
				continue
			}
			if diff := cmp.Diff(treeOf(t, clean), treeOf(t, filepath.Join(course, "public"))); diff != "" {
				t.Fatalf("seed %d: the site is another (-clean +again):\n%s", seed, diff)
			}
		}
	}
	if remembered < 8 {
		t.Errorf("only %d of 16 builds began with what is remembered", remembered)
	}
}
