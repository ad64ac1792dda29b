// Package tools finds what the tests need on this machine: the repository itself, and what `make test` installed.
package tools

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Advice is what to do when a tool is missing.
const Advice = "run `make test` once: it installs the browsers and the validators"

// Top is the folder that holds go.mod.
func Top(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test's folder")
		}
	}
}

// Installed is the path of a file that npm put below test/node_modules.
func Installed(t testing.TB, file string) string {
	t.Helper()
	path := filepath.Join(Top(t), "test", "node_modules", filepath.FromSlash(file))
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%s is not installed; %s", file, Advice)
	}
	return path
}

// Program is the path of the first of these programs that the machine has. Servers lie where only root looks.
func Program(t testing.TB, names ...string) string {
	t.Helper()
	for _, name := range names {
		for _, folder := range []string{"", "/usr/sbin/", "/usr/local/sbin/"} {
			if path, err := exec.LookPath(folder + name); err == nil {
				return path
			}
		}
	}
	t.Fatalf("no %s on this machine; %s", strings.Join(names, " or "), Advice)
	return ""
}
