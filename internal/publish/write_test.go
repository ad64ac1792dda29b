package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// stamp is what tells whether a file was touched.
type stamp struct {
	info os.FileInfo
	time time.Time
}

func stampOf(t *testing.T, name string) stamp {
	t.Helper()
	info, err := os.Lstat(name)
	if err != nil {
		t.Fatal(err)
	}
	return stamp{info, info.ModTime()}
}

func (s stamp) same(other stamp) bool {
	return os.SameFile(s.info, other.info) && s.time.Equal(other.time)
}

func TestSecondBuildTouchesNothing(t *testing.T) {
	out := filepath.Join(t.TempDir(), "deep", "public")
	if got, want := mustWrite(t, out, edition(0)), (Changes{Written: 6}); got != want {
		t.Errorf("the first build: %+v, want %+v", got, want)
	}
	before := stampOf(t, out)
	if got, want := mustWrite(t, out, edition(0)), (Changes{Unchanged: 6}); got != want {
		t.Errorf("the second build: %+v, want %+v", got, want)
	}
	if !stampOf(t, out).same(before) {
		t.Error("the folder was replaced")
	}
	wantOnly(t, filepath.Dir(out), "public")
}

func TestBuildReplacesWhatChangedAndRemovesWhatIsGone(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, edition(0))
	style := stampOf(t, filepath.Join(out, "assets/always.css"))

	if got, want := mustWrite(t, out, edition(1)), (Changes{Written: 5, Unchanged: 1, Removed: 3}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if !stampOf(t, filepath.Join(out, "assets/always.css")).same(style) {
		t.Error("a file that did not change was written")
	}
	wantContent(t, filepath.Join(out, "index.html"), "edition 1")
	wantOnly(t, out, manifestFile, "assets", "edition-1", "index.html", "part")
	wantOnly(t, filepath.Dir(out), "public")
}

func TestWhatSomebodyElsePutThereIsKept(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, edition(0))
	put(t, filepath.Join(out, "CNAME"), "example.org")
	put(t, filepath.Join(out, "edition-0", "beside.txt"), "beside a page that goes")
	put(t, filepath.Join(out, ".git", "HEAD"), "ref: main")
	if err := os.MkdirAll(filepath.Join(out, "empty", "folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	for link, target := range map[string]string{"link": "CNAME", "nowhere": "no such file", "up": ".."} {
		if err := os.Symlink(target, filepath.Join(out, link)); err != nil {
			t.Fatal(err)
		}
	}
	name := stampOf(t, filepath.Join(out, "CNAME"))

	mustWrite(t, out, edition(1))
	wantOnly(t, out, ".git", manifestFile, "CNAME", "assets", "edition-0", "edition-1", "empty", "index.html", "link", "nowhere", "part", "up")
	wantOnly(t, filepath.Join(out, "edition-0"), "beside.txt")
	wantContent(t, filepath.Join(out, ".git", "HEAD"), "ref: main")
	if !stampOf(t, filepath.Join(out, "CNAME")).same(name) {
		t.Error("a foreign file was written")
	}
	if info := stampOf(t, filepath.Join(out, "empty", "folder")).info; info.Mode().Perm() != 0o700 {
		t.Errorf("a foreign folder has now the rights %v", info.Mode().Perm())
	}
	if target, err := os.Readlink(filepath.Join(out, "nowhere")); err != nil || target != "no such file" {
		t.Errorf("a link leads now to %q (%v)", target, err)
	}
	wantOnly(t, filepath.Dir(out), "public")
}

func TestBuildRefusesToReplaceWhatItDidNotWrite(t *testing.T) {
	for name, make := range map[string]func(out string) error{
		"index.html":           func(out string) error { return os.WriteFile(filepath.Join(out, "index.html"), []byte("mine"), 0o644) },
		"part":                 func(out string) error { return os.WriteFile(filepath.Join(out, "part"), nil, 0o644) },
		"edition-1":            func(out string) error { return os.Symlink("no such file", filepath.Join(out, "edition-1")) },
		"assets":               func(out string) error { return os.Symlink(t.TempDir(), filepath.Join(out, "assets")) },
		"index.html, a folder": func(out string) error { return os.MkdirAll(filepath.Join(out, "index.html"), 0o755) },
		"part/lesson.html, a link": func(out string) error {
			_ = os.Mkdir(filepath.Join(out, "part"), 0o755)
			return os.Symlink("/etc/passwd", filepath.Join(out, "part/lesson.html"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "public")
			if err := os.Mkdir(out, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := make(out); err != nil {
				t.Fatal(err)
			}
			before := listing(t, out)
			path, _, _ := strings.Cut(name, ",")
			_, err := Write(out, edition(1))
			if err == nil || !strings.Contains(err.Error(), "holds files that lectern did not write: "+path+";") {
				t.Errorf("the error is %v", err)
			}
			if after := listing(t, out); after != before {
				t.Errorf("the folder holds\n%s\nand held\n%s", after, before)
			}
			wantOnly(t, filepath.Dir(out), "public")
		})
	}
}

// listing lists everything below a folder with its type.
func listing(t *testing.T, top string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(top, func(p string, e os.DirEntry, err error) error {
		b.WriteString(strings.TrimPrefix(p, top) + " " + e.Type().String() + "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestBuildRefusesFoldersThatAreNotForASite(t *testing.T) {
	course := t.TempDir()
	put(t, filepath.Join(course, "site.yaml"), "title: A")
	put(t, filepath.Join(course, "content", "01-a", "01-a.md"), "words")
	put(t, filepath.Join(course, "file"), "a file")
	before := listing(t, course)
	for out, want := range map[string]string{
		"/":                                     "top of the disk",
		course:                                  "holds a course (site.yaml)",
		filepath.Join(course, "content"):        "a part of the course (content)",
		filepath.Join(course, "content", "new"): "a part of the course (content)",
		filepath.Join(course, "layouts"):        "a part of the course (layouts)",
		filepath.Join(course, "file"):           "is not a folder",
		filepath.Join(course, "file", "public"): "not a directory",
	} {
		if _, err := Write(out, edition(0)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the error is %v, want %q", out, err, want)
		}
	}
	if after := listing(t, course); after != before {
		t.Errorf("the course holds\n%s\nand held\n%s", after, before)
	}
}

func TestListThatLeadsOutsideDeletesNothingThere(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	put(t, filepath.Join(dir, "precious"), "kept")
	mustWrite(t, out, edition(0))
	list, err := os.ReadFile(filepath.Join(out, manifestFile))
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(out, manifestFile), string(list)+"../precious\n/etc/hosts\nassets/../../precious\n")
	mustWrite(t, out, edition(1))
	wantContent(t, filepath.Join(dir, "precious"), "kept")
}
