//go:build !unix

package site

// lock is not to be had here.
func (w *writer) lock() (unlock func(), err error) { return func() {}, nil }
