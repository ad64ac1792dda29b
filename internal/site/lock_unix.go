//go:build unix

package site

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// lock keeps a second build away from the same folder. The system drops the
// lock when the process ends, however it ends.
func (w *writer) lock() (unlock func(), err error) {
	f, err := os.OpenFile(beside(w.out, "lock"), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		f.Close()
		return nil, fmt.Errorf("another build is writing to %s; wait for it to end", w.out)
	}
	return func() { _ = os.Remove(f.Name()); f.Close() }, nil
}
