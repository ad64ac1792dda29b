package search

import (
	"sync"
	"testing"

	"lectern/test/node"
)

var page = sync.OnceValues(func() (*node.Node, error) {
	return node.Start("testdata/answer.js", "../../quiz/registry.js", "../../quiz/typed.js", "../../layouts/scripts/find.js")
})

// ask has node do a task of testdata/answer.js with the scripts that pages load.
func ask[T any](t testing.TB, task string, argument any) T {
	t.Helper()
	n, err := page()
	if err != nil {
		t.Fatal(err)
	}
	var value T
	if err := n.Do(task, argument, &value); err != nil {
		t.Fatal(err)
	}
	return value
}
