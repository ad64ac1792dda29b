package site

import (
	"bytes"
	"io/fs"
	"runtime"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"lectern/internal/diag"
)

// backwards is a course on a system that lists folders in another order.
type backwards struct{ fstest.MapFS }

func (b backwards) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := b.MapFS.ReadDir(name)
	slices.Reverse(entries)
	return entries, err
}

func TestBuildsAreTheSameToTheByte(t *testing.T) {
	course := generated(12)
	want := mustBuild(t, course, Options{BaseURL: "https://example.org/course"})
	for _, cores := range []int{1, 8} {
		for _, zone := range []*time.Location{time.UTC, time.FixedZone("Kiritimati", 14*3600)} {
			old, here := runtime.GOMAXPROCS(cores), time.Local
			time.Local = zone
			got := mustBuild(t, backwards{course}, Options{BaseURL: "https://example.org/course"})
			runtime.GOMAXPROCS(old)
			time.Local = here
			same := slices.EqualFunc(want.Files, got.Files, func(a, b File) bool { return a.Path == b.Path && bytes.Equal(a.Data, b.Data) })
			if !same {
				t.Errorf("with %d cores in %s the site is another", cores, zone)
			}
		}
	}
}

func TestMessagesComeInTheSameOrder(t *testing.T) {
	course := small.with(files{
		"content/01-start/02-b.md": "---\ntitle: B\n---\n[x](nowhere.md) ![y](no.png) [@nobody] [z](term:nothing) [p](01-a-lesson.md#no)\n",
		"content/01-start/03-c.md": "---\ntitle: C\n---\n[x](nowhere.md) ![y](no.png)\n",
	}).fs()
	var first string
	for i := range 20 {
		var d diag.List
		if Build(course, Options{}, &d) != nil {
			t.Fatal("a course full of errors was built")
		}
		if said := printed(&d); i == 0 {
			first = said
		} else if said != first {
			t.Fatalf("first\n%s\nthen\n%s", first, said)
		}
	}
}
