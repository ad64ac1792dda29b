package together

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"
)

func TestEachNumberIsWorkedOnOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		var mu sync.Mutex
		times := map[int]int{}
		err := Do(n, func(i int) error {
			mu.Lock()
			defer mu.Unlock()
			times[i]++
			return nil
		})
		if err != nil || len(times) != n {
			t.Errorf("of %d numbers %d were worked on (%v)", n, len(times), err)
		}
		for i, k := range times {
			if i < 0 || i >= n || k != 1 {
				t.Errorf("of %d numbers %d was worked on %d times", n, i, k)
			}
		}
	}
}

func TestAfterAnErrorNothingBegins(t *testing.T) {
	failure := errors.New("no")
	var begun atomic.Int64
	err := Do(1_000_000, func(i int) error {
		begun.Add(1)
		return failure
	})
	if !errors.Is(err, failure) {
		t.Errorf("the error is %v", err)
	}
	if begun.Load() > 1000 {
		t.Errorf("%d were begun", begun.Load())
	}
}
