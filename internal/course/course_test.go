package course_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/quiz/kinds"
)

// files is a course folder: paths in content/ and what the files say.
type files map[string]string

func (f files) folder() fstest.MapFS {
	folder := fstest.MapFS{}
	for name, text := range f {
		folder["content/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return folder
}

func read(folder fs.FS, drafts bool) (*course.Course, string) {
	var d diag.List
	c := course.Find(folder, "en", nil, &d).Read(course.Options{
		Drafts: drafts,
		Markdown: markdown.Options{
			Kinds: kinds.All(),
			Say:   func(key string, _ ...any) string { return key },
			HTML:  true,
		},
	}, &d)
	var out strings.Builder
	d.Print(&out)
	return c, out.String()
}

// readWell reads a course that has nothing to complain about.
func readWell(t *testing.T, f files) *course.Course {
	t.Helper()
	c, out := read(f.folder(), false)
	if out != "" {
		t.Fatalf("unexpected messages:\n%s", out)
	}
	return c
}

func urls(c *course.Course) (all []string) {
	for _, l := range c.Lessons {
		all = append(all, l.URL)
	}
	return all
}

func wantEqual[S ~[]E, E comparable](t *testing.T, what string, got, want S) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func wantMessage(t *testing.T, out, want string) {
	t.Helper()
	if !strings.Contains(out, want) {
		t.Errorf("no message\n%s\nin\n%s", want, out)
	}
}

const titled = "---\ntitle: A title\n---\nText.\n"
