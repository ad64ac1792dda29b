package serve

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"lectern/internal/diag"
	"lectern/internal/site"
	"lectern/internal/witness"
)

const lessonsBegun = 12

func fileOf(n int) string { return fmt.Sprintf("content/01-a/%02d-cup-%d.md", n+2, n) }

// beginShowing begins to show a course on a disk that was built before, and of whose
// lessons nobody has looked at one since.
func beginShowing(t *testing.T) (s *Server, dir string) {
	t.Helper()
	course := tea()
	for n := range lessonsBegun {
		course[fileOf(n)] = &fstest.MapFile{Data: []byte(fmt.Sprintf("# Cup %d\n\nThe CUP is %[1]d. See [the pot](01-b.md).\n\n### Question: Is it cup %[1]d?\n\n- (x) Yes\n- ( ) No\n", n))}
	}
	dir = t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	var d diag.List
	sources, err := witness.Read(course)
	built := site.Build(course, site.Options{Remember: true}, &d)
	if err != nil || built == nil || os.CopyFS(dir, course) != nil {
		t.Fatal(err, d.Sorted())
	}
	built.Memory.Note(sources)
	if !built.Memory.FitsLessons(sources) {
		t.Fatal("the build told nothing that holds")
	}
	return New(site.Open(root.FS(), site.Options{Drafts: true, Before: built.Memory}), Options{Course: root.FS(), Dir: dir}), dir
}

// save puts a file into the place of one of the course, all at once; the watcher has
// not told yet.
func save(t *testing.T, dir, name, text string) {
	t.Helper()
	next := filepath.Join(dir, "next")
	if err := os.WriteFile(next, []byte(text), 0o644); err != nil {
		t.Error(err)
	}
	if err := os.Rename(next, filepath.Join(dir, filepath.FromSlash(name))); err != nil {
		t.Error(err)
	}
}

func TestALessonThatWentWrongBeforeAnybodyLookedSaysSoInItsPlace(t *testing.T) {
	s, dir := beginShowing(t)
	save(t, dir, fileOf(3), "# Cup 3\n\n[Nowhere](none.md)\n\n### Question: Hot?\n\n- ( ) No\n")
	if r := ask(s, "/a/cup-3.html"); r.StatusCode != 503 || !strings.Contains(body(t, r), fileOf(3)) {
		t.Errorf("it answers %d", r.StatusCode)
	}
	if said := body(t, ask(s, "/_lectern/notes?page=a/cup-3.html")); !strings.Contains(said, `"print":"trouble-`) {
		t.Errorf("its page is told\n%s", said)
	}
	if r := ask(s, "/a/cup-4.html"); r.StatusCode != 200 {
		t.Errorf("another answers %d", r.StatusCode)
	}
	save(t, dir, fileOf(3), "# Cup 3\n\nIt is mended.\n")
	s.Changed([]string{fileOf(3)})
	if r := ask(s, "/a/cup-3.html"); r.StatusCode != 200 || !strings.Contains(body(t, r), "It is mended.") {
		t.Errorf("when it is mended it answers %d", r.StatusCode)
	}
}

// The race detector is what would see that a lesson is shown while it is parsed.
func TestManyLookAtACourseThatHasJustBegun(t *testing.T) {
	s, dir := beginShowing(t)
	var looking sync.WaitGroup
	for who := range 4 {
		looking.Go(func() {
			for n := range lessonsBegun {
				at := (n + 3*who) % lessonsBegun
				for _, address := range []string{"/a/cup-%d.html", "/print/a/cup-%d-handout.html", "/_lectern/notes?page=a/cup-%d.html&blocks", "/index.html", "/search.html"} {
					if strings.Contains(address, "%d") {
						address = fmt.Sprintf(address, at)
					}
					if r := ask(s, address); r.StatusCode != 200 {
						t.Errorf("%s answers %d", address, r.StatusCode)
					}
				}
			}
		})
	}
	for n := range lessonsBegun {
		save(t, dir, fileOf(n), fmt.Sprintf("# Cup %d\n\nThe CUP is full.\n", n))
		s.Changed([]string{fileOf(n)})
		s.look()
	}
	looking.Wait()
	for s.look() {
	}
	var d diag.List
	for _, f := range site.Build(s.options.Course, site.Options{Drafts: true}, &d).Files {
		if strings.HasSuffix(f.Path, ".html") && f.Path != "index.html" && body(t, ask(s, "/"+f.Path)) != string(f.Data) {
			t.Errorf("%s is another", f.Path)
		}
	}
}
