//go:build !linux

package watch

func onShare(string) bool { return false }
