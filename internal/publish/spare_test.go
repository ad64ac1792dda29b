package publish

import (
	"fmt"
	"maps"
	"math/rand"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// wantSpareOf wants each file of a site's spare, if it has one, to be a second
// name of one of the site's, but for its list.
func wantSpareOf(t testing.TB, out string) {
	t.Helper()
	spare := filepath.Join(beside(out, "spare"), inSpare)
	for _, line := range contents(t, out) {
		name, _, _ := strings.Cut(line, ": ")
		if in, found := filepath.Join(spare, name), mustLook(t, out, name)[name]; exists(in) && !isNameOf(found, in) {
			t.Errorf("the spare has another %s", name)
		}
	}
	if !exists(spare) {
		return
	}
	for _, line := range contents(t, spare) {
		if name, _, _ := strings.Cut(line, ": "); !exists(filepath.Join(out, name)) {
			t.Errorf("the spare has %s, and the site has not", name)
		}
	}
}

func TestBuildBringsTheSpareUpToDate(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, largeEdition(0))
	put(t, filepath.Join(out, "notes", "by-hand.txt"), "not by lectern")
	mustWrite(t, out, largeEdition(1))
	wantOnly(t, filepath.Dir(out), ".public.lectern-spare", "public")
	wantOnly(t, beside(out, "spare"), ".gitignore", inSpare)
	for n := range 4 {
		spare := stampOf(t, filepath.Join(beside(out, "spare"), inSpare, "always"))
		always := stampOf(t, filepath.Join(out, "always", "0", "7.html"))
		mustWrite(t, out, largeEdition(n%3))
		if got, want := readEditionOf(t, out, largeEdition), fmt.Sprintf("edition %d", n%3); got != want {
			t.Errorf("the site is %s, want %s", got, want)
		}
		wantSpareOf(t, out)
		if !os.SameFile(stampOf(t, filepath.Join(out, "always")).info, spare.info) {
			t.Error("a site was made anew, beside a spare")
		}
		if !stampOf(t, filepath.Join(out, "always", "0", "7.html")).same(always) {
			t.Error("a file that did not change was written")
		}
	}
}

func TestSpareGoesWhereItDoesNotPay(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, largeEdition(0))
	mustWrite(t, out, largeEdition(1))
	mustWrite(t, out, edition(2))
	wantOnly(t, filepath.Dir(out), "public")
}

// meddlers are what people and programs do to a site and to what lies beside it.
var meddlers = map[string]func(r *rand.Rand, out, spare string) error{
	"nothing":           func(*rand.Rand, string, string) error { return nil },
	"the spare is gone": func(_ *rand.Rand, out, _ string) error { return os.RemoveAll(beside(out, "spare")) },
	"its site is gone":  func(_ *rand.Rand, _, spare string) error { return os.RemoveAll(spare) },
	"its list is gone":  func(_ *rand.Rand, _, spare string) error { return os.Remove(filepath.Join(spare, manifestFile)) },
	"a file of it is gone": func(r *rand.Rand, _, spare string) error {
		return replace(filepath.Join(spare, someFile(r)), func(string) error { return nil })
	},
	"a file of it is another": func(r *rand.Rand, _, spare string) error {
		return replace(filepath.Join(spare, someFile(r)), writeAnother)
	},
	"a file of it is a link": func(r *rand.Rand, _, spare string) error {
		return replace(filepath.Join(spare, someFile(r)), func(name string) error { return os.Symlink("/etc/passwd", name) })
	},
	"a file of it is a folder": func(r *rand.Rand, _, spare string) error {
		return replace(filepath.Join(spare, someFile(r)), func(name string) error { return os.MkdirAll(filepath.Join(name, "deep"), 0o755) })
	},
	"a folder of it has other rights": func(_ *rand.Rand, _, spare string) error {
		return os.Chmod(filepath.Join(spare, "always"), 0o711)
	},
	"it is a link": func(_ *rand.Rand, out, spare string) error {
		return firstError(os.RemoveAll(spare), os.Symlink(out, spare))
	},
	"it is a file": func(_ *rand.Rand, out, _ string) error {
		return firstError(os.RemoveAll(beside(out, "spare")), os.WriteFile(beside(out, "spare"), nil, 0o644))
	},
	"the site is gone": func(_ *rand.Rand, out, _ string) error { return os.RemoveAll(out) },
	"a page is another": func(r *rand.Rand, out, _ string) error {
		return replace(filepath.Join(out, someFile(r)), writeAnother)
	},
	"a page is written over": func(r *rand.Rand, out, _ string) error {
		f, err := os.OpenFile(filepath.Join(out, someFile(r)), os.O_WRONLY|os.O_TRUNC, 0)
		if err != nil {
			return nil // there is no such page now
		}
		_, err = f.WriteString("always 000")
		return firstError(err, f.Close())
	},
	"half of a stage is there": func(_ *rand.Rand, out, spare string) error { return os.Rename(spare, beside(out, "next")) },
}

func someFile(r *rand.Rand) string {
	i := r.Intn(enough)
	return fmt.Sprintf("always/%d/%d.html", i%7, i)
}

// replace puts something else in the place of a file, if there is one.
func replace(name string, put func(name string) error) error {
	if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return firstError(os.Remove(name), put(name))
}

func writeAnother(name string) error { return os.WriteFile(name, []byte("another"), 0o644) }

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// randomEdit changes, adds or takes away files, and makes folders of files.
func randomEdit(r *rand.Rand, site map[string]string) {
	for range 1 + r.Intn(4) {
		name := someFile(r)
		switch r.Intn(4) {
		case 0:
			delete(site, name)
		case 1:
			delete(site, name)
			site[name+"/deep/in.html"] = "in place of a file"
		default:
			for below := range site {
				if strings.HasPrefix(below, name+"/") {
					delete(site, below)
				}
			}
			site[name] = fmt.Sprintf("always %d", r.Intn(900))
		}
	}
}

// Whatever happens to a spare, and between builds to the site: a build makes the
// site that it is given, loses nothing that is not Lectern's, and has a spare of
// nothing but second names.
func TestNoSpareMakesASiteAnother(t *testing.T) {
	names := slices.Sorted(maps.Keys(meddlers))
	for seed := range int64(2) {
		out := filepath.Join(t.TempDir(), "public")
		spare := filepath.Join(beside(out, "spare"), inSpare)
		r, site, mine := rand.New(rand.NewSource(seed)), map[string]string{}, map[string]string{}
		for _, f := range largeEdition(0) {
			site[f.name] = string(f.data)
		}
		for n, i := range append(r.Perm(len(names)), r.Perm(len(names))...) {
			if n > 0 {
				if err := meddlers[names[i]](r, out, spare); err != nil && !os.IsNotExist(err) {
					t.Fatal(err)
				}
			}
			if !exists(out) {
				clear(mine)
			} else {
				name := path.Join("mine", fmt.Sprint(r.Intn(3)))
				mine[name] = fmt.Sprint(r.Intn(9))
				put(t, filepath.Join(out, name), mine[name])
			}
			randomEdit(r, site)
			var files []made
			for _, name := range slices.Sorted(maps.Keys(site)) {
				files = append(files, made{name, []byte(site[name])})
			}
			mustWrite(t, out, files)
			want := map[string]string{}
			maps.Copy(want, site)
			maps.Copy(want, mine)
			wantSite(t, fmt.Sprintf("seed %d, step %d: %s", seed, n, names[i]), out, want)
			wantSpareOf(t, out)
			_, _ = os.Remove(spare), os.Remove(beside(out, "spare")) // where it is a link or a file
		}
	}
}

func wantSite(t *testing.T, after, out string, want map[string]string) {
	t.Helper()
	var lines []string
	for name, text := range want {
		lines = append(lines, name+": "+text)
	}
	have := contents(t, out)
	if missing, more := difference(lines, have), difference(have, lines); len(missing)+len(more) > 0 {
		t.Fatalf("%s: the site is without %.300q and with %.300q", after, missing, more)
	}
}

// What somebody put into the site in the moment of the swap is in the former one
// then, and stays there.
func TestStrangeFileInASpareIsKept(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, largeEdition(0))
	put(t, filepath.Join(out, "notes", "by-hand.txt"), "not by lectern")
	mustWrite(t, out, largeEdition(1))
	put(t, filepath.Join(beside(out, "spare"), inSpare, "always", "late.txt"), "late")
	mustWrite(t, out, largeEdition(2))
	if got := readEditionOf(t, out, largeEdition); got != "edition 2" {
		t.Errorf("the site is %s", got)
	}
	wantContent(t, filepath.Join(beside(out, "old"), "always", "late.txt"), "late")
}
