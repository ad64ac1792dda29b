package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

// firstPort is where the preview listens when nobody says where, or at one of
// the next ones.
const (
	firstPort  = 8000
	portsToTry = 20
)

// listen opens the address that was given, or the first free port that only this
// computer can reach.
func listen(address string) (net.Listener, error) {
	if address != "" {
		return listenAt(address)
	}
	var l net.Listener
	var err error
	for port := firstPort; port < firstPort+portsToTry; port++ {
		if l, err = net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port))); err == nil {
			return l, nil
		}
	}
	return nil, &failure{fmt.Errorf("ports %d to %d are all taken; name a free one, such as --addr 127.0.0.1:9000", firstPort, firstPort+portsToTry-1)}
}

func listenAt(address string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(address)
	number, badPort := strconv.Atoi(port)
	if err != nil || badPort != nil || number < 0 || number > 65535 {
		return nil, fmt.Errorf("`%s` is no address to listen at; write it as --addr 127.0.0.1:9000", address)
	}
	if host == "" { // Go would listen to everybody
		address = net.JoinHostPort("127.0.0.1", port)
	}
	l, err := net.Listen("tcp", address)
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, &failure{fmt.Errorf("port %s is taken by another program; stop that one, or name another port: --addr %s", port, net.JoinHostPort(host, strconv.Itoa(number+1)))}
	case errors.Is(err, syscall.EACCES):
		return nil, &failure{fmt.Errorf("port %s is not for everybody to use; take one from 1024 on, such as --addr 127.0.0.1:9000", port)}
	}
	return nil, &failure{fmt.Errorf("cannot listen at %s: %w", address, err)}
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// namesOf are the names by which the address that was given calls this computer.
func namesOf(address string) []string {
	host, _, err := net.SplitHostPort(address)
	if err != nil || host == "" {
		return nil
	}
	return []string{strings.ToLower(host)}
}

// openBrowser opens an address in the browser. Where that cannot be, the person
// does it.
func openBrowser(address string, errs io.Writer) {
	program := []string{"xdg-open", address}
	switch runtime.GOOS {
	case "darwin":
		program[0] = "open"
	case "windows":
		program = []string{"rundll32", "url.dll,FileProtocolHandler", address}
	}
	c := exec.Command(program[0], program[1:]...)
	if err := c.Start(); err != nil {
		fmt.Fprintf(errs, "lectern: your browser could not be opened (%v); open %s in it\n", err, address)
		return
	}
	_ = c.Process.Release() // it may stay open as long as it likes
}
