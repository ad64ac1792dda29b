package site

import (
	"bytes"
	"fmt"
	"math/rand"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/diag"
	"lectern/internal/witness"
)

// remembered is a site that was built, as its files lie in a folder, and what the
// next build is told.
type remembered struct {
	site   fstest.MapFS
	memory []byte
}

// build builds a course as the command does, with what is remembered of it, and
// reports whether any page was taken over. It returns nil when the course does
// not build.
func (r *remembered) build(t *testing.T, course fstest.MapFS, o Options, d *diag.List) (built *Site, stands bool) {
	t.Helper()
	sources, err := witness.Read(course)
	if err != nil {
		t.Fatal(err)
	}
	if m, err := ReadMemory(r.memory, r.site); err == nil && m.Fits(sources) {
		o.Before = m
	}
	o.Remember = true
	built = buildAnew(course, o, d)
	if d.Failed() {
		return nil, false
	}
	site := fstest.MapFS{}
	for i, f := range built.Files {
		data, err := f.Bytes()
		if err != nil || len(data) != f.Size() || fingerprint(data) != f.print() {
			t.Fatalf("%s is not what it says it is: %v", f.Path, err)
		}
		stands = stands || f.Stands() && path.Ext(f.Path) == ".html"
		built.Files[i].Data = data
		site[f.Path] = &fstest.MapFile{Data: data}
	}
	r.site, r.memory = site, nil
	if built.Memory != nil {
		built.Memory.Note(sources)
		r.memory = bytesOf(t, built.Memory)
	}
	return built, stands
}

// bytesOf is a memory as it is kept.
func bytesOf(t *testing.T, m *Memory) []byte {
	t.Helper()
	pieces, err := m.Pieces()
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Join(pieces, nil)
}

// sameSites compares the sites of two builds to the byte.
func sameSites(t *testing.T, got, want *Site) {
	t.Helper()
	path := func(f File) string { return f.Path }
	if a, b := namesBy(got.Files, path), namesBy(want.Files, path); !slices.Equal(a, b) {
		t.Fatalf("the files are\n%q\nwant\n%q", a, b)
	}
	for i, f := range got.Files {
		if !bytes.Equal(f.Data, want.Files[i].Data) {
			t.Fatalf("%s is another:\n%s\nwant\n%s", f.Path, f.Data, want.Files[i].Data)
		}
	}
	if !slices.Equal(got.Pages, want.Pages) {
		t.Fatalf("the weights are\n%v\nwant\n%v", got.Pages, want.Pages)
	}
}

func namesBy[T any](all []T, name func(T) string) (names []string) {
	for _, v := range all {
		names = append(names, name(v))
	}
	return names
}

// A course is edited over and over, well and badly, and built after each edit.
func TestCourseBuiltAgainIsTheOneThatIsBuilt(t *testing.T) {
	stood := 0
	for seed := range *sequences {
		clear(themes)
		course := full.with(files{"content/02-more/03-warned.md": "---\ntitle: Warned\n---\n![A lamp](lamp.png)\n", "content/02-more/lamp.png": "no picture"}).fs()
		r, o, last := rand.New(rand.NewSource(seed)), Options{Drafts: seed%3 > 0}, &remembered{}
		done := fmt.Sprintf("seed %d", seed)
		for range 12 {
			before := fstest.MapFS{}
			for name, f := range course {
				before[name] = f
			}
			e := edits[0]
			if r.Intn(2) == 0 {
				e = edits[r.Intn(len(edits))]
			}
			done += ", " + e.name
			changed := e.do(r, course)
			t.Log(e.name, changed)
			var said, wanted diag.List
			built, stands := last.build(t, course, o, &said)
			clean := buildAnew(course, o, &wanted)
			if got, want := printed(&said), printed(&wanted); got != want {
				t.Fatalf("%s: it says\n%s\nwant\n%s", done, got, want)
			}
			if built != nil {
				sameSites(t, built, clean)
			}
			if stands {
				stood++
			}
			if built == nil || r.Intn(4) == 0 {
				course = before
				done += " (taken back)"
			}
		}
	}
	if stood < int(*sequences) {
		t.Errorf("only %d of %d builds took anything over", stood, 12**sequences)
	}
}

// twoModules is a course whose menus list the lessons of one module: the third
// lesson of the first one leads to the third of the other.
func twoModules() files {
	course := files{"site.yaml": "title: Two modules\n", "content/index.md": "# Two\n"}
	for m := range 2 {
		course[fmt.Sprintf("content/0%d-part-%[1]d/index.md", m)] = fmt.Sprintf("# Part %d\n", m)
		for n := range 16 {
			text := fmt.Sprintf("# Lesson %d %d\n\nWords.\n\n## A heading\n", m, n)
			if m == 0 && n == 3 {
				text += "\n[Over there](../01-part-1/03-l3.md).\n"
			}
			course[fmt.Sprintf("content/0%d-part-%[1]d/%02d-l%[2]d.md", m, n)] = text
		}
	}
	return course
}

func TestOnlyLessonsThatSeeAChangeAreMadeAgain(t *testing.T) {
	const linked = "content/01-part-1/03-l3.md"
	second := []string{"part-0/l15.html", "part-0/l3.html"} // the one before, and the one that leads there
	for n := range 16 {
		second = append(second, fmt.Sprintf("part-1/l%d.html", n))
	}
	for what, c := range map[string]struct {
		file, old, new string
		again          []string
		all            bool // nothing stands
	}{
		"words":              {linked, "Words.", "Other words.", []string{"part-1/l3.html"}, false},
		"a heading":          {linked, "## A heading", "## Another heading", []string{"part-0/l3.html", "part-1/l3.html"}, false},
		"a title":            {"content/01-part-1/00-l0.md", "Lesson 1 0", "Lesson of another name", slices.DeleteFunc(slices.Clone(second), func(p string) bool { return p == "part-0/l3.html" }), false},
		"a title linked to":  {linked, "Lesson 1 3", "Lesson of another name", second[1:], false},
		"a module's words":   {"content/01-part-1/index.md", "Part 1\n", "Part 1\n\nIt begins.\n", nil, false},
		"the first page":     {"content/index.md", "Two\n", "Two\n\nWelcome.\n", nil, false},
		"nothing":            {linked, "Words.", "Words.", nil, false},
		"a question":         {linked, "Words.", "Words.\n\n### Question: Is it?\n\n- (x) Yes\n- ( ) No\n", nil, true}, // as styles are others
		"a module's title":   {"content/01-part-1/index.md", "Part 1", "Part one", nil, true},                          // as it is in every menu
		"a file beside them": {"content/02-more.txt", "", "New.", nil, true},
	} {
		t.Run(what, func(t *testing.T) {
			course, last := twoModules().fs(), &remembered{}
			var d diag.List
			last.build(t, course, Options{}, &d)
			var was []byte
			if f := course[c.file]; f != nil {
				was = f.Data
			}
			course[c.file] = &fstest.MapFile{Data: bytes.Replace(was, []byte(c.old), []byte(c.new), 1)}
			built, stands := last.build(t, course, Options{}, &d)
			sameSites(t, built, buildAnew(course, Options{}, &diag.List{}))
			var again []string
			for _, f := range built.Files {
				if path.Dir(f.Path) != "." && strings.HasPrefix(f.Path, "part-") && !strings.HasSuffix(f.Path, "index.html") && f.kept == nil {
					again = append(again, f.Path)
				}
			}
			slices.Sort(c.again)
			if stands == c.all || stands && !slices.Equal(again, c.again) {
				t.Errorf("pages stand: %v; made again: %q, want %q", stands, again, c.again)
			}
		})
	}
}
