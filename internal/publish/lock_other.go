//go:build !unix

package publish

// lock is not to be had here.
func (w *writer) lock() (unlock func(), err error) { return func() {}, nil }

// syncFolder is not to be had here either: Windows flushes files alone.
func syncFolder(string) error { return nil }
