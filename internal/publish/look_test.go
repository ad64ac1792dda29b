package publish

import (
	"path/filepath"
	"strings"
	"testing"
)

// mustLook looks at files of a site.
func mustLook(t testing.TB, out string, names ...string) Look {
	t.Helper()
	looked, err := LookAt(out, names)
	if err != nil {
		t.Fatal(err)
	}
	return looked
}

// standing is a file that the folder has already.
type standing struct{ made }

func (standing) Stands() bool { return true }

func TestFileThatStandsIsTheOneThatWasLookedAt(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, largeEdition(0))
	put(t, filepath.Join(out, "notes", "by-hand.txt"), "not by lectern")
	mustWrite(t, out, largeEdition(1)) // which leaves a spare
	var files []File
	var names []string
	for _, f := range largeEdition(2) {
		if strings.HasPrefix(f.name, "always/") {
			files, names = append(files, standing{f}), append(names, f.name)
		} else {
			files = append(files, f)
		}
	}
	looked := mustLook(t, out, names...)
	if err := replace(filepath.Join(out, names[0]), writeAnother); err != nil {
		t.Fatal(err)
	}
	if _, err := WriteFrom(nil, looked, out, files); err != nil {
		t.Fatal(err)
	}
	if got := readEditionOf(t, out, largeEdition); got != "edition 2" {
		t.Errorf("the site is %s", got)
	}
}
