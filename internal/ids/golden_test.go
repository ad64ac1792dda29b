package ids_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write shown and after.md of testdata/*.txtar anew")

// A golden file holds before.md, what is shown, and after.md. Words in its
// first lines that begin with a hyphen make the file another one than an archive
// can hold.
func TestIdsArePutIntoTheCommentsAndNowhereElse(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			as := lineEnds(string(archive.Comment))
			c := open(t, map[string]string{"1-a/lesson.md": as(section(archive, "before.md"))})
			changes := c.mustChange(t)
			if len(changes) != 1 {
				t.Fatalf("%d files changed", len(changes))
			}
			var shown strings.Builder
			for _, e := range changes[0].Edits {
				e.Show(&shown)
			}
			if *update {
				rewrite(t, name, archive, shown.String(), from(string(changes[0].New)))
				return
			}
			compare(t, "shown", shown.String(), section(archive, "shown"))
			compare(t, "after.md", string(changes[0].New), as(section(archive, "after.md")))
			c.write(changes)
			if again := c.mustChange(t); len(again) != 0 {
				t.Errorf("a second time changes %+v", again)
			}
		})
	}
}

// lineEnds turns an archive's text into what the flags in comment say.
func lineEnds(comment string) func(string) string {
	return func(text string) string {
		for _, word := range strings.Fields(comment) {
			switch word {
			case "-no-last-line-end":
				text = strings.TrimSuffix(text, "\n")
			case "-crlf":
				text = strings.ReplaceAll(text, "\n", "\r\n")
			case "-cr":
				text = strings.ReplaceAll(text, "\n", "\r")
			case "-bom":
				text = "\ufeff" + text
			}
		}
		return text
	}
}

// from is the reverse of lineEnds, for -update.
func from(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\ufeff", "").Replace(text)
	return strings.TrimSuffix(text, "\n") + "\n"
}

func section(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func compare(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got\n%q\nwant\n%q", what, got, want)
	}
}

func rewrite(t *testing.T, name string, a *txtar.Archive, shown, after string) {
	t.Helper()
	a.Files = append(a.Files[:1], txtar.File{Name: "shown", Data: []byte(shown)}, txtar.File{Name: "after.md", Data: []byte(after)})
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}
