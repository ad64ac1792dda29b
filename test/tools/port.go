package tools

import (
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"strconv"
	"testing"
)

// FreePort is a port of this computer for a program that has to be told one. Between the moment at which it is free and the one
// at which the program listens, the system gives it to nobody: it lies below those from which each connection gets one.
func FreePort(t testing.TB) string {
	t.Helper()
	const lowest = 10_000 // below are ports that programs take without being told
	for range 1000 {
		port := strconv.Itoa(lowest + rand.IntN(firstGiven()-lowest))
		if l, err := net.Listen("tcp", net.JoinHostPort("", port)); err == nil {
			_ = l.Close()
			return port
		}
	}
	t.Fatal("no port of this computer is free")
	return ""
}

// firstGiven is the first of the ports that the system gives to connections.
func firstGiven() int {
	const usual = 32_768
	said, err := os.ReadFile("/proc/sys/net/ipv4/ip_local_port_range")
	var first int
	if _, bad := fmt.Sscan(string(said), &first); err != nil || bad != nil || first < 12_000 {
		return usual
	}
	return first
}
