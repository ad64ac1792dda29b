package kinds_test

import (
	"flag"
	"math/rand/v2"
	"testing"
)

var seed = flag.Uint64("seed", 0, "repeat a run of the generated tests; 0 makes up a new one")

// seeded returns a generator whose seed is told when the test fails.
func seeded(t *testing.T) *rand.Rand {
	s := *seed
	if s == 0 {
		s = rand.Uint64()
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("to repeat this: go test ./quiz/kinds -run '%s' -seed %d", t.Name(), s)
		}
	})
	return rand.New(rand.NewPCG(s, 1))
}
