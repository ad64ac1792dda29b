package site

import (
	"bytes"
	"fmt"
	"math/rand"
	"slices"
	"testing"
	"testing/fstest"

	"lectern/internal/diag"
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
	sources, err := ReadSources(course)
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
		stands = stands || f.kept != nil && f.kept.stands
		built.Files[i].Data = data
		site[f.Path] = &fstest.MapFile{Data: data}
	}
	r.site, r.memory = site, nil
	if built.Memory != nil {
		built.Memory.Note(sources)
		if r.memory, err = built.Memory.Bytes(); err != nil {
			t.Fatal(err)
		}
	}
	return built, stands
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
