package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// lessonOnDisk makes a folder with one lesson.
func lessonOnDisk(t *testing.T, says string) (folder string, root *os.Root) {
	t.Helper()
	folder = t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "lesson.md"), []byte(says), 0o644); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return folder, root
}

// wantLesson checks what the lesson says, and that nothing lies beside it.
func wantLesson(t *testing.T, folder, want string) {
	t.Helper()
	if got, err := os.ReadFile(filepath.Join(folder, "lesson.md")); err != nil || string(got) != want {
		t.Errorf("the lesson says %q (%v), want %q", got, err, want)
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v (%v)", entries, err)
	}
}

func TestRewrittenFileKeepsItsPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("this system has no permissions of this kind")
	}
	for _, perm := range []os.FileMode{0o600, 0o644, 0o666, 0o755} {
		folder, root := lessonOnDisk(t, "old")
		name := filepath.Join(folder, "lesson.md")
		if err := os.Chmod(name, perm); err != nil {
			t.Fatal(err)
		}
		if err := rewrite(root, "lesson.md", []byte("old"), []byte("new"), "lectern ids"); err != nil {
			t.Fatal(err)
		}
		wantLesson(t, folder, "new")
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != perm {
			t.Errorf("the permissions are %v (%v), were %v", info.Mode(), err, perm)
		}
	}
}

func TestFileThatWasChangedMeanwhileIsLeftAlone(t *testing.T) {
	folder, root := lessonOnDisk(t, "saved by the author's editor")
	err := rewrite(root, "lesson.md", []byte("old"), []byte("new"), "lectern ids")
	if err == nil || err.Error() != "this file was changed meanwhile; run `lectern ids` again" {
		t.Errorf("got %v", err)
	}
	wantLesson(t, folder, "saved by the author's editor")
}

func TestOnlyFilesOfTheFolderAreRewritten(t *testing.T) {
	folder, root := lessonOnDisk(t, "old")
	outside, _ := lessonOnDisk(t, "old")
	if err := os.Symlink(outside, filepath.Join(folder, "out")); err != nil {
		t.Skipf("this system has no symbolic links: %v", err)
	}
	for _, name := range []string{"out/lesson.md", "../lesson.md", "out", ".", "missing.md"} {
		if err := rewrite(root, name, []byte("old"), []byte("new"), "lectern ids"); err == nil {
			t.Errorf("%s is written", name)
		}
	}
	wantLesson(t, outside, "old")
}

func TestFolderThatCannotBeWrittenToIsTold(t *testing.T) {
	folder, root := lessonOnDisk(t, "old")
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, 0o700)
	if probe, err := os.Create(filepath.Join(folder, "probe")); err == nil {
		probe.Close()
		os.Remove(probe.Name())
		t.Skip("this user may write anywhere")
	}
	err := rewrite(root, "lesson.md", []byte("old"), []byte("new"), "lectern ids")
	if err == nil || !strings.HasPrefix(err.Error(), "its folder cannot be written to: ") {
		t.Errorf("got %v", err)
	}
	wantLesson(t, folder, "old")
}
