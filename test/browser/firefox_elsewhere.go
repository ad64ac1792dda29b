//go:build !linux

package browser

import "syscall"

// withUs asks for nothing: only Linux can promise that a program ends with the one that started it.
func withUs() *syscall.SysProcAttr { return nil }
