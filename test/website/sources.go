package website

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"lectern/test/tools"
)

// lookAtSources looks at every file the command is made of. Go remembers what a test said until a file changes that the
// test has looked at; the command is built by another process, so without this a broken command would pass.
func lookAtSources(t testing.TB) {
	t.Helper()
	for _, room := range []string{"cmd", "internal", "layouts", "quiz", "content", "docs/manual", "test/testdata", "go.mod", "site.yaml"} {
		err := filepath.WalkDir(filepath.Join(tools.Top(t), filepath.FromSlash(room)), func(path string, _ fs.DirEntry, err error) error {
			if err == nil {
				_, err = os.Stat(path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
