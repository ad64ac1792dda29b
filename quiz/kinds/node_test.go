package kinds_test

import (
	"sync"
	"testing"

	"lectern/quiz"
	"lectern/quiz/kinds"
	"lectern/test/node"
)

// The browser's side of marking runs in one node for all tests, with the parts
// that pages load.
var startNode = sync.OnceValues(func() (*node.Node, error) {
	frame, err := quiz.Frame()
	if err != nil {
		return nil, err
	}
	parts, err := kinds.All().Parts(kinds.All().PartNames())
	if err != nil {
		return nil, err
	}
	n, err := node.Start("testdata/answer.js")
	if err != nil {
		return nil, err
	}
	texts := []string{string(frame.Script)}
	for _, p := range parts {
		texts = append(texts, string(p.Script))
	}
	return n, n.Do("load", texts, nil)
})

// ask has node do a task of testdata/answer.js and returns what came of it.
func ask[T any](t testing.TB, task string, argument any) T {
	t.Helper()
	n, err := startNode()
	if err != nil {
		t.Fatal(err)
	}
	var value T
	if err := n.Do(task, argument, &value); err != nil {
		t.Fatal(err)
	}
	return value
}
