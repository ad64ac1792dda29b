package main

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"lectern/internal/scaffold"
)

// everyCommand visits the commands that people see.
func everyCommand(c *cobra.Command, visit func(*cobra.Command)) {
	for _, below := range c.Commands() {
		if below.Name() != "completion" { // cobra's own
			visit(below)
			everyCommand(below, visit)
		}
	}
}

// words are those of a command line, with quotes around some of them.
var words = regexp.MustCompile(`"[^"]*"|\S+`)

// usable tells why a command line would not be understood, "" when it would.
func usable(line string) string {
	args := words.FindAllString(line, -1)
	if args[0] != "lectern" {
		return "it does not begin with lectern"
	}
	root := rootCommand()
	c, rest, err := root.Find(args[1:])
	if err != nil || c == root {
		return "there is no such command"
	}
	if err := c.ParseFlags(rest); err != nil {
		return err.Error()
	}
	if err := c.ValidateArgs(c.Flags().Args()); err != nil {
		return err.Error()
	}
	return ""
}

func TestEveryCommandIsExplainedWithAnExampleThatWorks(t *testing.T) {
	everyCommand(rootCommand(), func(c *cobra.Command) {
		if c.Short == "" || strings.HasSuffix(c.Short, ".") || c.Example == "" {
			t.Errorf("%s: short %q, example %q", c.CommandPath(), c.Short, c.Example)
		}
		for line := range strings.Lines(c.Example) {
			if line = strings.TrimSuffix(line, "\n"); !strings.HasPrefix(line, "  lectern ") || usable(line) != "" {
				t.Errorf("%s shows %q: %s", c.CommandPath(), line, usable(line))
			}
		}
		for line := range strings.Lines(c.Long) {
			if len([]rune(line)) > 83 {
				t.Errorf("%s: a long line: %s", c.CommandPath(), line)
			}
		}
	})
}

// What prints anything that nobody asked for can be quiet, and the flag means
// the same everywhere.
func TestQuietMeansTheSameEverywhere(t *testing.T) {
	silent := []string{"version", "help", "man", "new", "export"} // they print what they were asked for
	everyCommand(rootCommand(), func(c *cobra.Command) {
		f := c.Flags().Lookup("quiet")
		switch {
		case f == nil && !slices.Contains(silent, c.Name()):
			t.Errorf("%s has no --quiet", c.CommandPath())
		case f != nil && (f.Usage != "print no more than what was asked for, and what is wrong" || f.Shorthand != "q"):
			t.Errorf("%s --quiet is explained as %q", c.CommandPath(), f.Usage)
		}
	})
}

var commandLine = regexp.MustCompile("(?m)(?:`|^    )(lectern [^`\n]*?)(?:`| {2,}|$)")

// What a new course tells to type can be typed.
func TestNewCourseNamesCommandsThatThereAre(t *testing.T) {
	found := 0
	for _, code := range scaffold.Languages() {
		files, err := scaffold.Course("T", code)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			for _, line := range commandLine.FindAllStringSubmatch(string(f.Data), -1) {
				found++
				if fault := usable(line[1]); fault != "" {
					t.Errorf("%s in %s: %s: %s", f.Path, code, line[1], fault)
				}
			}
		}
	}
	if found < 8 {
		t.Errorf("%d commands were found", found)
	}
}

// complete is what a shell gets that asks how a command line may go on.
func complete(t *testing.T, args ...string) []string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(append([]string{cobra.ShellCompRequestCmd}, args...), &out, &errs); code != exitFine {
		t.Fatalf("%v ends with %d: %s", args, code, errs.String())
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	for i := range lines {
		lines[i], _, _ = strings.Cut(lines[i], "\t")
	}
	return lines[:len(lines)-1] // the last is for the shell
}

func TestShellsCompleteWordsOfTheCourse(t *testing.T) {
	course := t.TempDir()
	files, err := scaffold.Course("T", "en")
	if err != nil {
		t.Fatal(err)
	}
	if err := makeCourse(course, files); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"ch"}, "check"},
		{[]string{"new", ""}, "course lesson module question"},
		{[]string{"check", "--format", ""}, "text json github"},
		{[]string{"build", "--edition", "f"}, "student facilitator"}, // the shell takes what begins with f
		{[]string{"new", "question", "--kind", ""}, strings.Join(scaffold.Kinds(), " ")},
		{[]string{"new", "question", "-C", course, "--lesson", ""}, "content/01-making-tea/01-a-good-pot.md content/01-making-tea/02-your-guests.md"},
		{[]string{"new", "lesson", "-C", course, "--module", ""}, "01-making-tea"},
		{[]string{"new", "course", "--language", ""}, "en fr"},
		{[]string{"schema", ""}, "site lesson"},
		{[]string{"help", "new", ""}, "course lesson module question"},
	} {
		if got := strings.Join(complete(t, c.args...), " "); got != c.want {
			t.Errorf("%v goes on with %q, want %q", c.args, got, c.want)
		}
	}
}

// A file that was there before, or came in between, is as it was, and what was
// made beside it is gone.
func TestNothingIsOverwritten(t *testing.T) {
	folder := t.TempDir()
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := root.WriteFile("b.md", []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	err = create(root, []scaffold.File{{Path: "a.md", Data: []byte("new")}, {Path: "b.md", Data: []byte("new")}})
	if err == nil || err.Error() != "b.md is there already, and is left as it is; nothing was made" {
		t.Errorf("got %v", err)
	}
	names, err := fs.Glob(root.FS(), "*")
	if data, _ := root.ReadFile("b.md"); err != nil || !slices.Equal(names, []string{"b.md"}) || string(data) != "mine" {
		t.Errorf("the folder holds %v (%v), b.md says %q", names, err, data)
	}
}
