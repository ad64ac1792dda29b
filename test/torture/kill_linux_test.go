package torture

import (
	"flag"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"testing"
)

var kills = flag.Int("kills", 8, "at how many places a build is killed; 0 for all places")

// tries are how often a build is tried before a call that it makes more than once goes wrong: strace counts the calls of each
// thread by itself, and who makes which is another thing each time.
const tries = 10

// killed is the exit code of a program that a signal has ended.
const killed = -1

// A build may die wherever it writes. The site is one edition then, and the
// next build needs no help.
func TestSiteIsWholeWhereverABuildIsKilled(t *testing.T) {
	needStrace(t)
	var sum tally
	share(t, *kills, func(w *workplace, _ int, p place) []job {
		return []job{{"SIGKILL at " + p.String(), func() {
			code, _, _ := w.at(p, "signal=KILL")
			state := w.state()
			switch {
			case code != killed:
				state = missed
			case state != isOld && state != isNew:
				w.t.Errorf("SIGKILL at %s: the site is %s", p, state)
			}
			sum.add("SIGKILL", p.call, state)
		}}}
	})
	sum.print(t)
}

// Where the system cannot exchange two folders in one step, there is a moment
// in which the site is away. The next build brings it back, with what is not
// Lectern's in it.
func TestSiteThatIsAwayComesBack(t *testing.T) {
	needStrace(t)
	top := t.TempDir()
	w := newWorkplace(t, top, top, true)
	p := place{call: "renameat", path: inSite + "/public", nth: 2}
	var code int
	var said, log string
	for try := 0; try < tries && code != killed; try++ {
		w.turn()
		code, said, log = w.at(p, "signal=KILL", "-e", "trace=renameat,renameat2", "-e", "inject=renameat2:error=EINVAL")
	}
	if state := w.state(); state != isNone || code != killed {
		t.Fatalf("exit code %d, and the site is %s after\n%s%s", code, state, said, log)
	}
	w.wantNext("SIGKILL between two renames")
}

// Who presses Ctrl-C, twice because nothing seems to happen, gets the prompt
// back, and keeps the old site.
func TestInterruptedBuildEndsAtOnceAndLeavesTheOldSite(t *testing.T) {
	needStrace(t)
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, os.Interrupt) // else programs ignore it that are started by tests in the background
	defer signal.Stop(heard)
	top := t.TempDir()
	w := newWorkplace(t, top, top, true)
	for _, call := range []string{"pwrite64", "mkdirat", "syncfs"} {
		w.turn()
		if code, said, _ := w.traced("-e", "inject="+call+":signal=INT:when=1..2"); code == 0 {
			t.Errorf("at %s it goes on: %s", call, said)
		}
		if state := w.state(); state != isOld {
			t.Errorf("at %s: the site is %s", call, state)
		}
		w.wantNext("Ctrl-C at " + call)
	}
}

// A first site is written while it is made. Whatever goes wrong meanwhile, nobody
// sees a part of it, and the next build needs no help.
func TestFirstSiteIsWholeOrNotThere(t *testing.T) {
	needStrace(t)
	top := t.TempDir()
	w := newWorkplace(t, top, top, true)
	for _, wrong := range []string{
		"write:error=ENOSPC:when=12", "write:error=EIO:when=1+", "mkdirat:error=ENOSPC:when=1", "syncfs:error=EIO:when=1",
		"write:signal=KILL:when=12", "mkdirat:signal=KILL:when=2", "syncfs:signal=KILL:when=1", "renameat2:signal=KILL:when=1",
	} {
		code, said := w.first(wrong)
		state := w.state()
		if alone := len(read(t, w.out)) == 1; state != isNew && !alone || state == isNew && strings.Contains(said, "was left as it was") {
			t.Errorf("%s: exit code %d, the site is %s, and it said %q", wrong, code, state, said)
		}
		w.wantNext(wrong)
	}
}

// first makes a first build go wrong.
func (w *workplace) first(wrong string) (code int, said string) {
	w.t.Helper()
	for range tries {
		for _, name := range []string{w.out, filepath.Join(filepath.Dir(w.out), spare), filepath.Join(w.course, ".lectern")} {
			if err := os.RemoveAll(name); err != nil {
				w.t.Fatal(err)
			}
		}
		write(w.t, filepath.Join(w.out, byHand), "not by lectern\n")
		var log string
		code, said, log = w.traced("-e", "inject="+wrong)
		if code == killed || !strings.Contains(wrong, "KILL") && strings.Contains(log, "(INJECTED)") {
			return code, said
		}
	}
	w.t.Errorf("%s: nothing went wrong: exit code %d", wrong, code)
	return code, said
}
