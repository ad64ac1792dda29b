// Package node lets tests in Go ask the scripts of our pages that need no document. One Node serves all tests of a
// package, over a pipe, and ends with them.
package node

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"time"
)

//go:embed lines.js
var lines string

// patience bounds one task, so that a script that hangs fails its test. It is no measure of speed.
const patience = time.Minute

// Node is a process that has loaded scripts. It does one thing at a time,
// whoever asks.
type Node struct {
	mu      sync.Mutex
	process *os.Process
	in, out *os.File
	read    *bufio.Reader
}

// Start loads scripts, in order, and then a file that exports tasks by their names.
func Start(tasks string, scripts ...string) (*Node, error) {
	program, err := exec.LookPath("node")
	if err != nil {
		return nil, errors.New("node is not installed; the tests need it to run the scripts of the pages")
	}
	cmd := exec.Command(program, append([]string{"-e", lines, tasks}, scripts...)...)
	cmd.Stderr = os.Stderr
	stdin, in, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	out, stdout, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	cmd.Stdin, cmd.Stdout = stdin, stdout
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	_, _ = stdin.Close(), stdout.Close() // they are the process's now
	return &Node{process: cmd.Process, in: in, out: out, read: bufio.NewReader(out)}, nil
}

// Do has a task done and reads what comes of it into value. It fails when the task throws, or never ends.
func (n *Node) Do(task string, argument, value any) error {
	line, err := json.Marshal([]any{task, argument})
	if err != nil {
		return err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if _, err := n.in.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("writing to node: %w", err)
	}
	if err := n.out.SetReadDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	reply, err := n.read.ReadBytes('\n')
	if err != nil {
		_ = n.process.Kill() // else it would go on after the tests
		return fmt.Errorf("node does not answer: %w", err)
	}
	answer := struct {
		Value   any
		Problem string
	}{Value: value}
	if err := json.Unmarshal(reply, &answer); err != nil {
		return err
	}
	if answer.Problem != "" {
		return errors.New(answer.Problem)
	}
	return nil
}
