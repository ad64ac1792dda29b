//go:build unix

package publish

import (
	"errors"
	"os"
)

// syncFolder makes the names in a folder survive a loss of power.
func syncFolder(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
