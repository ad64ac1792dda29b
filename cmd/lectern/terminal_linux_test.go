package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"testing"

	"golang.org/x/sys/unix"
)

// terminal opens a terminal and returns what is shown on it when a command line
// is run there.
func terminal(t *testing.T, args ...string) string {
	t.Helper()
	screen, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skipf("this system has no terminals: %v", err)
	}
	defer screen.Close()
	if err := unix.IoctlSetPointerInt(int(screen.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	number, err := unix.IoctlGetUint32(int(screen.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	shown := make(chan string)
	go func() {
		data, _ := io.ReadAll(screen) // ends with an error when the program is gone
		shown <- string(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))
	}()
	run(args, program, program)
	program.Close()
	return <-shown
}

func TestMessagesHaveColourOnATerminalAlone(t *testing.T) {
	course := t.TempDir()
	if err := os.WriteFile(course+"/site.yaml", []byte("titel: A\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	plain := "site.yaml:1:1: error: unknown key `titel` [unknown-key]\n    titel: A\n    ^^^^^\n    hint: did you mean `title`?\n"
	coloured := "site.yaml:1:1: \x1b[1;31merror\x1b[0m: unknown key `titel` [unknown-key]\n    titel: A\n    \x1b[1;36m^^^^^\x1b[0m\n    hint: did you mean `title`?\n"
	for _, c := range []struct{ noColour, term, want string }{
		{"", "xterm", coloured}, {"1", "xterm", plain}, {"", "dumb", plain},
	} {
		t.Setenv("NO_COLOR", c.noColour)
		t.Setenv("TERM", c.term)
		for _, command := range []string{"build", "check", "ids"} {
			if got := terminal(t, command, "-C", course); !bytes.Contains([]byte(got), []byte(c.want)) {
				t.Errorf("%s, NO_COLOR=%q, TERM=%s: got\n%q\nwant in it\n%q", command, c.noColour, c.term, got, c.want)
			}
		}
		var file bytes.Buffer
		if run([]string{"build", "-C", course}, &file, &file); !bytes.Contains(file.Bytes(), []byte(plain)) {
			t.Errorf("in a file: %q", file.String())
		}
	}
}
