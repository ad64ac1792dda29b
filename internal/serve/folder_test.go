package serve

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lectern/internal/diag"
	"lectern/internal/site"
	"lectern/internal/watch"
)

var (
	sequences = flag.Int("sequences", 6, "how many sequences of edits a folder is given that is shown")
	seed      = flag.Uint64("seed", 6, "which ones")
)

// A folder of a course is edited as people and their programs do it, lessons and
// folders, well and badly, while it is watched, read and looked at. After each
// sequence of edits what is shown is what a clean build of the folder makes.
func TestAFolderEditedAtRandomIsShownAsItIsBuilt(t *testing.T) {
	f, right := showFolder(t, "../../test/testdata/bilingual"), 0
	for n := range *sequences {
		r := rand.New(rand.NewPCG(*seed, uint64(n)))
		f.done = []string{fmt.Sprintf("seed %d, sequence %d", *seed, n)}
		for range 1 + r.IntN(4) {
			f.edit(r)
			f.lookAt(r)
			if r.IntN(2) == 0 { // or the next edit comes at the same time
				f.settle()
			}
		}
		f.settle()
		if f.isAsBuilt() {
			right++
			f.good = filesIn(t, f.dir)
		} else { // all of it is taken back, as by version control
			f.putBack(f.good)
		}
		if r.IntN(5) == 0 {
			f.putBack(f.first)
			f.good = f.first
		}
	}
	t.Logf("after %d of %d sequences the course was right; after the others it was what the build said, and then taken back", right, *sequences)
}

// putBack makes the folder what it was, and wants that to be shown.
func (f *folder) putBack(files map[string]string) {
	f.Helper()
	f.done = append(f.done, "taken back")
	f.restore(files)
	f.settle()
	if !f.isAsBuilt() {
		f.Fatalf("%q: what was right is wrong now", f.done)
	}
}

// folder is a course on a disk that is shown.
type folder struct {
	*testing.T
	dir         string
	files       fs.FS
	server      *Server
	changes     chan watch.Batch
	arrived     chan bool         // what was written before the marker has been taken in
	first, good map[string]string // its files at first, and when they were last right
	marks       int
	done        []string // for who reads that it went wrong
}

// marker is a file that means nothing to the course.
const marker = "marker.txt"

// showFolder begins to show a copy of a course, as `lectern serve` does.
func showFolder(t *testing.T, course string) *folder {
	t.Helper()
	f := &folder{T: t, dir: t.TempDir(), changes: make(chan watch.Batch), arrived: make(chan bool)}
	f.must(os.CopyFS(f.dir, os.DirFS(course)))
	f.first = filesIn(t, f.dir)
	f.good = f.first
	root, err := os.OpenRoot(f.dir)
	f.must(err)
	t.Cleanup(func() { root.Close() })
	f.files = root.FS()
	told, err := watch.Watch(t.Context(), f.dir, watch.Options{})
	f.must(err)
	f.server = New(site.Open(f.files, site.Options{Drafts: true}), Options{Course: f.files, Dir: f.dir})
	go f.server.Run(t.Context(), f.changes)
	go f.pass(told.Batches())
	return f
}

// pass hands on what the watcher tells, and says when a marker has been taken in.
func (f *folder) pass(told <-chan watch.Batch) {
	for batch := range told {
		if !f.hand(batch) {
			return
		}
		if slices.Contains(batch.Paths, marker) {
			f.hand(watch.Batch{}) // it is only taken when the one before is done with
			select {
			case f.arrived <- true:
			case <-f.Context().Done():
			}
		}
	}
}

func (f *folder) hand(batch watch.Batch) bool {
	select {
	case f.changes <- batch:
		return true
	case <-f.Context().Done():
		return false
	}
}

// settle waits until all that was written has been taken in.
func (f *folder) settle() {
	f.Helper()
	f.marks++
	f.write(marker, fmt.Sprint(f.marks))
	<-f.arrived
}

// looked waits until all pages have been looked at for problems.
func (f *folder) looked() {
	f.hand(watch.Batch{})
	for f.server.live.Check() {
	}
	f.hand(watch.Batch{}) // what the server has begun to look at by itself, too
}

// isAsBuilt compares what is shown with a clean build, files and messages. With
// errors, the ones of the build must be told, but for those that follow from
// others: of links, since what they lead to is shown as it was when it was last
// right, and of translations whose original is wrong. Then it returns false.
func (f *folder) isAsBuilt() bool {
	f.Helper()
	var d diag.List
	built := site.Inspect(f.files, site.Options{Drafts: true}, &d)
	if d.Failed() {
		f.looked()
		said := linesOf(f.server.live.Problems())
		for _, m := range d.Sorted() {
			if line := lineOf(m); m.Severity == diag.Error && !follows(m, &d) && !slices.Contains(said, line) {
				f.Fatalf("%q: nobody is told\n%s\nbut\n%s", f.done, line, strings.Join(said, "\n"))
			}
		}
		return false
	}
	built.Silence(&d)
	for _, file := range built.Files {
		if file.Path == "sw.js" {
			continue // to make it is to build the site: another test compares it
		}
		r := ask(f.server, "/"+file.Path)
		want, got := sized.ReplaceAllString(string(file.Data), ""), sized.ReplaceAllString(body(f.T, r), "")
		if r.StatusCode != 200 || got != want {
			f.Fatalf("%q: %s: status %d (-built +shown)\n%s", f.done, file.Path, r.StatusCode, cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")))
		}
	}
	f.looked()
	if differ := cmp.Diff(linesOf(d.Sorted()), linesOf(f.server.live.Problems())); differ != "" {
		f.Fatalf("%q: (-built +shown)\n%s", f.done, differ)
	}
	return true
}

func follows(m diag.Message, d *diag.List) bool {
	original, _, translates := strings.Cut(m.Where(), ".fr.md")
	return m.Name == "link-broken" || m.Name == "anchor-missing" || translates && d.Broken()[original+".md"]
}

// sized is the size of the site, which the preview knows only after sw.js.
var sized = regexp.MustCompile(` data-size="[^"]*"`)

func linesOf(messages []diag.Message) (lines []string) {
	for _, m := range messages {
		lines = append(lines, lineOf(m))
	}
	return lines
}

func lineOf(m diag.Message) string {
	return fmt.Sprintf("%s: %s: %s [%s]", m.Where(), m.Severity, m.Text, m.Name)
}

func (f *folder) must(errs ...error) {
	f.Helper()
	for _, err := range errs {
		if err != nil {
			f.Fatalf("%q: %v", f.done, err)
		}
	}
}

func (f *folder) path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

func (f *folder) write(name, text string) {
	f.Helper()
	f.must(os.MkdirAll(filepath.Dir(f.path(name)), 0o755), os.WriteFile(f.path(name), []byte(text), 0o644))
}

// restore makes the folder hold these files, and no others.
func (f *folder) restore(files map[string]string) {
	f.Helper()
	there := filesIn(f.T, f.dir)
	for name := range there {
		if _, wanted := files[name]; !wanted {
			f.must(os.Remove(f.path(name)))
		}
	}
	for name, text := range files {
		if there[name] != text {
			f.write(name, text)
		}
	}
}

// filesIn are the files of a course's folder by their paths.
func filesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name == marker {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = string(bytes.Clone(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
