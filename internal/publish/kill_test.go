//go:build unix

package publish

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// Both are set in a copy of the test binary that a test has started: where it
// is to write, and what.
const (
	childFolder = "LECTERN_TEST_FOLDER"
	childTask   = "LECTERN_TEST_TASK"
)

func TestMain(m *testing.M) {
	switch out := os.Getenv(childFolder); os.Getenv(childTask) {
	case "write for ever":
		writeForEver(out, edition)
	case "write large sites for ever":
		writeForEver(out, largeEdition)
	case "write on a full disk":
		fmt.Print(writeOnFullDisk(out))
	case "begin on a full disk":
		fmt.Print(beginOnFullDisk(out))
	default:
		os.Exit(m.Run())
	}
}

// child is a copy of the test binary with a task.
func child(task, out string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), childFolder+"="+out, childTask+"="+task)
	return c
}

func writeForEver(out string, edition func(n int) []made) {
	for n := 1; ; n++ {
		if _, err := Write(out, edition(n%2)); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println("written")
	}
}

// A build may die at any moment. Whatever moment that is, the site is one
// edition, the next build needs no help, and no file of somebody else is lost.
func TestKilledWriterLeavesOneEditionAndNothingInTheWay(t *testing.T) {
	const moments = 40
	for i := range moments {
		task, edition, beside := "write for ever", edition, []string{"public"}
		if i%2 == 1 {
			task, edition, beside = "write large sites for ever", largeEdition, []string{".public.lectern-spare", "public"}
		}
		t.Run(fmt.Sprintf("moment %d", i), func(t *testing.T) {
			t.Parallel()
			out := filepath.Join(t.TempDir(), "public")
			mustWrite(t, out, edition(0))
			put(t, filepath.Join(out, "notes", "by-hand.txt"), "not by lectern")

			killWriter(t, child(task, out), time.Duration(i)*700*time.Microsecond)
			if got := readEditionOf(t, out, edition); got != "edition 0" && got != "edition 1" {
				t.Errorf("the site is %s", got)
			}
			mustWrite(t, out, edition(2))
			if got := readEditionOf(t, out, edition); got != "edition 2" {
				t.Errorf("after the next build the site is %s", got)
			}
			wantOnly(t, filepath.Dir(out), beside...)
			wantSpareOf(t, out)
		})
	}
}

// killWriter starts a process that writes sites without end, and kills it some
// time after its first one.
func killWriter(t *testing.T, child *exec.Cmd, after time.Duration) {
	t.Helper()
	said, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(said)
	if !lines.Scan() || lines.Text() != "written" {
		t.Errorf("the writing process said %q", lines.Text())
	}
	kill := time.AfterFunc(after, func() { _ = child.Process.Kill() })
	for lines.Scan() {
		if lines.Text() != "written" {
			t.Errorf("the writing process said %q", lines.Text())
		}
	}
	if kill.Stop() {
		t.Error("the writing process ended by itself")
	}
	_ = child.Wait() // it was killed, and Wait says so
}
