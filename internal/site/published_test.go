package site

import (
	"os"
	"testing"

	"lectern/internal/publish"
)

// mustWrite writes files into out, or ends the test.
func mustWrite(t testing.TB, out string, files []File) publish.Changes {
	t.Helper()
	changes, err := publish.Write(out, files)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

// wantNothingBeside checks that a folder holds a site and nothing else.
func wantNothingBeside(t testing.TB, folder string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the site lie %v (%v)", entries, err)
	}
}
