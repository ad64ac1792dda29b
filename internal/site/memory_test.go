package site

import (
	"bytes"
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"lectern/internal/diag"
	"lectern/internal/theme"
	"lectern/internal/witness"
)

func TestMemoryThatWasTouchedIsForgotten(t *testing.T) {
	built := mustBuild(t, small.fs(), Options{Remember: true})
	data := bytesOf(t, built.Memory)
	if _, err := ReadMemory(data, fstest.MapFS{}); err != nil {
		t.Errorf("what was kept cannot be read: %v", err)
	}
	for _, at := range []int{0, len(data) / 2, len(data) - 1} {
		touched := bytes.Clone(data)
		touched[at] ^= 1
		if _, err := ReadMemory(touched, fstest.MapFS{}); err == nil {
			t.Errorf("byte %d is another, and it passes", at)
		}
	}
	for _, n := range []int{0, 31, 39, 40, len(data) - 1} {
		if _, err := ReadMemory(data[:n], fstest.MapFS{}); err == nil {
			t.Errorf("%d bytes of %d pass", n, len(data))
		}
	}
	if _, err := ReadMemory(append(data, 0), fstest.MapFS{}); err == nil {
		t.Error("a byte too many passes")
	}
}

// What translations and facilitators see of lessons is more than a memory holds.
func TestThereIsNoMemoryOfTranslationsNorForFacilitators(t *testing.T) {
	if s := mustBuild(t, bilingual.fs(), Options{Remember: true}); s.Memory != nil {
		t.Error("there is one of a course in two languages")
	}
	if s := mustBuild(t, small.fs(), Options{Remember: true, Facilitator: true}); s.Memory != nil {
		t.Error("there is one of the facilitator's edition")
	}
}

func TestWitnessSeesWhatChangesWhileItIsRead(t *testing.T) {
	const lesson, style = "content/01-start/01-a-lesson.md", "layouts/styles/own.css"
	for what, c := range map[string]struct {
		change func(course fstest.MapFS)
		seen   bool
	}{
		"nothing":                 {func(fstest.MapFS) {}, false},
		"a lesson":                {func(course fstest.MapFS) { course[lesson] = &fstest.MapFile{Data: []byte("# Another\n")} }, true},
		"a style":                 {func(course fstest.MapFS) { course[style] = &fstest.MapFile{Data: []byte("a{}")} }, true},
		"a file that is gone":     {func(course fstest.MapFS) { delete(course, lesson) }, true},
		"a style that is gone":    {func(course fstest.MapFS) { delete(course, style) }, true},
		"another name for a file": {func(course fstest.MapFS) { course["content/01-start/01-b.md"] = course[lesson]; delete(course, lesson) }, true},
		"a new file":              {func(course fstest.MapFS) { course["content/01-start/02-b.md"] = course[lesson] }, true},
	} {
		course := small.with(files{style: "b{}", "content/01-start/02-more.md": "# More\n"}).fs()
		sources, err := witness.Read(course)
		if err != nil {
			t.Fatal(err)
		}
		c.change(course)
		w := sources.Watch(course)
		mustBuild(t, w, Options{})
		if w.SawChange() != c.seen {
			t.Errorf("%s: a change was seen: %v", what, w.SawChange())
		}
		if _, err := fs.ReadFile(w, "none.md"); err == nil || w.SawChange() != c.seen {
			t.Errorf("%s: a file that is not there: %v", what, err)
		}
	}
}

func TestIconsOfTheLastBuildStand(t *testing.T) {
	course, last := small.fs(), &remembered{}
	var d diag.List
	last.build(t, course, Options{}, &d)
	course["content/01-start/01-a-lesson.md"] = &fstest.MapFile{Data: []byte("# Another\n")}
	built, _ := last.build(t, course, Options{}, &d)
	sameSites(t, built, buildAnew(course, Options{}, &diag.List{}))
	for _, icon := range theme.DeviceIcons {
		i := slices.IndexFunc(built.Files, func(f File) bool { return f.Path == icon.File })
		if i < 0 || !built.Files[i].Stands() {
			t.Errorf("%s was drawn again, or is not there", icon.File)
		}
	}
}
