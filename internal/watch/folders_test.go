package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// What is done to folders, each time all at once; what is believed then must
// be what a fresh walk finds.
var upheavals = map[string][]func(*watched){
	"folders made with a file in them at once": {
		func(w *watched) { w.write("content/a/b/c/x.md", "x") },
		func(w *watched) { w.write("content/a/b/c/x.md", "y") },
	},
	"a folder moved in and edited after": {
		func(w *watched) {
			w.write(".elsewhere/deep/x.md", "x")
			w.rename(".elsewhere", "content/in")
		},
		func(w *watched) { w.write("content/in/deep/x.md", "y") },
		func(w *watched) { w.write("content/in/deep/new.md", "z") },
	},
	"a folder moved within the course and edited after": {
		func(w *watched) { w.rename("content/one", "content/other") },
		func(w *watched) { w.write("content/other/deep/x.md", "y") },
		func(w *watched) { w.rename("content/other/deep", "content/deep") },
		func(w *watched) { w.write("content/deep/x.md", "z") },
		func(w *watched) { w.rename("content/deep", "aside") },
		func(w *watched) { w.write("aside/x.md", "z again"); w.write("content/other/new.md", "z") },
	},
	"two folders change places": {
		func(w *watched) {
			w.rename("content/one", "content/.aside")
			w.rename("content/two", "content/one")
			w.rename("content/.aside", "content/two")
		},
		func(w *watched) { w.write("content/one/x.md", "y"); w.write("content/two/deep/x.md", "y") },
	},
	"a folder removed and made again": {
		func(w *watched) {
			w.must(os.RemoveAll(w.path("content/one")))
			w.write("content/one/deep/x.md", "again")
		},
		func(w *watched) { w.write("content/one/deep/x.md", "and again") },
		func(w *watched) { w.must(os.RemoveAll(w.path("content"))) },
		func(w *watched) { w.write("content/one/deep/x.md", "for the third time") },
		func(w *watched) { w.write("content/one/deep/x.md", "for the last") },
	},
	"500 files at once": {func(w *watched) {
		for i := range 500 {
			w.write(fmt.Sprintf("content/%02d/%d.md", i%20, i), "text")
		}
	}},
	"the settings replaced twice": {func(w *watched) {
		for _, text := range []string{"title: One", "title: Two"} {
			w.write("site.yaml.new", text)
			w.rename("site.yaml.new", "site.yaml")
		}
	}},
	"the file that a link leads to": {
		func(w *watched) {
			w.write(".shared/x.md", "x")
			w.must(os.Symlink("../.shared/x.md", w.path("content/linked.md")))
		},
		func(w *watched) { w.write(".shared/x.md", "y") },
		func(w *watched) {
			w.write(".shared/new", "z")
			w.rename(".shared/new", ".shared/x.md")
		},
	},
	"a file becomes a folder and a link": {
		func(w *watched) { w.must(os.Remove(w.path("content/x.md"))); w.write("content/x.md/y.md", "y") },
		func(w *watched) {
			w.must(os.RemoveAll(w.path("content/x.md")), os.Symlink("one/x.md", w.path("content/x.md")))
		},
		func(w *watched) { w.write("content/one/x.md", "through the link") },
	},
}

func TestFoldersInUpheaval(t *testing.T) {
	for name, steps := range upheavals {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := watch(t, map[string]string{
				"site.yaml": "title: T", "content/x.md": "x", "content/one/x.md": "1", "content/one/deep/x.md": "1", "content/two/x.md": "2",
			}, setup{})
			for _, step := range steps {
				step(w)
				w.settle()
			}
		})
	}
}

func TestFolderThatIsLinkedToIsTheCoursesToo(t *testing.T) {
	w := watch(t, map[string]string{"themes/lamp/home.html": "one", "content/x.md": "x"}, setup{})
	w.must(os.Symlink("themes/lamp", w.path("layouts")))
	w.until("layouts/home.html")
	w.write("themes/lamp/home.html", "two")
	w.until("layouts/home.html")
	w.write("themes/lamp/new.html", "three")
	w.until("layouts/new.html")
}

func TestLinksOutOfTheCourseAreNotFollowed(t *testing.T) {
	outside := t.TempDir()
	if err := os.WriteFile(filepath.Join(outside, "x.md"), []byte("theirs"), 0o644); err != nil {
		t.Fatal(err)
	}
	w := watch(t, map[string]string{lesson: "ours"}, setup{})
	w.must(os.Symlink(outside, w.path("content/out")), os.Symlink(filepath.Join(outside, "x.md"), w.path("content/out.md")),
		os.Symlink(".", w.path("content/round")), os.Symlink("gone.md", w.path("content/nowhere.md")))
	w.settle()
	w.must(os.WriteFile(filepath.Join(outside, "x.md"), []byte("theirs, edited"), 0o644))
	w.write(lesson, "edited")
	w.settle()
	for _, p := range []string{"content/out/x.md", "content/round/lesson.md"} {
		if found, told := w.believed[p]; told {
			t.Errorf("%s: %s", p, found)
		}
	}
	w.write("content/gone.md", "here")
	w.until("content/nowhere.md")
}
