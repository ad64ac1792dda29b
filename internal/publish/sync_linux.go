package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// disk is the file system that a folder lies on. It is opened before the first
// write to it, so that sync tells of whatever could not be written since.
type disk struct{ folder *os.File }

func openDisk(folder string) (disk, error) {
	f, err := os.Open(folder)
	return disk{f}, err
}

func (d disk) close() error { return d.folder.Close() }

// sync makes all that was written survive a loss of power, in one step: for
// thousands of files this takes a small part of what each alone would take.
// It returns errors.ErrUnsupported where the system cannot.
func (d disk) sync() error {
	err := unix.Syncfs(int(d.folder.Fd()))
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EPERM) {
		return errors.ErrUnsupported
	}
	return err
}
