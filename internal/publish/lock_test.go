//go:build unix

package publish

import (
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

func TestSecondBuildAtTheSameTimeIsRefused(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, edition(0))
	unlock, err := (&writer{out: out}).lock()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Write(out, edition(1)); err == nil || !strings.Contains(err.Error(), "another build is writing to "+out) {
		t.Errorf("the error is %v", err)
	}
	wantContent(t, filepath.Join(out, "index.html"), "edition 0")
	unlock()
	mustWrite(t, out, edition(1))
	wantOnly(t, filepath.Dir(out), "public")
}

// The lock is a file that its holder removes. Whoever opened it before that
// and takes it afterwards holds a lock that nobody else can see.
func TestLockIsNeverHeldTwice(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	var inside, taken atomic.Int32
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 1500 {
				unlock, err := (&writer{out: out}).lock()
				if err != nil {
					continue
				}
				if inside.Add(1) > 1 {
					t.Error("two builds hold the lock")
				}
				taken.Add(1)
				for range 50 {
					runtime.Gosched() // let the others try
				}
				inside.Add(-1)
				unlock()
			}
		})
	}
	wait.Wait()
	if taken.Load() == 0 {
		t.Error("nobody ever held the lock")
	}
}
