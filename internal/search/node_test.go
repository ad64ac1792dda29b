package search

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"lectern/quiz"
	"lectern/quiz/kinds"
)

// ask has node do a task of testdata/answer.js with the scripts that pages load.
func ask[T any](t testing.TB, task string, argument any) T {
	t.Helper()
	program, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("node is not installed; the tests need it to compare the page's search with Go's")
	}
	asked, err := json.Marshal([]any{scripts(t), task, argument})
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(program, "testdata/answer.js")
	run.Stdin = strings.NewReader(string(asked))
	run.Stderr = os.Stderr
	said, err := run.Output()
	if err != nil {
		t.Fatal(err)
	}
	var value T
	if err := json.Unmarshal(said, &value); err != nil {
		t.Fatal(err)
	}
	return value
}

func scripts(t testing.TB) []string {
	t.Helper()
	frame, err := quiz.Frame()
	if err != nil {
		t.Fatal(err)
	}
	parts, err := kinds.All().Parts([]string{"typed"})
	if err != nil {
		t.Fatal(err)
	}
	find, err := os.ReadFile("../../layouts/scripts/find.js")
	if err != nil {
		t.Fatal(err)
	}
	return []string{string(frame.Script), string(parts[0].Script), string(find)}
}
