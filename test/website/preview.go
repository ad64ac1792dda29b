package website

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// Preview runs the real preview of a course's folder, as its author does, and returns its address, which ends with a
// slash. It ends with the test, by Ctrl-C.
func Preview(t testing.TB, source string) string {
	t.Helper()
	c := exec.Command(command(t), "serve", "--addr", "127.0.0.1:0")
	c.Dir = source
	var said strings.Builder
	c.Stderr = &said
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.Process.Signal(os.Interrupt)
		if err := c.Wait(); err != nil {
			t.Errorf("the preview ends badly: %v\n%s", err, &said)
		}
	})
	first, err := bufio.NewReader(out).ReadString('\n')
	_, after, ok := strings.Cut(first, " at ")
	address, _, _ := strings.Cut(after, " ")
	if err != nil || !ok {
		t.Fatalf("the preview does not say where it is: %q, %v", first, err)
	}
	return address
}
