package ids

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/site"
)

// Prove builds the site of fsys again, with the changes made in memory alone,
// and returns those that do what they should: every question keeps its id and
// has it written down, and every page and every warning is the same. The files
// of the others are reported. before is what fsys builds as it is.
func Prove(fsys fs.FS, o site.Options, before *site.Site, warnings *diag.List, changes []Change, d *diag.List) []Change {
	for len(changes) > 0 {
		t := &trial{before: before, changes: changes, bad: map[string]string{}}
		t.run(over{fsys, newBytes(changes)}, o, warnings)
		if len(t.bad) == 0 {
			break
		}
		t.report(d)
		changes = slices.DeleteFunc(slices.Clone(changes), func(c Change) bool { return t.bad[c.Path] != "" })
	}
	return changes
}

// over is a course with some files saying something else.
type over struct {
	fs.FS
	files map[string][]byte
}

func (o over) ReadFile(name string) ([]byte, error) {
	if data, ok := o.files[name]; ok {
		return slices.Clone(data), nil
	}
	return fs.ReadFile(o.FS, name)
}

func newBytes(changes []Change) map[string][]byte {
	files := map[string][]byte{}
	for _, c := range changes {
		files[c.Path] = c.New
	}
	return files
}

// trial is one build with changes.
type trial struct {
	before  *site.Site
	changes []Change
	bad     map[string]string // path of a changed file -> what went wrong
}

func (t *trial) run(fsys fs.FS, o site.Options, warnings *diag.List) {
	var d diag.List
	after := site.Build(fsys, o, &d)
	if after == nil {
		t.blameErrors(&d)
		return
	}
	after.Silence(&d)
	// What is nearest to the cause comes first: it says which file to leave alone.
	for _, look := range []func(){
		func() { t.questions(after.Course) },
		func() { t.warnings(warnings, &d) },
		func() { t.lessonPages(after) },
		func() { t.otherFiles(after) },
	} {
		if look(); len(t.bad) > 0 {
			return
		}
	}
}

// blame notes what went wrong with a file, the first time. What cannot be laid
// to one of the changes is laid to all of them.
func (t *trial) blame(path, reason string) {
	for _, c := range t.changes {
		if (c.Path == path || !t.changed(path)) && t.bad[c.Path] == "" {
			t.bad[c.Path] = reason
		}
	}
}

func (t *trial) blameErrors(d *diag.List) {
	for _, m := range d.Sorted() {
		if m.Severity == diag.Error {
			t.blame(about(m), "the course had an error: "+m.Text)
		}
	}
}

// report tells what to write by hand, and why lectern does not.
func (t *trial) report(d *diag.List) {
	for _, c := range t.changes {
		if t.bad[c.Path] == "" {
			continue
		}
		hint := "write them in yourself; when lectern tried, " + t.bad[c.Path]
		for _, e := range c.Edits {
			hint += fmt.Sprintf("\nline %d: `id: %s`", e.File.Position(e.Stem.Start).Line, e.ID)
		}
		d.ErrorIn(c.Path, "id-by-hand", "ids cannot be put into this file without changing something else, so it is left alone", hint)
	}
}

func (t *trial) questions(after *course.Course) {
	for i, l := range t.before.Course.Lessons {
		was, now := l.Doc.Questions, after.Lessons[i].Doc.Questions
		if len(was) != len(now) {
			t.blame(l.File.Path, "questions were lost")
			continue
		}
		for j := range was {
			if id := was[j].Base().ID; now[j].Base().ID != id || now[j].Base().Derived && t.changed(l.File.Path) {
				t.blame(l.File.Path, "the question `"+id+"` did not keep its id")
			}
		}
	}
}

func (t *trial) changed(path string) bool {
	return slices.ContainsFunc(t.changes, func(c Change) bool { return c.Path == path })
}

func (t *trial) lessonPages(after *site.Site) {
	now := map[string][]byte{}
	for _, f := range after.Files {
		now[f.Path] = f.Data
	}
	lessons := map[string]string{}
	for _, l := range t.before.Course.Lessons {
		lessons[l.URL] = l.File.Path
	}
	for _, f := range t.before.Files {
		if t.changed(lessons[f.Path]) && !bytes.Equal(f.Data, now[f.Path]) {
			t.blame(lessons[f.Path], "the page "+f.Path+" changed")
		}
	}
}

func (t *trial) otherFiles(after *site.Site) {
	same := func(a, b site.File) bool { return a.Path == b.Path && bytes.Equal(a.Data, b.Data) }
	if !slices.EqualFunc(t.before.Files, after.Files, same) {
		t.blame("", "other pages of the site changed")
	}
}

// warnings compares what is warned of in each file, wherever it stands there.
func (t *trial) warnings(before, after *diag.List) {
	was, now := said(before), said(after)
	for _, path := range slices.Sorted(maps.Keys(was)) {
		if !slices.Equal(was[path], now[path]) {
			t.blame(path, "the course had other warnings")
		}
	}
	for _, path := range slices.Sorted(maps.Keys(now)) {
		if was[path] == nil {
			t.blame(path, "the course had another warning: "+now[path][0])
		}
	}
}

// said are the messages about each file.
func said(d *diag.List) map[string][]string {
	texts := map[string][]string{}
	for _, m := range d.Sorted() {
		texts[about(m)] = append(texts[about(m)], m.Text)
	}
	return texts
}

// about is the path of the file that a message is about.
func about(m diag.Message) string {
	if m.File != nil {
		return m.File.Path
	}
	return m.Path
}
