package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mustWrite writes files into out, or ends the test.
func mustWrite(t testing.TB, out string, files []made) Changes {
	t.Helper()
	changes, err := Write(out, files)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

// put makes a file, as somebody who is not lectern does.
func put(t testing.TB, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func wantContent(t testing.TB, name, want string) {
	t.Helper()
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%s holds %q (%v), want %q", filepath.Base(name), got, err, want)
	}
}

// wantOnly checks what lies in a folder, hidden files and all.
func wantOnly(t testing.TB, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s holds %q, want %q", filepath.Base(folder), got, want)
	}
}

// contents lists the files below out as "path: content", without the list
// that lectern keeps.
func contents(t testing.TB, out string) []string {
	t.Helper()
	var all []string
	err := fs.WalkDir(os.DirFS(out), ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || p == manifestFile {
			return err
		}
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(p)))
		all = append(all, p+": "+string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// difference is what a holds and b does not.
func difference(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

// edition is a site all of whose files say which edition they are of, so that
// a mixture shows. Editions differ in their files' names as well.
func edition(n int) []made {
	text := fmt.Appendf(nil, "edition %d", n)
	files := []made{{"assets/always.css", []byte("the same in every edition")}, {"index.html", text}, {"part/lesson.html", text}}
	for i := range 3 {
		files = append(files, made{fmt.Sprintf("edition-%d/%d.html", n, i), text})
	}
	return files
}

// largeEdition is an edition with so many files that are the same in all of them
// that a spare is kept.
func largeEdition(n int) []made {
	files := edition(n)
	for i := range enough {
		files = append(files, made{fmt.Sprintf("always/%d/%d.html", i%7, i), fmt.Appendf(nil, "always %d", i)})
	}
	return files
}

// readEdition reads the whole site, and describes it when it is not of one
// edition.
func readEdition(t *testing.T, out string) string {
	t.Helper()
	return readEditionOf(t, out, edition)
}

func readEditionOf(t *testing.T, out string, edition func(n int) []made) string {
	t.Helper()
	index, _ := os.ReadFile(filepath.Join(out, "index.html"))
	for n := range 3 {
		if string(index) != fmt.Sprintf("edition %d", n) {
			continue
		}
		var want, have []string
		for _, f := range append(edition(n), made{"notes/by-hand.txt", []byte("not by lectern")}) {
			want = append(want, f.name+": "+string(f.data))
		}
		have = contents(t, out)
		if missing := difference(want, have); len(missing) > 0 {
			return "edition " + fmt.Sprint(n) + " without " + strings.Join(missing, ", ")
		}
		if extra := difference(have, want); len(extra) > 0 {
			return "edition " + fmt.Sprint(n) + " with " + strings.Join(extra, ", ")
		}
		return string(index)
	}
	return fmt.Sprintf("of no edition: %q", index)
}
