package torture

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

var seed = flag.Uint64("seed", 7, "of what is chosen at random")

// lectern is the program, built once.
var lectern = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "lectern-torture-")
	if err != nil {
		return "", err
	}
	program := filepath.Join(dir, "lectern")
	said, err := exec.Command("go", "build", "-o", program, "lectern/cmd/lectern").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%w: %s", err, said)
	}
	return program, err
})

func TestMain(m *testing.M) {
	flag.Parse()
	code := m.Run()
	if program, err := lectern(); err == nil {
		_ = os.RemoveAll(filepath.Dir(program))
	}
	os.Exit(code)
}

var lessons = flag.Int("lessons", 12, "how many lessons a course has that is built")

// edition is a course whose lessons say which edition they are of, so that a
// mixture of two sites shows, and of which each has a lesson that the other has
// not; or one of whose lessons says so, of a site so large that a spare of it is
// kept beside it.
func edition(name string, whole bool) map[string]string {
	files := map[string]string{
		"site.yaml":                  "title: Two editions\n",
		"content/01-part/always.txt": "The same in both.\n",
	}
	if whole {
		files["content/index.md"] = "# Two editions\n\nThis is the " + name + ".\n"
		files["content/01-part/99-only-the-"+name+".md"] = "# Only the " + name + "\n\nA lesson that comes and goes.\n"
	}
	beside := ""
	for n := range notes {
		if !whole {
			files[fmt.Sprintf("content/01-part/%d.txt", n)] = fmt.Sprintf("Note %d.\n", n)
			beside += fmt.Sprintf("[%d](%[1]d.txt) ", n)
		}
	}
	for n := 1; n < *lessons; n++ {
		says := "one"
		if whole || n == 1 {
			says = name
		}
		files[fmt.Sprintf("content/01-part/%02d-lesson-%d.md", n, n)] = fmt.Sprintf(
			"# Lesson %d\n\nThis is the %s. [The same](always.txt) %s\n\n### Question: Which one?\n<!-- {id: q%[1]d} -->\n\n- (x) the %[2]s\n- ( ) another\n", n, says, beside)
		beside = ""
	}
	return files
}

// notes are how many files lie beside the lessons of a large site.
const notes = 160

var editions = []string{"first", "second"}

// workplace is a course and its site on a disk.
type workplace struct {
	t           testing.TB
	course, out string
	whole       bool // editions differ in every page
	now         int  // the edition that the course is
	sites       []map[string]string
}

// byHand is a file in the site that is not Lectern's.
const byHand = "notes/by-hand.txt"

// newWorkplace makes a course in the folder top, with its site in a folder
// of its own below place.
func newWorkplace(t testing.TB, top, place string, whole bool) *workplace {
	t.Helper()
	w := &workplace{t: t, course: filepath.Join(top, "course"), out: filepath.Join(place, "site", "public"), whole: whole, now: 1}
	write(t, filepath.Join(w.out, byHand), "not by lectern\n")
	for range editions {
		w.turn()
		if code, said := w.build(); code != 0 {
			t.Fatalf("the course cannot be built: %s", said)
		}
		w.sites = append(w.sites, read(t, w.out))
	}
	if maps.Equal(w.sites[0], w.sites[1]) || len(w.sites[0]) < *lessons {
		t.Fatal("the editions do not differ")
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(w.out), spare)); (err == nil) == whole {
		t.Fatalf("of a site of %d files there is a spare: %v", len(w.sites[1]), err == nil)
	}
	return w
}

// turn makes the course the other edition.
func (w *workplace) turn() {
	w.t.Helper()
	if err := os.RemoveAll(filepath.Join(w.course, "content")); err != nil {
		w.t.Fatal(err)
	}
	w.now = 1 - w.now
	for name, text := range edition(editions[w.now], w.whole) {
		write(w.t, filepath.Join(w.course, filepath.FromSlash(name)), text)
	}
}

// build builds the course, by way of another program if one is named, and
// returns its exit code, -1 after a signal, and what it said.
func (w *workplace) build(by ...string) (code int, said string) {
	w.t.Helper()
	program, err := lectern()
	if err != nil {
		w.t.Fatal(err)
	}
	args := append(slices.Clone(by), program, "build", "--quiet", "-C", w.course, "-o", w.out)
	c := exec.Command(args[0], args[1:]...)
	text, err := c.CombinedOutput()
	if c.ProcessState == nil {
		w.t.Fatal(err)
	}
	return c.ProcessState.ExitCode(), string(text)
}

// What is found where the site is.
const (
	isOld  = "old"
	isNew  = "new"
	isNone = "none"
)

// state says which site is there: old, new, none, or what is mixed.
func (w *workplace) state() string {
	w.t.Helper()
	if _, err := os.Stat(w.out); err != nil {
		return isNone
	}
	have := read(w.t, w.out)
	for n, name := range map[int]string{w.now: isNew, 1 - w.now: isOld} {
		if maps.Equal(have, w.sites[n]) {
			return name
		}
	}
	var strange []string
	for name, text := range have {
		if text != w.sites[w.now][name] {
			strange = append(strange, fmt.Sprintf("%s (%d bytes)", name, len(text)))
		}
	}
	slices.Sort(strange)
	return fmt.Sprintf("neither old nor new: %d files, of which not new: %.200s", len(have), strings.Join(strange, ", "))
}

// wantNext wants the next build to need no help, and to leave nothing behind.
func (w *workplace) wantNext(after string) {
	w.t.Helper()
	if code, said := w.build(); code != 0 {
		w.t.Errorf("%s: the next build fails: %s", after, said)
	}
	if state := w.state(); state != isNew {
		w.t.Errorf("%s: after the next build the site is %s", after, state)
	}
	for name, want := range map[string][]string{"": {"public"}, spare: {".gitignore", "site"}} {
		left, err := os.ReadDir(filepath.Join(filepath.Dir(w.out), name))
		if os.IsNotExist(err) && name == spare {
			continue
		}
		var names []string
		for _, e := range left {
			if e.Name() != spare {
				names = append(names, e.Name())
			}
		}
		if err != nil || !slices.Equal(names, want) {
			w.t.Errorf("%s: after the next build there are %q, want %q (%v)", after, names, want, err)
		}
	}
}

// spare is what stays beside the site when it is large.
const spare = ".public.lectern-spare"

// read reads all files below a folder.
func read(t testing.TB, top string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(top, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		files[filepath.ToSlash(strings.TrimPrefix(p, top+string(filepath.Separator)))] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
