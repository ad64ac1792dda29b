package site

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lectern/internal/diag"
)

var update = flag.Bool("update", false, "write the golden pages anew")

// hashed is the part of an asset's name that changes with every style.
var hashed = regexp.MustCompile(`assets/([a-z]+)\.[0-9a-f]+\.`)

// sized is the size of the whole site, which does too.
var sized = regexp.MustCompile(` data-size="[^"]*"`)

// TestGoldenCourse holds whole pages of a small course that uses every
// construct. Read the difference before you write it anew with -update.
func TestGoldenCourse(t *testing.T) {
	var d diag.List
	s := Build(os.DirFS("testdata/golden/course"), Options{}, &d)
	if s == nil || len(d.Sorted()) > 0 {
		var messages strings.Builder
		d.Print(&messages)
		t.Fatal(messages.String())
	}
	golden := filepath.Join("testdata", "golden", "pages")
	seen := map[string]bool{}
	for _, f := range s.Files {
		if filepath.Ext(f.Path) != ".html" {
			continue
		}
		name := strings.ReplaceAll(f.Path, "/", "--")
		seen[name] = true
		got := hashed.ReplaceAllString(string(f.Data), "assets/$1.HASH.")
		got = sized.ReplaceAllString(got, ` data-size="SIZE"`)
		if *update {
			if err := os.WriteFile(filepath.Join(golden, name), []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(filepath.Join(golden, name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Path, diff)
		}
	}
	pages, err := os.ReadDir(golden)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		if !seen[p.Name()] {
			t.Errorf("the course has no page %s any more", p.Name())
		}
	}
}
