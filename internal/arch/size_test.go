package arch

import (
	"slices"
	"testing"
)

// A reader takes a file in at one go.
const (
	wanted  = 250 // lines; what is longer has a reason below
	highest = 400
)

// long are the files over what is wanted, and why.
var long = map[string]string{
	"internal/reference/entry_test.go": "a table: one entry of the style guide after the other",
}

func TestFilesAreShort(t *testing.T) {
	lengths := map[string]int{}
	for _, f := range goFiles(t) {
		lengths[f.path] = f.lines
		switch {
		case f.lines > highest:
			t.Errorf("%s has %d lines; cut it into files that each do one thing", f.path, f.lines)
		case f.lines > wanted && long[f.path] == "":
			t.Errorf("%s has %d lines; cut it, or say in this test why it cannot be cut", f.path, f.lines)
		}
	}
	for name := range long {
		if lengths[name] <= wanted {
			t.Errorf("%s is short now; take it off the list", name)
		}
	}
}

func TestPackagesSayWhatTheyAre(t *testing.T) {
	said, code := map[string]bool{}, map[string]bool{}
	for _, f := range goFiles(t) {
		said[f.dir] = said[f.dir] || f.doc
		code[f.dir] = code[f.dir] || !f.test
		if slices.Contains([]string{"util", "utils", "common", "helper", "helpers", "misc", "shared"}, f.name) {
			t.Errorf("%s: %s says nothing about what is inside", f.path, f.name)
		}
	}
	for dir := range said {
		if code[dir] && !said[dir] {
			t.Errorf("%s has no comment that begins with Package", dir)
		}
	}
}
