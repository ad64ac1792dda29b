package site

import (
	"bytes"
	"flag"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/diag"
)

var (
	mutations = flag.Int("mutations", 300, "how many mutated lessons TestMutatedLessons… builds")
	seed      = flag.Uint64("seed", 7, "of what the torture tests do at random")
)

// mutate damages a file as slips, bad discs and bad merges do.
var mutate = []func(text []byte, r *rand.Rand) []byte{
	func(text []byte, r *rand.Rand) []byte { // a byte is another
		text[r.IntN(len(text))] = byte(r.IntN(256))
		return text
	},
	func(text []byte, r *rand.Rand) []byte { // a sign that means something is another
		const signs = "#>-*_`[](){}|:=~!@$<&\\\n\t \"'"
		for range 20 {
			if at := r.IntN(len(text)); strings.IndexByte(signs, text[at]) >= 0 {
				text[at] = signs[r.IntN(len(signs))]
				break
			}
		}
		return text
	},
	func(text []byte, r *rand.Rand) []byte { // a part is missing
		from, to := stretch(text, r)
		return slices.Delete(text, from, to)
	},
	func(text []byte, r *rand.Rand) []byte { // a part is there twice
		from, to := stretch(text, r)
		return slices.Insert(text, r.IntN(len(text)), text[from:to]...)
	},
	func(text []byte, r *rand.Rand) []byte { // blocks have changed places
		blocks := bytes.Split(text, []byte("\n\n"))
		a, b := r.IntN(len(blocks)), r.IntN(len(blocks))
		blocks[a], blocks[b] = blocks[b], blocks[a]
		return bytes.Join(blocks, []byte("\n\n"))
	},
	func(text []byte, r *rand.Rand) []byte { // a mark is doubled
		marks := []string{"#", ">", "- ", "[", "]", "(x)", "**", "`", "---\n", "<!--", "-->", ":", "|", "[[", "  "}
		return doubled(text, []byte(marks[r.IntN(len(marks))]), r)
	},
	func(text []byte, r *rand.Rand) []byte { // a line moves in or out
		lines := bytes.SplitAfter(text, []byte("\n"))
		i := r.IntN(len(lines))
		if r.IntN(2) == 0 {
			lines[i] = bytes.TrimLeft(lines[i], " ")
		} else {
			lines[i] = slices.Concat(bytes.Repeat([]byte(" "), 1+r.IntN(5)), lines[i])
		}
		return bytes.Join(lines, nil)
	},
	func(text []byte, r *rand.Rand) []byte { return text[:r.IntN(len(text))] }, // the end is missing
}

func stretch(text []byte, r *rand.Rand) (from, to int) {
	from = r.IntN(len(text))
	return from, min(len(text), from+1+r.IntN(400))
}

func doubled(text, mark []byte, r *rand.Rand) []byte {
	n := bytes.Count(text, mark)
	if n == 0 {
		return text
	}
	at := 0
	for range r.IntN(n) + 1 {
		at += bytes.Index(text[at:], mark) + len(mark)
	}
	return slices.Insert(text, at, mark...)
}

// own are the project's own course and manual, whose lessons are mutated. The
// manual lacks what is laid over it when it is built, and is always refused.
func own(t *testing.T, folder string) fstest.MapFS {
	t.Helper()
	top := os.DirFS(folder)
	settings, err := fs.ReadFile(top, "site.yaml")
	if err != nil {
		t.Fatal(err)
	}
	course := fstest.MapFS{"site.yaml": {Data: settings}}
	err = fs.WalkDir(top, "content", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasSuffix(p, ".fr.md") || strings.HasSuffix(p, ".fr.yaml") {
			return err
		}
		data, err := fs.ReadFile(top, p)
		course[p] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil || len(course) < 20 {
		t.Fatalf("%d files of %s: %v", len(course), folder, err)
	}
	return course
}

// tally counts what came of mutated lessons.
type tally struct {
	tried, refused int
	said           map[string]int // messages by their names
}

func TestMutatedLessonsAreBuiltOrRefusedWithTheirPlace(t *testing.T) {
	courses := []fstest.MapFS{own(t, "../.."), own(t, "../../docs/manual")}
	var n tally
	n.said = map[string]int{}
	for i := uint64(0); n.tried < *mutations && !t.Failed(); i++ {
		buildMutated(t, courses[i%2], rand.New(rand.NewPCG(*seed, i)), &n)
	}
	t.Logf("%d mutated lessons: %d refused, with %d different messages; seed %d", n.tried, n.refused, len(n.said), *seed)
	if n.refused == n.tried || len(n.said) < 10 {
		t.Errorf("that tries little: %v", n.said)
	}
}

// buildMutated mutates half of the pages of a course and builds it twice: with
// all of them, and without those that are refused.
func buildMutated(t *testing.T, course fstest.MapFS, r *rand.Rand, n *tally) {
	t.Helper()
	mutated := maps.Clone(course)
	for _, p := range slices.Sorted(maps.Keys(course)) {
		if path.Ext(p) == ".md" && r.IntN(2) == 0 {
			mutated[p] = &fstest.MapFile{Data: damaged(course[p].Data, r)}
			n.tried++
		}
	}
	for range 2 {
		var d diag.List
		if Build(mutated, Options{}, &d) == nil && !d.Failed() {
			t.Error("nothing was built, and nothing said")
		}
		for p := range d.Broken() {
			if mutated[p] != nil && mutated[p] != course[p] {
				mutated[p] = course[p]
				n.refused++
			}
		}
		wantPlaces(t, mutated, d.Sorted(), n)
	}
}

func damaged(text []byte, r *rand.Rand) []byte {
	text = slices.Clone(text)
	for range 1 + r.IntN(3) {
		if len(text) > 0 {
			text = mutate[r.IntN(len(mutate))](text, r)
		}
	}
	return text
}

// wantPlaces wants each error to name a file of the course, and a part of it
// unless the file could not be read as text.
func wantPlaces(t *testing.T, course fstest.MapFS, messages []diag.Message, n *tally) {
	t.Helper()
	for _, m := range messages {
		if m.Severity != diag.Error {
			continue
		}
		n.said[m.Name]++
		switch {
		case m.File == nil && course[m.Path] == nil:
			t.Errorf("%q names no file of the course: %s", m.Path, m.Text)
		case m.File == nil && m.Name != "encoding":
			t.Errorf("%s: no line is named: %s", m.Path, m.Text)
		case m.File != nil && (course[m.File.Path] == nil || m.At.Start > m.At.End || m.At.End > len(m.File.Text())):
			t.Errorf("%s at %v: %s", m.File.Path, m.At, m.Text)
		}
	}
}
