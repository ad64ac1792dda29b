package check_test

import (
	"flag"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lectern/internal/check"
	"lectern/internal/course"
	"lectern/internal/diag"
)

var update = flag.Bool("update", false, "write the expected messages and figures anew")

var today = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

// found are the messages about a course of files, which has no errors but that
// an example may have no title.
func found(t *testing.T, files fstest.MapFS, lang string) *diag.List {
	t.Helper()
	var errors, d diag.List
	c := course.Find(files, lang, nil, &errors).Read(readOptions, &errors)
	errors.Drop(func(m diag.Message) bool { return m.Name == "title-missing" })
	if errors.Failed() {
		t.Fatalf("the course cannot be read\n%s", printed(&errors))
	}
	check.Course(c, check.Options{FS: files, Today: today, Dead: map[string]string{"https://example.org/gone": "404 Not Found"}}, &d)
	return &d
}

func printed(d *diag.List) string {
	var out strings.Builder
	d.Print(&out)
	return out.String()
}

// one are the names of the messages about one lesson, with their lines.
func one(t *testing.T, lesson string) string {
	t.Helper()
	d := found(t, fstest.MapFS{"content/1-a/lesson.md": {Data: []byte(lesson)}}, "en")
	var names []string
	for _, m := range d.Sorted() {
		names = append(names, strings.TrimPrefix(m.Where(), "content/1-a/lesson.md:")+" "+m.Name)
	}
	return strings.Join(names, "\n")
}
