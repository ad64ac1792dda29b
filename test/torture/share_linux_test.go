package torture

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// job is something that is done to a build.
type job struct {
	name string
	do   func()
}

// share makes jobs of n places of builds from each edition to the other, and
// does them in as many workplaces as there are cores, few in one alone. After
// each, the next build must need no help. Of the workplaces half have editions
// that differ in one page: then most files are linked, not written.
func share(t *testing.T, n int, jobsAt func(w *workplace, i int, p place) []job) {
	t.Helper()
	workers := runtime.GOMAXPROCS(0)
	if n > 0 && n < 20 {
		workers = 1
	}
	t.Run("workplace", func(t *testing.T) {
		for worker := range 2 * workers {
			t.Run(fmt.Sprint(worker), func(t *testing.T) {
				t.Parallel()
				top := t.TempDir()
				w := newWorkplace(t, top, top, worker%2 == 0)
				var jobs [2][]job // by the edition that the course is then
				for now, places := range w.bothWays() {
					for i, p := range some(places, (n+3)/4) {
						if i%workers == worker/2 {
							jobs[now] = append(jobs[now], jobsAt(w, i, p)...)
						}
					}
				}
				w.doAll(jobs)
			})
		}
	})
}

// bothWays are the places of builds from each edition to the other, by the
// edition that is built, each once.
func (w *workplace) bothWays() (places [2][]place) {
	var all [2][]place
	for range editions {
		found := w.places()
		all[w.now] = found
	}
	taken := map[place]bool{}
	for i, p := range all[0] {
		if i%2 == 0 || !slices.Contains(all[1], p) {
			places[0] = append(places[0], p)
			taken[p] = true
		}
	}
	for _, p := range all[1] {
		if !taken[p] {
			places[1] = append(places[1], p)
		}
	}
	return places
}

// doAll does the jobs, each when the course is another edition than its site.
func (w *workplace) doAll(jobs [2][]job) {
	for len(jobs[0])+len(jobs[1]) > 0 && !w.t.Failed() {
		w.turn()
		if left := jobs[w.now]; len(left) > 0 {
			left[0].do()
			w.wantNext(left[0].name)
			jobs[w.now] = left[1:]
		} else if code, said := w.build(); code != 0 {
			w.t.Errorf("a build without a fault fails: %s", said)
		}
	}
}

// missed is counted where a build never came to the place.
const missed = "missed"

// tally counts what came of what was tried.
type tally struct {
	mu   sync.Mutex
	rows map[[2]string]map[string]int
}

func (n *tally) add(what, where, state string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.rows == nil {
		n.rows = map[[2]string]map[string]int{}
	}
	row := [2]string{what, where}
	if n.rows[row] == nil {
		n.rows[row] = map[string]int{}
	}
	n.rows[row][state]++
}

// print says what was tried, and wants it to be something.
func (n *tally) print(t *testing.T) {
	t.Helper()
	var b strings.Builder
	b.WriteString("\n| What | Where | Old site whole | New site whole | Mixed | Not reached |\n|---|---|--:|--:|--:|--:|\n")
	tried := 0
	for _, row := range slices.SortedFunc(maps.Keys(n.rows), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		states := n.rows[row]
		mixed := 0
		for state, count := range states {
			if state != isOld && state != isNew && state != missed {
				mixed += count
			}
		}
		tried += states[isOld] + states[isNew] + mixed
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %d | %d |\n", row[0], row[1], states[isOld], states[isNew], mixed, states[missed])
	}
	t.Log(b.String())
	if tried == 0 {
		t.Error("nothing was tried")
	}
}
