package main

import (
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/cover"
)

const profile = `mode: set
lectern/quiz/tea/mark.go:3.20,4.10 8 1
lectern/quiz/tea/mark.go:7.20,8.10 2 0
lectern/quiz/kinds/kinds.go:3.20,4.10 5 0
lectern/internal/site/site.go:3.20,4.10 5 0
lectern/quiz/tea/mark.go:3.20,4.10 8 0
`

func TestOnlyWhatMarksIsCountedAndOnceWhicheverTestRanIt(t *testing.T) {
	profiles, err := cover.ParseProfilesFromReader(strings.NewReader(profile))
	if err != nil {
		t.Fatal(err)
	}
	packages := tally(profiles)
	tea := packages["quiz/tea"]
	if len(packages) != 1 || tea == nil || tea.statements != 10 || tea.percent() != 80 {
		t.Fatalf("got %v, of quiz/tea %+v", packages, tea)
	}
	if len(tea.missed) != 1 || tea.missed[0] != (place{"quiz/tea/mark.go", 7}) {
		t.Errorf("missed %v", tea.missed)
	}
}

func TestAPlaceIsNamedByItsFunction(t *testing.T) {
	repo := fstest.MapFS{"a.go": {Data: []byte("package a\n\nfunc first() {\n}\n\nfunc second() {\n\tfirst()\n}\n")}}
	if name, err := functionAt(repo, place{"a.go", 7}); name != "second" || err != nil {
		t.Errorf("got %s, %v", name, err)
	}
}
