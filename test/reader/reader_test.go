// Package reader lets a virtual screen reader go through a question of each kind and keeps what it says, phrase by
// phrase, for people to read: quiz/<kind>/testdata/reader.txt.
package reader

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lectern/quiz/kinds"
	"lectern/test/tools"
	"lectern/test/website"
)

var update = flag.Bool("update", false, "write anew what is heard in the logs")

func TestMain(m *testing.M) {
	code := m.Run()
	website.Remove()
	os.Exit(code)
}

func TestEachKindSoundsAsItsLogSays(t *testing.T) {
	logs := readLogs(t)
	for name, heard := range listen(t, logs) {
		t.Run(name, func(t *testing.T) {
			wantSense(t, heard)
			if heard == logs[name] {
				return
			}
			if *update {
				write(t, name, heard)
				return
			}
			t.Errorf("%s sounds different now; if it sounds better, run this test with -update (- was, + is):\n%s",
				name, cmp.Diff(strings.Split(logs[name], "\n"), strings.Split(heard, "\n")))
		})
	}
}

// readLogs returns every kind's logs by their path below the top.
func readLogs(t *testing.T) map[string]string {
	t.Helper()
	logs := map[string]string{}
	folders := []string{"quiz"} // quizzes, which are made of any kinds
	for _, k := range kinds.All() {
		folders = append(folders, "quiz/"+k.Name())
	}
	for _, folder := range folders {
		found, err := filepath.Glob(filepath.Join(tools.Top(t), filepath.FromSlash(folder), "testdata", "reader*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 0 {
			t.Errorf("nobody has heard %s: write the steps of a student into %[1]s/testdata/reader.txt, "+
				"as the other kinds do, one a line after \">\"; run this test with -update; and read what is heard", folder)
		}
		for _, path := range found {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			logs[folder+"/testdata/"+filepath.Base(path)] = string(data)
		}
	}
	return logs
}

// listen has one node go through all logs.
func listen(t *testing.T, logs map[string]string) map[string]string {
	t.Helper()
	for _, name := range []string{"@guidepup/virtual-screen-reader", "jsdom"} {
		tools.Installed(t, name+"/package.json")
	}
	lookAtScripts(t)
	task, err := json.Marshal(map[string]any{"site": website.Serve(t, website.Small(t).Dir).URL, "logs": logs})
	if err != nil {
		t.Fatal(err)
	}
	var complaints bytes.Buffer
	node := exec.Command(tools.Program(t, "node"), "listen.js")
	node.Stdin, node.Stderr = bytes.NewReader(task), &complaints
	said, err := node.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, &complaints)
	}
	var heard map[string]string
	if err := json.Unmarshal(said, &heard); err != nil {
		t.Fatal(err)
	}
	return heard
}

// lookAtScripts looks at what node reads: Go remembers what a test said until a file changes that the test itself has
// looked at.
func lookAtScripts(t *testing.T) {
	t.Helper()
	scripts, err := filepath.Glob("*.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, script := range scripts {
		if _, err := os.Stat(script); err != nil {
			t.Fatal(err)
		}
	}
}

func write(t *testing.T, name, heard string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(tools.Top(t), filepath.FromSlash(name)), []byte(heard), 0o644); err != nil {
		t.Fatal(err)
	}
}

// nameless is something to use, or a group, whose name is not said.
var nameless = regexp.MustCompile(`(?m)^(button|checkbox|combobox|group|heading|radio|textbox)($|, (not )?(checked|expanded|disabled|invalid|has popup|level|position))`)

// wantSense: whatever a log was accepted with, everything has a name, and something comes of pressing.
func wantSense(t *testing.T, heard string) {
	t.Helper()
	for _, bad := range nameless.FindAllString(heard, -1) {
		t.Errorf("something has no name: %s", bad)
	}
	result := func(line string) bool { return strings.HasPrefix(line, "polite: ") }
	if !slices.ContainsFunc(strings.Split(heard, "\n"), result) {
		t.Error("nothing is announced in the whole log; what comes of an answer must be")
	}
}
