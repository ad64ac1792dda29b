// Command perf measures builds of a large course against the bare work of one:
// reading the lessons, making HTML of them with goldmark, writing that. Both run
// in turn, several times, on all processors; what counts is the ratio, as machines
// differ and are shared. `make perf N=1000` runs it.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	lessons := flag.Int("n", 1000, "how many lessons the course has")
	rounds := flag.Int("rounds", 3, "how often each is run; the middle of the ratios counts")
	seed := flag.Uint64("seed", 1, "another seed, another course")
	flag.Parse()
	if flag.Arg(0) == "limit" {
		limit(flag.Arg(1), flag.Arg(2))
		return
	}
	if err := measure(*lessons, *rounds, *seed); err != nil {
		log.Fatal(err)
	}
}

// bench is one measurement: its places, and the programs that are measured.
type bench struct{ folder, course, lectern, self string }

func measure(lessons, rounds int, seed uint64) error {
	folder, err := os.MkdirTemp("", "lectern-perf-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder) // at the end: what is deleted in between slows the file system down
	b := bench{folder: folder, course: filepath.Join(folder, "course"), lectern: filepath.Join(folder, "lectern")}
	if b.self, err = os.Executable(); err != nil {
		return err
	}
	if out, err := exec.Command("go", "build", "-o", b.lectern, "./cmd/lectern").CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	if err := writeCourse(b.course, lessons, seed); err != nil {
		return err
	}
	runs := map[string][]usage{}
	for round := range rounds {
		for _, s := range b.steps(round) {
			u, err := s.run()
			if err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
			runs[s.name] = append(runs[s.name], u)
		}
	}
	table(lessons, runs)
	return nil
}

// step is one command that is measured.
type step struct {
	name   string
	before func() error // not measured
	args   []string
}

const (
	theLimit    = "limit"
	cold        = "cold build"
	firstChange = "the first change"
	oneChanged  = "one lesson changed"
)

// steps are the commands of a round, in the order in which they are run.
func (b bench) steps(round int) []step {
	fresh := func(what string) string { return filepath.Join(b.folder, fmt.Sprintf("%s-%d", what, round)) }
	out := fresh("site")
	build := []string{b.lectern, "build", "-q", "-C", b.course, "-o", out}
	edits := 2 * round
	edit := func() error { edits++; return edit(b.course, edits) }
	return []step{
		{theLimit, nil, []string{b.self, "limit", filepath.Join(b.course, "content"), fresh(theLimit)}},
		{cold, nil, build},
		{"nothing changed", nil, build},
		{firstChange, edit, build}, // which makes the spare
		{oneChanged, edit, build},
		{"check", nil, []string{b.lectern, "check", "-q", "-C", b.course}},
		{"version", nil, []string{b.lectern, "version"}},
	}
}

// usage is what a command took.
type usage struct {
	wall, cpu time.Duration
	memory    int64 // the most that it held at once, in bytes
}

func (s step) run() (usage, error) {
	if s.before != nil {
		if err := s.before(); err != nil {
			return usage{}, err
		}
	}
	c := exec.Command(s.args[0], s.args[1:]...)
	start := time.Now()
	out, err := c.CombinedOutput()
	u := usage{wall: time.Since(start)}
	if c.ProcessState == nil {
		return u, err
	}
	u.cpu = c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	if r, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		u.memory = int64(r.Maxrss) * 1024
	}
	if err != nil && s.name != "check" { // which may well find something
		return u, fmt.Errorf("%w\n%s", err, out)
	}
	return u, nil
}

// table prints each step's ratios to the limit of its round.
func table(lessons int, runs map[string][]usage) {
	fmt.Printf("%d lessons\n\n%-20s %9s %9s %9s %9s %9s\n", lessons, "", "wall s", "cpu s", "MiB", "x wall", "x cpu")
	names := []string{theLimit, cold, "nothing changed", firstChange, oneChanged, "check", "version"}
	for _, name := range names {
		var wall, cpu, memory, xWall, xCPU []float64
		for i, u := range runs[name] {
			l := runs[theLimit][i]
			wall, cpu = append(wall, u.wall.Seconds()), append(cpu, u.cpu.Seconds())
			memory = append(memory, float64(u.memory)/(1<<20))
			xWall, xCPU = append(xWall, u.wall.Seconds()/l.wall.Seconds()), append(xCPU, u.cpu.Seconds()/l.cpu.Seconds())
		}
		fmt.Printf("%-20s %9.3f %9.3f %9.1f %9.2f %9.2f\n", name, middle(wall), middle(cpu), middle(memory), middle(xWall), middle(xCPU))
	}
}

func middle(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}
