package webkit

import "syscall"

// withUs makes a program end when the tests are ended from outside.
func withUs() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
