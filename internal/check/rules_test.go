package check_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"lectern/internal/check"
	"lectern/internal/diag"
)

// example is a rule's file in testdata/rules: what breaks the rule, what does
// not, and what is said of the first. The manual shows it, too.
type example struct {
	flawed, good fstest.MapFS
	messages     string
}

func readExample(t *testing.T, name string) (example, *txtar.Archive) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/rules/" + name + ".txtar")
	if err != nil {
		t.Fatalf("every rule has an example: %v", err)
	}
	e := example{flawed: fstest.MapFS{}, good: fstest.MapFS{}}
	for _, f := range archive.Files {
		file := &fstest.MapFile{Data: f.Data}
		folder, rest, _ := strings.Cut(f.Name, "/")
		switch folder {
		case "flawed.md":
			e.flawed["content/1-a/lesson.md"] = file
		case "good.md":
			e.good["content/1-a/lesson.md"] = file
		case "with":
			e.flawed["content/"+rest], e.good["content/"+rest] = file, file
		case "good":
			e.good["content/"+rest] = file
		case "messages":
			e.messages = string(f.Data)
		default:
			t.Errorf("%s: what is %s?", name, f.Name)
		}
	}
	return e, archive
}

// said is what one rule says of a course.
func said(t *testing.T, course fstest.MapFS, rule string) string {
	t.Helper()
	d := found(t, course, "en")
	d.Drop(func(m diag.Message) bool { return m.Name != rule })
	return printed(d)
}

func TestEveryRuleSaysWhatItFindsAndNothingOfWhatIsGood(t *testing.T) {
	for _, r := range check.Rules() {
		e, archive := readExample(t, r.Name)
		got := said(t, e.flawed, r.Name)
		if *update {
			write(t, r.Name, archive, got)
		} else if got == "" || got != e.messages {
			t.Errorf("%s: got\n%s\nwant\n%s", r.Name, got, e.messages)
		}
		if got := said(t, e.good, r.Name); got != "" {
			t.Errorf("%s: the good example is warned about\n%s", r.Name, got)
		}
	}
}

func write(t *testing.T, name string, archive *txtar.Archive, messages string) {
	t.Helper()
	for i, f := range archive.Files {
		if f.Name == "messages" {
			archive.Files[i].Data = []byte(messages)
		}
	}
	if err := os.WriteFile("testdata/rules/"+name+".txtar", txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestEveryExampleIsARules(t *testing.T) {
	names := map[string]bool{}
	for _, r := range check.Rules() {
		if names[r.Name] || r.Finds == "" || r.Why == "" || r.Source == "" || r.Family == "" {
			t.Errorf("%s is there twice, or does not say what it finds, why and whence", r.Name)
		}
		names[r.Name] = true
	}
	files, err := os.ReadDir("testdata/rules")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if name := strings.TrimSuffix(f.Name(), ".txtar"); !names[name] {
			t.Errorf("there is no rule %s", name)
		}
	}
}
