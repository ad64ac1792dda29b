//go:build unix

package publish

import (
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// diskFullAfter is how large a file may become, in bytes, where a test plays a
// full disk.
const diskFullAfter = 300

// writeOnFullDisk tries to write a site with a large file, and returns what
// came of it. It changes its process for good.
func writeOnFullDisk(out string) string {
	signal.Ignore(unix.SIGXFSZ)
	limit := unix.Rlimit{Cur: diskFullAfter, Max: diskFullAfter}
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		return err.Error()
	}
	_, err := Write(out, append(edition(1), made{"large.html", make([]byte, 10*diskFullAfter)}))
	if err == nil {
		return "it was written"
	}
	return err.Error()
}

func TestFullDiskLeavesTheOldSiteWhole(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, edition(0))
	put(t, filepath.Join(out, "notes", "by-hand.txt"), "not by lectern")
	said, err := child("write on a full disk", out).Output()
	if err != nil {
		t.Fatal(err)
	}
	if s := string(said); !strings.Contains(s, "was left as it was") || !strings.Contains(s, "file too large") {
		t.Errorf("the error is %s", s)
	}
	if got := readEdition(t, out); got != "edition 0" {
		t.Errorf("the site is %s", got)
	}
	wantOnly(t, filepath.Dir(out), "public")
}

// beginOnFullDisk is writeOnFullDisk for a site that is written while it is made.
func beginOnFullDisk(out string) string {
	signal.Ignore(unix.SIGXFSZ)
	pages := NewSpool(out)
	defer pages.Close()
	limit := unix.Rlimit{Cur: diskFullAfter, Max: diskFullAfter}
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		return err.Error()
	}
	large := made{"large.html", make([]byte, 10*diskFullAfter)}
	if _, err := pages.KeepAs(large.name, large.data); err == nil {
		return "there was room"
	}
	if _, err := WriteFrom(pages, nil, out, append(edition(1), large)); err != nil {
		return err.Error()
	}
	return "it was written"
}

func TestFullDiskLeavesNoFirstSite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	said, err := child("begin on a full disk", out).Output()
	if err != nil {
		t.Fatal(err)
	}
	if s := string(said); !strings.Contains(s, "was left as it was") || !strings.Contains(s, "file too large") {
		t.Errorf("the error is %s", s)
	}
	wantOnly(t, filepath.Dir(out))
}

func TestFolderThatCannotBeWrittenToLeavesTheOldSiteWhole(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	mustWrite(t, out, edition(0))
	put(t, filepath.Join(out, "notes", "by-hand.txt"), "not by lectern")
	wantRefusal := func(err error) {
		t.Helper()
		if err == nil || !strings.Contains(err.Error(), out+" was left as it was") {
			t.Errorf("the error is %v", err)
		}
		if got := readEdition(t, out); got != "edition 0" {
			t.Errorf("the site is %s", got)
		}
	}
	if err := os.Mkdir(beside(out, "lock"), 0o755); err != nil {
		t.Fatal(err)
	}
	_, err := Write(out, edition(1))
	wantRefusal(err)
	if err := os.Remove(beside(out, "lock")); err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() == 0 {
		return // rights are no obstacle to the administrator
	}
	if err := os.Chmod(parent, 0o555); err != nil {
		t.Fatal(err)
	}
	_, err = Write(out, edition(1))
	if chmodErr := os.Chmod(parent, 0o755); chmodErr != nil {
		t.Fatal(chmodErr)
	}
	wantRefusal(err)
}

// A pipe, a socket or a device cannot be taken along.
func TestPipeInTheOutputIsNamed(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, edition(0))
	if err := unix.Mkfifo(filepath.Join(out, "pipe"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(out, edition(1)); err == nil || !strings.Contains(err.Error(), "pipe is neither a file nor a folder nor a link") {
		t.Errorf("the error is %v", err)
	}
	wantContent(t, filepath.Join(out, "index.html"), "edition 0")
	wantOnly(t, filepath.Dir(out), "public")
}
