package torture

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// place is a call to the system with which a build writes something.
type place struct {
	call string
	path string // what it is about, below the workplace's folders; "" for the spool of pages, whose name is another each time
	nth  int    // among such calls of one thread
}

func (p place) String() string {
	what := p.path
	if what == "" {
		what = "the spool"
	}
	return fmt.Sprintf("%s of %s", p.call, what)
}

// writing are the calls with which Go's library writes, those first at which
// most can go wrong. A name that a system does not have is passed over.
var writing = []string{"renameat2", "syncfs", "write", "renameat", "unlinkat", "mkdirat", "openat", "linkat", "pwrite64", "fsync",
	"flock", "fdatasync", "symlinkat", "utimensat"}

// needStrace ends a test where there is no strace to make calls fail with.
func needStrace(t *testing.T) {
	t.Helper()
	if exec.Command("strace", "-f", "-o", os.DevNull, "true").Run() != nil {
		t.Skip("strace is not installed or may not be used here: no call can be made to fail")
	}
}

// traced is a build under strace, with what strace wrote down of it.
func (w *workplace) traced(flags ...string) (code int, said, log string) {
	w.t.Helper()
	name := filepath.Join(filepath.Dir(w.course), "trace")
	by := append([]string{"strace", "-f", "-y", "-s", "0", "--quiet=all", "-e", "signal=none", "-o", name}, flags...)
	code, said = w.build(by...)
	text, err := os.ReadFile(name)
	if err != nil {
		w.t.Fatal(err)
	}
	return code, said, string(text)
}

// at makes a build go wrong at a place: `error=EIO`, or `signal=KILL`.
func (w *workplace) at(p place, wrong string, more ...string) (code int, said, log string) {
	w.t.Helper()
	flags := []string{"-e", "trace=" + p.call, "-e", fmt.Sprintf("inject=%s:%s:when=%d", p.call, wrong, p.nth)}
	if p.path != "" {
		flags = append(flags, "-P", w.inFull(p.path))
	}
	if strings.HasPrefix(wrong, "error=") {
		flags = append(flags, "--seccomp-bpf") // only the calls that are meant wait for strace; it knows no signals
	}
	return w.traced(append(flags, more...)...)
}

// The folders of a workplace, as places name them.
const inSite, inCourse = "{site}", "{course}"

func (w *workplace) short(path string) string {
	return strings.NewReplacer(filepath.Dir(w.out), inSite, w.course, inCourse).Replace(path)
}

func (w *workplace) inFull(path string) string {
	return strings.NewReplacer(inSite, filepath.Dir(w.out), inCourse, w.course).Replace(path)
}

// places builds the other edition and returns where that writes.
func (w *workplace) places() (all []place) {
	w.t.Helper()
	w.turn()
	code, said, log := w.traced("--seccomp-bpf", "-e", "trace=?"+strings.Join(writing, ",?"))
	if code != 0 {
		w.t.Fatalf("a build under strace fails: %s", said)
	}
	times := map[place]int{}
	spool := map[string]int{} // calls about it, by thread
	for line := range strings.Lines(log) {
		p, ok := w.placeOf(line)
		switch {
		case !ok:
		case p.path == "":
			thread, _, _ := strings.Cut(line, " ")
			spool[p.call+thread]++
			p.nth = spool[p.call+thread]
			if !slices.Contains(all, p) {
				all = append(all, p)
			}
		default:
			times[p]++
			p.nth = times[p]
			all = append(all, p)
		}
	}
	least := 50 // for one page and what names it: what is as it was is written nowhere
	if w.whole {
		least = 5 * *lessons
	}
	if len(all) < least {
		w.t.Fatalf("a build of %d lessons writes at %d places only", *lessons, len(all))
	}
	return all
}

var (
	called = regexp.MustCompile(`^\d+ +(\w+)\((.*)`)
	quoted = regexp.MustCompile(`"([^"]+)"`)
	opened = regexp.MustCompile(`^\d+<([^>]+)>(\(deleted\))?`)
)

// placeOf reads a line of strace's.
func (w *workplace) placeOf(line string) (place, bool) {
	m := called.FindStringSubmatch(line)
	if m == nil {
		return place{}, false
	}
	p, args := place{call: m[1], nth: 1}, m[2]
	names := quoted.FindAllStringSubmatch(args, -1)
	switch p.call {
	case "write", "pwrite64", "fsync", "fdatasync", "syncfs", "flock":
		file := opened.FindStringSubmatch(args)
		if file == nil {
			return p, false
		}
		if p.path = w.short(file[1]); file[2] != "" {
			p.path = ""
		}
		return p, p.path == "" || p.path != file[1] // else it is a pipe, or what only wakes a thread
	case "openat":
		if !strings.Contains(args, "O_CREAT") {
			return p, false
		}
	}
	if len(names) == 0 {
		return p, false
	}
	if strings.Contains(args, ".lectern-pages-") { // the name of the spool cannot be known before, but its removal is the first
		return p, p.call == "unlinkat"
	}
	p.path = w.short(names[len(names)-1][1])
	return p, true
}

// some are n of the places, of each call about as many, or all when n is 0.
func some(all []place, n int) []place {
	if n == 0 || n >= len(all) {
		return all
	}
	r := rand.New(rand.NewPCG(*seed, uint64(n)))
	calls := map[string][]place{}
	for _, i := range r.Perm(len(all)) {
		calls[all[i].call] = append(calls[all[i].call], all[i])
	}
	var chosen []place
	for i := 0; len(chosen) < n; i++ {
		for _, call := range writing {
			if i < len(calls[call]) && len(chosen) < n {
				chosen = append(chosen, calls[call][i])
			}
		}
	}
	return chosen
}
