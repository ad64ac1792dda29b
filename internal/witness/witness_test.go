package witness

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

func course() fstest.MapFS {
	return fstest.MapFS{
		"site.yaml":         {Data: []byte("title: Tea\n")},
		"content/1-a/1.md":  {Data: []byte("# One\n")},
		"content/1-a/b.png": {Data: []byte("a picture")},
		"notes.txt":         {Data: []byte("of the author")},
	}
}

func read(t *testing.T, course fs.FS) Sources {
	t.Helper()
	s, err := Read(course)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestADigestIsOfAllThatABuildReads(t *testing.T) {
	was := read(t, course()).Digest(nil)
	for name, c := range map[string]struct {
		change func(fstest.MapFS)
		other  bool
	}{
		"a lesson":            {func(c fstest.MapFS) { c["content/1-a/1.md"] = &fstest.MapFile{Data: []byte("# Two\n")} }, true},
		"a style of its own":  {func(c fstest.MapFS) { c["layouts/styles/own.css"] = &fstest.MapFile{} }, true},
		"an empty folder":     {func(c fstest.MapFS) { c["content/2-b"] = &fstest.MapFile{Mode: fs.ModeDir} }, true},
		"a file beside it":    {func(c fstest.MapFS) { delete(c, "notes.txt") }, false},
		"a site made from it": {func(c fstest.MapFS) { c["public/index.html"] = &fstest.MapFile{} }, false},
	} {
		changed := course()
		c.change(changed)
		if other := read(t, changed).Digest(nil) != was; other != c.other {
			t.Errorf("%s makes another digest: %v", name, other)
		}
	}
	changed := course()
	changed["content/1-a/1.md"] = &fstest.MapFile{Data: []byte("# Two\n")}
	pages := map[string]bool{"content/1-a/1.md": true}
	if read(t, changed).Digest(pages) != read(t, course()).Digest(pages) {
		t.Error("of a page more counts than its name")
	}
}

func TestALinkMayLeadAnywhere(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("elsewhere.md", filepath.Join(dir, "content", "1.md")); err != nil {
		t.Skip("no links here: ", err)
	}
	if _, err := Read(os.DirFS(dir)); err == nil {
		t.Error("what it leads to is said to be known")
	}
}

// Who reads a part of a file has read a part of another one, if it is another.
func TestAFileThatIsReadInPartIsLookedAtWhole(t *testing.T) {
	for _, text := range []string{"# One\n", "# One and more\n"} {
		now := course()
		folder := read(t, now).Watch(now)
		now["content/1-a/1.md"] = &fstest.MapFile{Data: []byte(text)}
		f, err := folder.Open("content/1-a/1.md")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(f, make([]byte, 3)); err != nil {
			t.Fatal(err)
		}
		if folder.SawChange() {
			t.Error("a change is seen before the file is read")
		}
		f.Close()
		if folder.SawChange() != (text != "# One\n") {
			t.Errorf("%q: a change was seen: %v", text, folder.SawChange())
		}
	}
}
