package main

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// served is a preview that a script has begun.
type served struct {
	command *exec.Cmd
	errs    *strings.Builder
}

// serving begins a preview and notes its first line in $FIRST and its address in
// $ADDRESS: serving -C course
func serving(ts *testscript.TestScript, neg bool, args []string) {
	program := ""
	for _, dir := range filepath.SplitList(ts.Getenv("PATH")) {
		if name := filepath.Join(dir, "lectern"); program == "" && exists(name) {
			program = name
		}
	}
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, os.Interrupt) // else the preview ignores a second Ctrl-C where tests run in the background
	defer signal.Stop(heard)
	c := exec.Command(program, append([]string{"serve"}, args...)...)
	errs := &strings.Builder{}
	c.Dir, c.Stderr = ts.MkAbs("."), errs
	out, err := c.StdoutPipe()
	ts.Check(err)
	ts.Check(c.Start())
	ts.Defer(func() { _ = c.Process.Kill() }) // it has ended unless the script failed
	first, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		_ = c.Wait()
		ts.Fatalf("the preview says nothing: %v, %s", err, errs)
	}
	_, after, _ := strings.Cut(first, "http://")
	address, _, _ := strings.Cut(after, " ")
	ts.Setenv("FIRST", strings.TrimSpace(first))
	ts.Setenv("ADDRESS", "http://"+address)
	ts.Setenv("HOST", strings.TrimSuffix(address, "/"))
	preview = served{c, errs}
}

var preview served // scripts that serve run one after the other

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// shows wants a text at an address of the preview: shows a/b.html 200 'A pot'
func shows(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: shows page status text")
	}
	r, err := http.Get(ts.Getenv("ADDRESS") + args[0])
	ts.Check(err)
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	ts.Check(err)
	if !strings.HasPrefix(r.Status, args[1]) || !strings.Contains(string(data), args[2]) {
		ts.Fatalf("%s: %s, and no %q in\n%s", args[0], r.Status, args[2], data)
	}
}

// interrupt presses Ctrl-C, and wants the preview to end well. What it said of
// errors goes to a file: interrupt errors.txt
func interrupt(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(preview.command.Process.Signal(os.Interrupt))
	ts.Check(preview.command.Wait())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(preview.errs.String()), 0o644))
}

// impatient presses Ctrl-C again and again while somebody is in the middle of a
// question, and wants the preview to end at once: not well, but it ends.
func impatient(ts *testscript.TestScript, neg bool, args []string) {
	slow, err := net.Dial("tcp", ts.Getenv("HOST"))
	ts.Check(err)
	defer slow.Close()
	_, err = slow.Write([]byte("GET / HT"))
	ts.Check(err)
	answered, err := http.Get(ts.Getenv("ADDRESS")) // who came before is known to the preview then
	ts.Check(err)
	answered.Body.Close()
	ended := make(chan error)
	go func() { ended <- preview.command.Wait() }()
	for {
		select {
		case <-ended:
			if code := preview.command.ProcessState.ExitCode(); code == 0 {
				ts.Fatalf("it waited for the slow one")
			}
			return
		default:
			_ = preview.command.Process.Signal(os.Interrupt) // it may have ended by now
		}
	}
}
