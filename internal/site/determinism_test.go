package site

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"lectern/internal/diag"
)

// shuffled is a course on a system that lists folders in any order, and in
// another each time.
type shuffled struct {
	fstest.MapFS
	*rand.Rand
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := s.MapFS.ReadDir(name)
	s.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

func TestBuildsAreTheSameToTheByte(t *testing.T) {
	course := generated(12)
	for name, text := range map[string]string{
		"layouts/strings/ar.yaml": "pages: {}\n", "layouts/strings/bn.yaml": "pages: {}\n",
		"content/index.ar.md": "أهلاً\n", "content/index.bn.md": "স্বাগতম\n",
		"content/90-scripts/الشاي.md": "# الشاي\n\nالشاي مشروب.\n", "content/90-scripts/চা.md": "# চা\n\nচা একটি পানীয়।\n",
		"content/90-scripts/e\u0301te\u0301.md": "# \u00c9te\u0301\n\nE\u0301te\u0301.\n",
	} {
		course[name] = &fstest.MapFile{Data: []byte(text)}
	}
	want := mustBuild(t, course, Options{BaseURL: "https://example.org/course"})
	for i, cores := range []int{1, 2, 8, 8} {
		zone := []*time.Location{time.UTC, time.FixedZone("Kiritimati", 14*3600)}[i%2]
		old, here := runtime.GOMAXPROCS(cores), time.Local
		time.Local = zone
		got := mustBuild(t, shuffled{course, rand.New(rand.NewPCG(*seed, uint64(i)))}, Options{BaseURL: "https://example.org/course"})
		runtime.GOMAXPROCS(old)
		time.Local = here
		same := slices.EqualFunc(want.Files, got.Files, func(a, b File) bool { return a.Path == b.Path && bytes.Equal(a.Data, b.Data) })
		if !same {
			t.Errorf("with %d cores in %s the site is another", cores, zone)
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
