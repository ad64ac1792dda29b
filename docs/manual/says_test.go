package main

import (
	"flag"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"lectern/internal/check"
	"lectern/internal/collect"
	"lectern/internal/diag"
	"lectern/internal/site"
)

var update = flag.Bool("update", false, "write what Lectern says to the examples of messages.txtar")

// shownElsewhere are the messages that no course makes Lectern say. The manual has their words; the file named here holds
// the test that hears them.
var shownElsewhere = map[string]string{
	"not-writable": "cmd/lectern/testdata/script/ids-refused.txtar",
	"id-by-hand":   "cmd/lectern/testdata/script/ids-refused.txtar",
	"file-changed": "internal/ids/prove_test.go",
	"forgotten":    "", // a build that says so is begun again, as a whole
	"sitemap":      "", // the XML of plain strings can always be written
}

// What is said to an educator is explained in the manual: each message by its name, with an example that makes Lectern
// say it.
func TestEveryMessageIsExplained(t *testing.T) {
	explained := map[string]bool{}
	for _, page := range messagePages(t) {
		for line := range strings.Lines(page.text) {
			if m := heading.FindStringSubmatch(strings.TrimSuffix(line, "\n")); m != nil {
				if explained[m[1]] {
					t.Errorf("%s: `%s` is explained twice", page.file, m[1])
				}
				explained[m[1]] = true
			}
		}
	}
	exampled := map[string]bool{}
	for _, s := range sayings(t) {
		exampled[s.name] = true
	}
	for name, file := range shownElsewhere {
		if exampled[name] || file != "" && !strings.Contains(string(source(t, file)), "["+name+"]") {
			t.Errorf("`%s` is not shown in %s alone", name, file)
		}
		exampled[name] = true
	}
	for _, name := range messageNames(t) {
		switch {
		case !explained[name]:
			t.Errorf("no lesson of %s has the heading `## %s`", messageModule, name)
		case !exampled[name]:
			t.Errorf("`%s` has no example", name)
		}
		delete(explained, name)
	}
	for name := range explained {
		t.Errorf("`%s` is explained, and nothing says it", name)
	}
}

// Weights and counts change with every word of the interface; what is said of them does not.
var digits = regexp.MustCompile(`[0-9]+`)

// The examples are told to Lectern, and the manual shows what it says. With -update that is written down.
func TestTheManualShowsWhatLecternSays(t *testing.T) {
	old := txtar.Parse(source(t, messages))
	now := &txtar.Archive{Comment: old.Comment}
	written := map[string]string{}
	for _, f := range old.Files {
		written[f.Name] = string(f.Data)
	}
	for _, s := range sayings(t) {
		heard, shown := s.ask(), written[s.name]
		now.Files = append(now.Files, txtar.File{Name: s.name, Data: []byte(heard)})
		switch {
		case heard == "":
			t.Errorf("the example of `%s` does not make Lectern say it", s.name)
		case !*update && digits.ReplaceAllString(heard, "0") != digits.ReplaceAllString(shown, "0"):
			t.Errorf("`%s`: Lectern says\n%s\nand the manual shows\n%s", s.name, heard, shown)
		}
	}
	if *update {
		if err := os.WriteFile("messages.txtar", txtar.Format(now), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// ask is what Lectern says of the example, without its other messages.
func (s saying) ask() string {
	var d diag.List
	if file := s.saved(); file != "" {
		collect.Parse("ana.json", []byte(file), "tea", &d)
	} else {
		course := s.course()
		read := site.Inspect(course, site.Options{Passages: true}, &d)
		if read != nil && s.name == "words-say" { // only `lectern check` reads that file
			check.Course(read.Course, check.Options{FS: course}, &d)
		}
	}
	d.Drop(func(m diag.Message) bool { return m.Name != s.name })
	var said strings.Builder
	d.Print(&said)
	return said.String()
}

// course is the example as a course. What it does not show, and needs, is there.
func (s saying) course() fs.FS {
	files := fstest.MapFS{}
	switch s.kind {
	case "made":
		return made(s.name)
	case "markdown":
		files["content/01-tea/01-a-pot.md"] = &fstest.MapFile{Data: []byte("---\ntitle: A pot\n---\n\n" + s.text)}
	default:
		for _, f := range txtar.Parse([]byte(s.text)).Files {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	if s.kind == "course" {
		return files
	}
	if files["site.yaml"] == nil {
		files["site.yaml"] = &fstest.MapFile{Data: []byte("title: Tea\n")}
	}
	if lessons, err := fs.Glob(files, "content/*/*.md"); err == nil && len(lessons) == 0 {
		files["content/01-tea/01-a-pot.md"] = &fstest.MapFile{Data: []byte("# A pot\n")}
	}
	return files
}

// page is a lesson about messages.
type messagePage struct{ file, text string }

func messagePages(t *testing.T) []messagePage {
	t.Helper()
	names, err := fs.Glob(repo, handwritten+"/"+messageModule+"/*.md")
	if err != nil || len(names) == 0 {
		t.Fatalf("no lesson about messages: %v", err)
	}
	var pages []messagePage
	for _, name := range names {
		pages = append(pages, messagePage{name, string(source(t, name))})
	}
	return pages
}

// sayings are the examples of all messages.
func sayings(t *testing.T) []saying {
	t.Helper()
	var all []saying
	for _, page := range messagePages(t) {
		lines, name := strings.SplitAfter(page.text, "\n"), ""
		for i := 0; i < len(lines); i++ {
			line := strings.TrimSuffix(lines[i], "\n")
			if m := heading.FindStringSubmatch(line); m != nil {
				name = m[1]
			}
			if fence := says.FindStringSubmatch(line); fence != nil {
				end := endOf(fence[1], lines, i+1)
				all = append(all, saying{name: name, kind: fence[2], text: strings.Join(lines[i+1:end], "")})
				i = end
			}
		}
	}
	return all
}

func source(t *testing.T, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(repo, name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func messageNames(t *testing.T) []string {
	t.Helper()
	var names []string
	for name := range spoken(t) {
		if !slices.ContainsFunc(check.Rules(), func(r check.Rule) bool { return r.Name == name }) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
