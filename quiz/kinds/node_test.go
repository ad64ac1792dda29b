package kinds_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"sync"
	"testing"

	"lectern/quiz"
	"lectern/quiz/kinds"
)

// The browser's side of marking runs in one node for all tests, over a pipe.
// It ends when the pipe does: with the tests.
var startNode = sync.OnceValues(func() (*node, error) {
	program, err := exec.LookPath("node")
	if err != nil {
		return nil, errors.New("node is not installed; the tests need it to compare the page's marking with Go's")
	}
	frame, err := quiz.Frame()
	if err != nil {
		return nil, err
	}
	parts, err := kinds.All().Parts(kinds.All().PartNames())
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(program, "testdata/answer.js")
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	n := &node{in: in, out: bufio.NewReader(out)}
	texts := []string{string(frame.Script)}
	for _, p := range parts {
		texts = append(texts, string(p.Script))
	}
	return n, n.do("load", texts, nil)
})

// node runs the shipped scripts.
type node struct {
	mu  sync.Mutex
	in  io.Writer
	out *bufio.Reader
}

// ask has node do a task of testdata/answer.js and returns what came of it.
func ask[T any](t testing.TB, task string, argument any) T {
	t.Helper()
	n, err := startNode()
	if err != nil {
		t.Fatal(err)
	}
	var value T
	if err := n.do(task, argument, &value); err != nil {
		t.Fatal(err)
	}
	return value
}

func (n *node) do(task string, argument, value any) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	line, err := json.Marshal([]any{task, argument})
	if err != nil {
		return err
	}
	if _, err := n.in.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("writing to node: %w", err)
	}
	reply, err := n.out.ReadBytes('\n')
	if err != nil {
		return fmt.Errorf("reading from node: %w", err)
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
