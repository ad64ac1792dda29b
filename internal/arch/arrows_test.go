package arch

import (
	"slices"
	"strings"
	"testing"
)

// A kind of question is any folder in quiz/ but the list of them and the
// reader of their cards.
const kind = "quiz/<kind>"

var noKinds = []string{"quiz/kinds", "quiz/cards"}

// arrows says which packages of ours a package may import. Everything points
// to the left in ARCHITECTURE.md; a package that is not here has no place yet.
var arrows = map[string][]string{
	"internal/source":    {"internal/once"},
	"internal/diagram":   {},
	"internal/stencil":   {},
	"internal/once":      {},
	"internal/diag":      {"internal/source"},
	"internal/prose":     {"internal/once", "internal/source"},
	"internal/yamlx":     {"internal/once", "internal/source", "internal/diag"},
	"internal/reference": {"internal/once", "internal/source", "internal/diag", "internal/yamlx"},
	"layouts":            {"internal/once", "internal/source", "internal/diag", "internal/yamlx"},
	"quiz":               {"internal/once", "internal/source", "internal/diag", "internal/yamlx", "internal/prose", "internal/stencil"},
	kind:                 {"internal/once", "internal/source", "internal/diag", "internal/yamlx", "internal/prose", "quiz"},
	"quiz/kinds":         {"quiz", kind},
	"quiz/cards":         {"internal/once", "internal/source", "internal/diag", "internal/markdown", "layouts", "quiz"}, // only tests import it
	"internal/search":    {"internal/together", "quiz"},
	"internal/markdown":  {"internal/once", "internal/source", "internal/diag", "internal/yamlx", "internal/prose", "internal/diagram", "quiz"},
	"internal/course":    {"internal/once", "internal/source", "internal/diag", "internal/yamlx", "internal/prose", "internal/reference", "internal/markdown", "quiz"},
	"internal/settings":  {"internal/once", "internal/source", "internal/diag", "internal/yamlx", "internal/markdown", "internal/course", "layouts"},
	"internal/together":  {},
	"internal/theme":     {"internal/once", "internal/source", "internal/diag", "internal/diagram", "internal/settings", "internal/stencil", "layouts", "quiz", "quiz/kinds"},
	// It knows files and folders and nothing of what is in them.
	"internal/publish": {"internal/settings", "internal/together"},
	// It knows the bytes of a course and nothing of what they mean.
	"internal/witness": {"internal/settings", "internal/together"},
	"internal/site": {"internal/witness", "internal/once", "internal/source", "internal/diag", "internal/yamlx", "internal/prose", "internal/reference", "internal/diagram",
		"internal/markdown", "internal/course", "internal/settings", "internal/theme", "internal/publish", "internal/together", "internal/search", "internal/paper", "internal/stencil", "layouts", "quiz", "quiz/kinds"},
	"internal/paper":   {"internal/once", "internal/prose", "internal/stencil", "quiz"},
	"internal/ids":     {"internal/source", "internal/diag", "internal/yamlx", "internal/course", "internal/site", "quiz"},
	"internal/pack":    {"internal/site"},
	"internal/check":   {"internal/once", "internal/together", "internal/source", "internal/diag", "internal/yamlx", "internal/prose", "internal/markdown", "internal/course", "quiz"},
	"internal/report":  {"internal/once", "internal/diag", "internal/markdown", "internal/course", "internal/site", "internal/check", "internal/spreadsheet", "layouts", "quiz"},
	"internal/collect": {"internal/once", "internal/source", "internal/diag", "internal/prose", "internal/course", "internal/spreadsheet", "quiz", "quiz/kinds"},
	// It knows tables and nothing of courses.
	"internal/spreadsheet": {},
	// It knows addresses and nothing of courses.
	"internal/external": {},
	// It knows a folder and nothing of what the files in it mean.
	"internal/watch":    {},
	"internal/schema":   {"internal/source", "internal/diag", "internal/yamlx", "internal/course", "internal/settings"},
	"internal/scaffold": {"internal/once", "internal/source", "internal/diag", "internal/yamlx", "internal/course", "internal/settings", "internal/site", "internal/schema", "quiz", "quiz/kinds"},
	"internal/serve":    {"internal/once", "internal/source", "internal/diag", "internal/course", "internal/site", "internal/check", "internal/watch"},
	"internal/manpage":  {}, // it knows commands, whatever they do
	"cmd/lectern": {"internal/diag", "internal/course", "internal/settings", "internal/witness", "internal/site", "internal/publish", "internal/ids", "internal/pack", "internal/check", "internal/external",
		"internal/collect", "internal/report", "internal/schema", "internal/scaffold", "internal/manpage", "internal/serve", "internal/watch", "quiz/kinds"},
	"docs/manual":   {"quiz/kinds", "internal/check"},
	"internal/arch": {},
	// The tests of the whole, and the picture in the README, use the program as
	// people do, from outside.
	"test": {"test/browser", "test/browser/bidi", "test/website", "test/tools"},
}

// room is the entry of arrows that a package goes by.
func room(dir string) string {
	first, rest, _ := strings.Cut(dir, "/")
	switch {
	case first == "quiz" && rest != "" && !slices.Contains(noKinds, dir):
		return kind
	case first == "test":
		return "test"
	}
	return dir
}

func TestArrowsGoOneWay(t *testing.T) {
	for _, f := range goFiles(t) {
		allowed, known := arrows[room(f.dir)]
		if !known {
			t.Errorf("%s: the table of arrows does not know this package", f.dir)
		}
		if f.test {
			continue // a test may look at its package from anywhere
		}
		for _, p := range f.imports {
			to, ours := strings.CutPrefix(p, module)
			if ours && !slices.Contains(allowed, room(to)) && !slices.Contains(allowed, to) {
				t.Errorf("%s imports %s", f.path, to)
			}
		}
	}
}

func TestTableOfArrowsHoldsNothingThatIsGone(t *testing.T) {
	there := map[string]bool{}
	for _, f := range goFiles(t) {
		there[room(f.dir)] = true
	}
	for name := range arrows {
		if !there[name] {
			t.Errorf("there is no package %s", name)
		}
	}
}

// library packages and the only ones of ours that may import them.
var keepers = map[string][]string{
	"gopkg.in/yaml.v3": {"internal/yamlx"},
	// Who may name a path on a disk; everything else takes an fs.FS.
	"os":                           {"cmd/lectern", "docs/manual", "internal/publish", "internal/watch", "test"},
	"os/exec":                      {"test", "cmd/lectern"}, // the preview opens a browser
	"github.com/fsnotify/fsnotify": {"internal/watch"},
	// No page and no build asks the network; a person may, with `lectern check --external`.
	// The preview answers this computer alone, unless told otherwise.
	"net/http": {"test", "internal/external", "internal/serve"},
}

func TestKeepersOfLibraries(t *testing.T) {
	for _, f := range goFiles(t) {
		for _, p := range f.imports {
			if keepers, kept := keepers[p]; kept && !f.test && !slices.Contains(keepers, room(f.dir)) {
				t.Errorf("%s imports %s, which is for %s", f.path, p, strings.Join(keepers, ", "))
			}
		}
	}
}
