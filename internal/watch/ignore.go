package watch

import (
	"path"
	"strings"
)

// ignored tells whether a path never counts: what is hidden, what editors lay
// beside a file while they save it, packages of npm, and the folders with
// sites, public and public-facilitator beside site.yaml.
func ignored(p string, folder bool) bool {
	name := path.Base(p)
	switch {
	case strings.HasPrefix(name, "."): // .git, .lesson.md.swp, .#lesson.md
	case strings.HasSuffix(name, "~"): // copies: lesson.md~, lesson.bck~
	case strings.HasSuffix(name, ".swp"), strings.HasSuffix(name, ".swx"):
	case strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"): // what emacs has not saved
	case name == "4913": // with which vim asks whether the folder can be written to
	case folder && name == "node_modules":
	case folder && strings.HasPrefix(p, "public") && !strings.Contains(p, "/"):
	default:
		return false
	}
	return true
}
