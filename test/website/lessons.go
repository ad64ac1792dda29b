package website

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	leadingNumber = regexp.MustCompile(`^\d+-`)
	language      = regexp.MustCompile(`\.[a-z]{2,3}(-[A-Za-z]+)?$`)
)

// Lessons lists the pages of the course's lessons in the order a student meets them, as its author's files say it:
// content/02-peer/01-what.md is peer/what.html.
func (s *Site) Lessons(t testing.TB) []string {
	t.Helper()
	// Glob sorts, and a folder's name begins with its place in the course.
	sources, err := fs.Glob(os.DirFS(filepath.Join(s.Source, "content")), "*/*.md")
	if err != nil {
		t.Fatal(err)
	}
	var lessons []string
	for _, source := range sources {
		module, name := path.Split(strings.TrimSuffix(source, ".md"))
		if name == "index" || language.MatchString(name) || s.isDraft(t, source) {
			continue
		}
		lessons = append(lessons, leadingNumber.ReplaceAllString(module, "")+leadingNumber.ReplaceAllString(name, "")+".html")
	}
	if len(lessons) < 2 {
		t.Fatalf("the course has %d lessons; these tests compare the first with the next", len(lessons))
	}
	return lessons
}

// isDraft tells whether a lesson is left out of the pages.
func (s *Site) isDraft(t testing.TB, source string) bool {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(s.Source, "content", filepath.FromSlash(source)))
	if err != nil {
		t.Fatal(err)
	}
	front, _, _ := strings.Cut(strings.TrimPrefix(string(text), "---\n"), "\n---\n")
	return strings.Contains("\n"+front+"\n", "\ndraft: true\n")
}
