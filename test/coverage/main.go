// Command coverage reads a coverage profile and refuses it when the tests run
// too few statements of a package that marks: quiz and every kind of question,
// all of each, because reading a question decides its mark as much as
// comparing an answer does.
package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/cover"
)

// wanted is the share of statements, in percent, that the tests must run.
const wanted = 95

const module = "lectern/"

// beside are the packages in quiz/ that mark nothing: the list of kinds and
// the reader of their cards.
var beside = []string{"quiz/kinds", "quiz/cards"}

func main() {
	if len(os.Args) != 2 {
		fail(fmt.Errorf("usage: coverage PROFILE"))
	}
	profiles, err := cover.ParseProfiles(os.Args[1])
	if err != nil {
		fail(err)
	}
	packages := tally(profiles)
	if len(packages) == 0 {
		fail(fmt.Errorf("%s says nothing of quiz/", os.Args[1]))
	}
	low := false
	for _, name := range slices.Sorted(maps.Keys(packages)) {
		p := packages[name]
		fmt.Printf("%6.1f%% of %3d statements  %s\n", p.percent(), p.statements, name)
		if p.percent() >= wanted {
			continue
		}
		low = true
		if err := p.list(os.DirFS(".")); err != nil {
			fail(err)
		}
	}
	if low {
		fail(fmt.Errorf("every package that marks needs %d%%: write a test of what a student gets there", wanted))
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "coverage:", err)
	os.Exit(1)
}

// counts are the statements of one package.
type counts struct {
	statements, run int
	missed          []place
}

// place is a block of statements that no test runs.
type place struct {
	file string
	line int
}

func (c *counts) percent() float64 { return 100 * float64(c.run) / float64(max(1, c.statements)) }

// tally counts by package what the profiles say of the packages that mark.
func tally(profiles []*cover.Profile) map[string]*counts {
	packages := map[string]*counts{}
	for _, p := range profiles {
		file := strings.TrimPrefix(p.FileName, module)
		dir := path.Dir(file)
		if dir != "quiz" && !strings.HasPrefix(dir, "quiz/") || slices.Contains(beside, dir) {
			continue
		}
		if packages[dir] == nil {
			packages[dir] = &counts{}
		}
		packages[dir].add(file, p.Blocks)
	}
	return packages
}

func (c *counts) add(file string, blocks []cover.ProfileBlock) {
	for _, b := range blocks {
		c.statements += b.NumStmt
		if b.Count > 0 {
			c.run += b.NumStmt
		} else if b.NumStmt > 0 {
			c.missed = append(c.missed, place{file, b.StartLine})
		}
	}
	slices.SortFunc(c.missed, func(a, b place) int {
		return cmp.Or(strings.Compare(a.file, b.file), cmp.Compare(a.line, b.line))
	})
}
