//go:build unix

package publish

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// lock keeps a second build away from the same folder. The system drops the
// lock when the process ends, however it ends.
func (w *writer) lock() (unlock func(), err error) {
	name := beside(w.out, "lock")
	for {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, fmt.Errorf("%s was left as it was: %w", w.out, err)
		}
		if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
			f.Close()
			if errors.Is(err, unix.EWOULDBLOCK) {
				return nil, fmt.Errorf("another build is writing to %s; wait for it to end", w.out)
			}
			return nil, fmt.Errorf("%s was left as it was: %s cannot be locked: %w", w.out, name, err)
		}
		if isStill(f, name) {
			return func() { _ = os.Remove(name); f.Close() }, nil
		}
		f.Close()
	}
}

// isStill reports whether an open file still has its name. A build that ended
// between our opening the lock and taking it has removed it, and whoever comes
// next makes another.
func isStill(f *os.File, name string) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(name)
	return err == nil && os.SameFile(mine, there)
}
