// Command mutants compares what gremlins says of the marking with the file of
// survivors: a change to the code that no test notices is either tested or
// explained there, and nothing is explained that is noticed by now.
package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// report is what we read of the file that gremlins writes.
type report struct {
	Files []struct {
		Name      string   `json:"file_name"` // below quiz/
		Mutations []mutant `json:"mutations"`
	} `json:"files"`
}

// mutant is one change to the code. Its status is KILLED when a test noticed
// it, NOT VIABLE when it does not compile.
type mutant struct {
	Type, Status string
	Line, Column int
}

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: mutants REPORT SURVIVORS"))
	}
	said, err := read(os.DirFS("."), os.Args[1], os.Args[2])
	if err != nil {
		fail(err)
	}
	for _, line := range said.summary {
		fmt.Println(line)
	}
	for _, s := range said.unexplained {
		fmt.Printf("no test notices this, and %s does not say why:\n%s\n", os.Args[2], s)
	}
	for _, s := range said.outdated {
		fmt.Printf("%s explains this, and it is noticed or gone by now:\n%s\n", os.Args[2], s)
	}
	if len(said.unexplained)+len(said.outdated) > 0 {
		fail(fmt.Errorf("write a test that fails after the change, or explain in %s why there can be none", os.Args[2]))
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "mutants:", err)
	os.Exit(1)
}

// findings are what is wrong, and how many mutants each package has.
type findings struct {
	summary               []string
	unexplained, outdated []survivor
}

func read(repo fs.FS, reportName, survivorsName string) (f findings, err error) {
	data, err := fs.ReadFile(repo, reportName)
	if err != nil {
		return f, err
	}
	var r report
	if err := json.Unmarshal(data, &r); err != nil {
		return f, err
	}
	text, err := fs.ReadFile(repo, survivorsName)
	if err != nil {
		return f, err
	}
	explained, err := parse(string(text))
	if err != nil {
		return f, fmt.Errorf("%s: %w", survivorsName, err)
	}
	found, err := r.survivors(repo)
	if err != nil {
		return f, err
	}
	f.summary = r.count()
	f.unexplained, f.outdated = without(found, explained), without(explained, found)
	return f, nil
}

// without are the survivors in list that others does not hold.
func without(list, others []survivor) []survivor {
	return slices.DeleteFunc(slices.Clone(list), func(s survivor) bool { return slices.Contains(others, s) })
}

// survivors are the mutants that no test noticed, in order.
func (r report) survivors(repo fs.FS) ([]survivor, error) {
	var found []survivor
	for _, f := range r.Files {
		name := path.Join("quiz", f.Name)
		text, err := fs.ReadFile(repo, name)
		if err != nil {
			return nil, err
		}
		lines := strings.Split(string(text), "\n")
		for _, m := range f.Mutations {
			if m.Status == "KILLED" || m.Status == "NOT VIABLE" {
				continue
			}
			s, err := locate(name, lines, m)
			if err != nil {
				return nil, err
			}
			found = append(found, s)
		}
	}
	slices.SortFunc(found, survivor.compare)
	return found, nil
}

// count says of each package how many mutants there are and what became of them.
func (r report) count() []string {
	statuses := map[string]map[string]int{}
	for _, f := range r.Files {
		dir := path.Join("quiz", path.Dir(f.Name))
		if statuses[dir] == nil {
			statuses[dir] = map[string]int{}
		}
		for _, m := range f.Mutations {
			statuses[dir][m.Status]++
		}
	}
	var lines []string
	for dir, n := range statuses {
		lines = append(lines, fmt.Sprintf("%-12s  %3d killed, %d lived, %d not covered, %d timed out, %d not viable",
			dir, n["KILLED"], n["LIVED"], n["NOT COVERED"], n["TIMED OUT"], n["NOT VIABLE"]))
	}
	slices.Sort(lines)
	return lines
}
