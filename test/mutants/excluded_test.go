package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// marking are the files in quiz/ itself that marking is made of.
var marking = []string{"fingerprint.go", "fold.go", "nfc.go", "number.go", "options.go", "prompts.go", "quiz.go"}

// What is left out of .gremlins.yaml by mistake would be tested by nothing.
func TestAllMarkingIsChangedAndNothingElse(t *testing.T) {
	settings, err := os.ReadFile("../../.gremlins.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rules []*regexp.Regexp
	for _, m := range regexp.MustCompile(`(?m)^    - '([^']+)'`).FindAllStringSubmatch(string(settings), -1) {
		rules = append(rules, regexp.MustCompile(m[1]))
	}
	inKinds, err := filepath.Glob("../../quiz/*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	alone, err := filepath.Glob("../../quiz/*.go")
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	for _, file := range append(alone, inKinds...) {
		name := strings.TrimPrefix(filepath.ToSlash(file), "../../quiz/")
		if strings.HasSuffix(name, "_test.go") {
			continue // gremlins never changes tests
		}
		want := slices.Contains(marking, name) || strings.HasSuffix(name, "/mark.go")
		if got := !slices.ContainsFunc(rules, func(r *regexp.Regexp) bool { return r.MatchString(name) }); got != want {
			t.Errorf("quiz/%s is changed: %v, want %v", name, got, want)
		}
		if want {
			changed++
		}
	}
	if len(rules) != 3 || changed < len(marking)+2 {
		t.Errorf("%d rules leave %d files to be changed: does this test still know how they are written?", len(rules), changed)
	}
}
