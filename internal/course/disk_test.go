package course_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// A course on a disk is read through os.Root, which follows no way out.
func TestLinksOutOfTheCourseAreNotFollowed(t *testing.T) {
	outside, top := t.TempDir(), t.TempDir()
	write(t, filepath.Join(outside, "secret.md"), "# The secret\n")
	write(t, filepath.Join(top, "content", "1-a", "lesson.md"), titled)
	link(t, filepath.Join(outside, "secret.md"), filepath.Join(top, "content", "1-a", "out.md"))
	link(t, "../../../../../../../../etc/passwd", filepath.Join(top, "content", "1-a", "up.md"))
	link(t, "loop.md", filepath.Join(top, "content", "1-a", "loop.md"))
	link(t, outside, filepath.Join(top, "content", "2-folder"))

	root, err := os.OpenRoot(top)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	c, out := read(root.FS(), false)
	for _, name := range []string{"out.md", "up.md", "loop.md"} {
		wantMessage(t, out, "content/1-a/"+name+": error: this file cannot be read: ")
	}
	for _, l := range c.Lessons {
		if strings.Contains(l.Title, "secret") {
			t.Error("a file outside the course was read")
		}
	}
}

// A file may turn into a link between being listed and being read.
func TestLinkSwappedInWhileReadingIsNotFollowed(t *testing.T) {
	outside, top := t.TempDir(), t.TempDir()
	secret, lesson := filepath.Join(outside, "secret.md"), filepath.Join(top, "content", "1-a", "lesson.md")
	write(t, secret, "# The secret\n")
	write(t, lesson, titled)
	root, err := os.OpenRoot(top)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	ended, swapped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(swapped)
		for n := 0; ; n++ {
			select {
			case <-ended:
				return
			default:
			}
			next := filepath.Join(outside, "next")
			if n%2 == 0 {
				_ = os.Symlink(secret, next)
			} else {
				_ = os.WriteFile(next, []byte(titled), 0o644)
			}
			_ = os.Rename(next, lesson)
		}
	}()
	refused, taken := 0, 0
	for n := 0; n < 3000 && (n < 200 || refused == 0 || taken == 0); n++ {
		c, _ := read(root.FS(), false)
		for _, l := range c.Lessons {
			switch l.Title {
			case "The secret":
				t.Fatal("a file outside the course was read")
			case "":
				refused++
			default:
				taken++
			}
		}
	}
	close(ended)
	<-swapped
	if refused == 0 || taken == 0 {
		t.Errorf("the file was a link %d times and a file %d times: this tries nothing", refused, taken)
	}
}

func TestLinksInsideTheCourseWork(t *testing.T) {
	top := t.TempDir()
	write(t, filepath.Join(top, "shared.md"), "# Shared\n")
	if err := os.MkdirAll(filepath.Join(top, "content", "1-a"), 0o755); err != nil {
		t.Fatal(err)
	}
	link(t, "../../shared.md", filepath.Join(top, "content", "1-a", "lesson.md"))
	root, err := os.OpenRoot(top)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	c, out := read(root.FS(), false)
	if out != "" || c.Lessons[0].Title != "Shared" {
		t.Errorf("got %+v\n%s", c.Lessons, out)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		t.Skipf("this system has no symbolic links: %v", err)
	}
}

// A lesson of two gigabytes is refused by its size: a reader of it would fill the memory.
func TestAFileThatIsTooLargeIsNotRead(t *testing.T) {
	top := t.TempDir()
	large := filepath.Join(top, "content", "1-a", "2-large.md")
	write(t, filepath.Join(top, "content", "1-a", "1-lesson.md"), titled)
	write(t, large, titled)
	if err := os.Truncate(large, 2<<30); err != nil {
		t.Skipf("no file of 2 GB without its bytes can be made here: %v", err)
	}
	root, err := os.OpenRoot(top)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, out := read(root.FS(), false)
	runtime.ReadMemStats(&after)
	wantMessage(t, out, "content/1-a/2-large.md: error: this file cannot be read: it is larger than 16 MB [unreadable]")
	if took := after.TotalAlloc - before.TotalAlloc; took > 256<<20 {
		t.Errorf("to refuse it took %d MB of memory", took>>20)
	}
}
