//go:build unix

package course_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// Whoever reads a pipe waits for another program, which may never write.
func TestAPipeInTheCourseIsNotRead(t *testing.T) {
	top := t.TempDir()
	module := filepath.Join(top, "content", "1-a")
	write(t, filepath.Join(module, "lesson.md"), titled)
	for _, name := range []string{"pipe.md", "film.mp4"} {
		if err := unix.Mkfifo(filepath.Join(module, name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link(t, "pipe.md", filepath.Join(module, "link.md"))
	root, err := os.OpenRoot(top)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	c, out := read(root.FS(), false)
	for _, name := range []string{"pipe.md", "film.mp4", "link.md"} {
		wantMessage(t, out, "content/1-a/"+name+": error: this is no file: a pipe, a socket or a device [unreadable]")
	}
	if len(c.Lessons) != 1 {
		t.Errorf("%d lessons were read, want 1", len(c.Lessons))
	}
}
