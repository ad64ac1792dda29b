package torture

import (
	"flag"
	"strings"
	"testing"
)

var faults = flag.Int("faults", 8, "at how many places a build is made to fail; 0 for all places")

// causes are what a system says when it cannot write, and what people read of
// it. Where a file comes into being or goes, rights may be missing, too.
var causes = []struct {
	name, text string
	rights     bool
}{
	{"ENOSPC", "no space left on device", false},
	{"EIO", "input/output error", false},
	{"EACCES", "permission denied", true},
	{"EROFS", "read-only file system", true},
}

// Whatever a build cannot write, the site is the whole old one, and the cause
// is named; or the whole new one, where the build can do without.
func TestSiteIsWholeWhateverCannotBeWritten(t *testing.T) {
	needStrace(t)
	var sum tally
	share(t, *faults, func(w *workplace, i int, p place) (jobs []job) {
		for n, c := range causes {
			named := strings.Contains(p.call, "at") // it makes, moves or removes a name
			if c.rights && (!named || n != i%8) || *faults > 0 && n != i%len(causes) && n != i%2 {
				continue // rights are missing at some places only, and of few places each fails in one or two ways
			}
			jobs = append(jobs, job{c.name + " at " + p.String(), func() {
				code, said, log := w.at(p, "error="+c.name)
				state := w.state()
				switch {
				case !strings.Contains(log, "(INJECTED)"):
					state = missed
				case !heeded(code, state, said, c.text):
					w.t.Errorf("%s at %s: exit code %d, the site is %s, and it said %q", c.name, p, code, state, said)
				}
				sum.add(c.name, p.call, state)
			}})
		}
		return jobs
	})
	sum.print(t)
}

// heeded tells whether a build said what it did.
func heeded(code int, state, said, cause string) bool {
	switch {
	case code == 0:
		return state == isNew && said == ""
	case code == 1 && state == isOld:
		return strings.Contains(said, " was left as it was: ") && strings.Contains(said, cause)
	case code == 1 && state == isNew:
		return strings.Contains(said, " is new, but ") && strings.Contains(said, cause)
	}
	return false
}
