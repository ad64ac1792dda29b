package arch

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os/exec"
	"strings"
	"testing"
)

// dependencies are the modules that we import, each with its reason. A new one
// needs a reason that a maintainer of this project would accept in ten years.
var dependencies = map[string]string{
	"github.com/yuin/goldmark":        "CommonMark and GFM, in parts that can be replaced one by one",
	"github.com/alecthomas/chroma/v2": "highlighting of code, when the course is built",
	"github.com/tdewolff/minify/v2":   "smaller styles and scripts without a tool chain of npm",
	"github.com/spf13/cobra":          "commands, flags and their help",
	"github.com/spf13/pflag":          "the flags of cobra's commands, by name: for suggestions and manual pages",
	"github.com/google/jsonschema-go": "JSON Schema for editors, and in the tests what they would say",
	"github.com/fsnotify/fsnotify":    "the system's word that something happened in a folder, on three systems",
	"gopkg.in/yaml.v3":                "YAML with line and column; archived, and so kept in internal/yamlx alone",
	"golang.org/x/image":              "the sizes of WebP pictures",
	"golang.org/x/net":                "an HTML parser: the tests read pages as a browser does",
	"golang.org/x/sys":                "exchanging two folders in one step, and locks that die with their process",
	"golang.org/x/text":               "Unicode's normal forms, and the order of the alphabet in other languages",
	"github.com/chromedp/chromedp":    "tests: a real browser",
	"github.com/chromedp/cdproto":     "tests: the words of that browser's protocol",
	"github.com/rogpeppe/go-internal": "tests: the command as a script, and cases of several files in one",
	"github.com/google/go-cmp":        "tests: shows what differs in golden pages",
	"golang.org/x/tools":              "tests and the manual: cases of several files in one, and profiles of coverage",
}

func TestEveryDependencyHasAReason(t *testing.T) {
	said := run(t, "go", "mod", "edit", "-json")
	var mod struct {
		Require []struct {
			Path     string
			Indirect bool
		}
	}
	if err := json.Unmarshal([]byte(said), &mod); err != nil {
		t.Fatal(err)
	}
	required := map[string]bool{}
	for _, r := range mod.Require {
		required[r.Path] = true
		if dependencies[r.Path] == "" && !r.Indirect {
			t.Errorf("%s has no reason", r.Path)
		}
	}
	for name := range dependencies {
		if !required[name] {
			t.Errorf("%s is not required any more", name)
		}
	}
}

// run runs a command at the top of the repository.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	c := exec.Command(name, args...)
	c.Dir = "../.."
	said, err := c.Output()
	if err != nil {
		t.Fatalf("%s %s: %v", name, strings.Join(args, " "), err)
	}
	return string(said)
}

// A file that names the machine it was written on does not work on another.
// Written in two parts, because this file is read too.
var elsewhere = []string{"/wo" + "rk/", "registry" + ".npmjs", "proxy" + ".golang"}

func TestRepositoryNamesNoMachineOfItsAuthors(t *testing.T) {
	if _, err := fs.Stat(top, ".git"); errors.Is(err, fs.ErrNotExist) {
		t.Skip("this is no checkout, so nothing says which files belong to the repository")
	}
	for name := range strings.SplitSeq(run(t, "git", "ls-files", "-z"), "\x00") {
		data, err := fs.ReadFile(top, name)
		if err != nil {
			continue // a folder, or removed and not committed yet
		}
		for _, bad := range elsewhere {
			if strings.Contains(string(data), bad) {
				t.Errorf("%s names %s", name, bad)
			}
		}
	}
}
