package arch

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"
)

var (
	raced     = regexp.MustCompile(`(?m)^TOGETHER := (.*)$`)
	atOnce    = regexp.MustCompile(`(?m)^\s*go (func\b|[\w.]+\()`)
	waitsTurn = regexp.MustCompile(`(?m)^\s*"sync(/atomic)?"$`)
)

// The race detector runs where things happen at once, and nowhere else: a package that begins with it needs a place in
// the Makefile's list.
func TestWhatHappensAtOnceIsWatchedForRaces(t *testing.T) {
	makefile, err := fs.ReadFile(top, "Makefile")
	if err != nil {
		t.Fatal(err)
	}
	list := raced.FindSubmatch(makefile)
	if list == nil {
		t.Fatal("the Makefile has no list TOGETHER")
	}
	found := 0
	err = walk(func(name string, data []byte) error {
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || !atOnce.Match(data) && !waitsTurn.Match(data) {
			return nil
		}
		found++
		if !listed(strings.Fields(string(list[1])), path.Dir(name)) {
			t.Errorf("%s does several things at once: add ./%s to TOGETHER in the Makefile", name, path.Dir(name))
		}
		return nil
	})
	if err != nil || found == 0 {
		t.Errorf("%d files that do several things at once: %v", found, err)
	}
}

// listed tells whether Go's patterns name the package in a folder.
func listed(patterns []string, dir string) bool {
	for _, pattern := range patterns {
		below, all := strings.CutSuffix(strings.TrimPrefix(pattern, "./"), "/...")
		if dir == below || all && strings.HasPrefix(dir, below+"/") {
			return true
		}
	}
	return false
}
