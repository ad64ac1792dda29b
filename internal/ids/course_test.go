package ids_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/ids"
	"lectern/internal/markdown"
	"lectern/internal/site"
	"lectern/quiz/kinds"
)

// folder is a course in memory, and what it builds.
type folder struct {
	files    fstest.MapFS
	built    *site.Site // nil when it has been written to
	warnings diag.List
	alone    bool // its lessons are read, and nothing is built of them: ids can be put in a hundred times as often
}

// open builds a course of the lessons given, by their paths in content/.
func open(t testing.TB, lessons map[string]string) *folder {
	t.Helper()
	c := &folder{files: filesOf(lessons)}
	c.build(t)
	return c
}

func filesOf(lessons map[string]string) fstest.MapFS {
	files := fstest.MapFS{"site.yaml": {Data: []byte("title: A small course\n")}}
	for name, text := range lessons {
		files["content/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

func (c *folder) build(t testing.TB) {
	t.Helper()
	if c.built != nil {
		return
	}
	if !c.builds() {
		t.Fatalf("the course has errors:\n%s", printed(&c.warnings))
	}
}

// builds builds the course, or reads it alone, and tells whether it could.
func (c *folder) builds() bool {
	c.warnings = diag.List{}
	if c.alone {
		say := func(key string, _ ...any) string { return key }
		c.built = &site.Site{Course: course.Find(c.files, "en", nil, &c.warnings).Read(course.Options{
			Markdown: markdown.Options{Kinds: kinds.All(), Say: say, HTML: true},
		}, &c.warnings)}
		return !c.warnings.Failed()
	}
	c.built = site.Build(c.files, site.Options{}, &c.warnings)
	return c.built != nil
}

// change returns what is to be written, and the messages.
func (c *folder) change(t testing.TB) ([]ids.Change, string) {
	t.Helper()
	c.build(t)
	var d diag.List
	changes := ids.Changes(c.files, ids.Missing(c.built.Course), &d)
	return c.prove(changes, &d), printed(&d)
}

func (c *folder) prove(changes []ids.Change, d *diag.List) []ids.Change {
	if c.alone {
		return changes
	}
	return ids.Prove(c.files, site.Options{}, c.built, &c.warnings, changes, d)
}

func (c *folder) mustChange(t testing.TB) []ids.Change {
	t.Helper()
	changes, messages := c.change(t)
	if messages != "" {
		t.Fatalf("unexpected messages:\n%s", messages)
	}
	return changes
}

// put puts a file into the course in memory.
func (c *folder) put(name string, data []byte) {
	c.files[name], c.built = &fstest.MapFile{Data: data}, nil
}

// write puts the changes into the course in memory.
func (c *folder) write(changes []ids.Change) {
	for _, change := range changes {
		c.put(change.Path, change.New)
	}
}

// questions are the ids of the course's questions in order, and how many of
// them were derived.
func (c *folder) questions(t testing.TB) (all []string, derived int) {
	t.Helper()
	c.build(t)
	for _, l := range c.built.Course.Lessons {
		for _, q := range l.Doc.Questions {
			all = append(all, q.Base().ID)
			if q.Base().Derived {
				derived++
			}
		}
	}
	return all, derived
}

func printed(d *diag.List) string {
	var b strings.Builder
	d.Print(&b)
	return b.String()
}
