package browser

import "syscall"

// withUs makes Firefox end when the tests are ended from outside, as when they take too long: nobody else would end it.
func withUs() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
