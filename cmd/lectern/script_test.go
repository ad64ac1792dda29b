package main

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the expected messages of testdata/script/*.txtar anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"lectern": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":     exits,
			"json":      checkJSON,
			"remember":  remember,
			"same":      same,
			"unzip":     unzip,
			"relative":  relative,
			"serving":   serving,
			"shows":     shows,
			"interrupt": interrupt,
			"impatient": impatient,
		},
	})
}

// exits wants a command to end with an exit code: exits 2 lectern biuld
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits code command ...")
	}
	code := 0
	err := ts.Exec(args[1], args[2:]...)
	if failed := (*exec.ExitError)(nil); errors.As(err, &failed) {
		code = failed.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if fmt.Sprint(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// checkJSON wants a file to hold a JSON object with a field and its value:
// json stdout lessons 2
func checkJSON(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: json file field value")
	}
	var report map[string]any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &report))
	if got := fmt.Sprint(report[args[1]]); got != args[2] {
		ts.Fatalf("%s is %s, want %s", args[1], got, args[2])
	}
}

// remember notes the bytes and the times of all files of a folder.
func remember(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: remember folder")
	}
	ts.Setenv("REMEMBERED", snapshot(ts, args[0]))
}

// same wants a folder to be as it was remembered.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: [!] same folder")
	}
	now, before := snapshot(ts, args[0]), ts.Getenv("REMEMBERED")
	if (now == before) == neg {
		ts.Fatalf("%s: before\n%s\nnow\n%s", args[0], before, now)
	}
}

func snapshot(ts *testscript.TestScript, folder string) string {
	var b strings.Builder
	ts.Check(filepath.WalkDir(ts.MkAbs(folder), func(p string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		data, err := os.ReadFile(p)
		fmt.Fprintf(&b, "%s %s %d %x\n", p, info.ModTime(), len(data), sha256.Sum256(data))
		return err
	}))
	return b.String()
}

// relative wants every address in the pages of a folder to be relative.
func relative(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: relative folder")
	}
	pages := 0
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(p string, e os.DirEntry, err error) error {
		if err != nil || filepath.Ext(p) != ".html" {
			return err
		}
		pages++
		data, err := os.ReadFile(p)
		for _, attribute := range []string{` href="`, ` src="`} {
			for _, rest := range strings.Split(string(data), attribute)[1:] {
				address, _, _ := strings.Cut(rest, `"`)
				if strings.HasPrefix(address, "/") || strings.Contains(address, ":") {
					ts.Fatalf("%s holds the address %q", p, address)
				}
			}
		}
		return err
	}))
	if pages == 0 {
		ts.Fatalf("%s holds no pages", args[0])
	}
}
