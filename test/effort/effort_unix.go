//go:build unix

// Package effort measures how long the processors work for something.
package effort

import (
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// Of is how long the processors worked for this, by the least of three goes: what
// else the machine does makes it longer, never shorter. A go that takes less than
// enough is the last.
func Of(t testing.TB, enough time.Duration, work func()) time.Duration {
	t.Helper()
	least := time.Hour
	for range 3 {
		began := used(t)
		work()
		if least = min(least, used(t)-began); least < enough {
			break
		}
	}
	return least
}

// used is how long the processors have worked for this process.
func used(t testing.TB) time.Duration {
	t.Helper()
	var usage unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
