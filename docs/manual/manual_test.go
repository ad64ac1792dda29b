package main

import (
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"lectern/internal/check"
	"lectern/internal/diag"
	"lectern/internal/site"
	"lectern/quiz/kinds"
)

var repo = os.DirFS("../..")

// manual is the manual as it stands in this repository.
func manual(t *testing.T) fs.FS {
	t.Helper()
	course, err := assemble(repo)
	if err != nil {
		t.Fatal(err)
	}
	return course
}

func TestManualIsACourseAboutWhichLecternHasNothingToSay(t *testing.T) {
	var d diag.List
	built := site.Build(manual(t), site.Options{Drafts: true}, &d)
	var said strings.Builder
	d.Print(&said)
	if built == nil || said.Len() > 0 {
		t.Fatalf("it says\n%s", said.String())
	}
	asked := map[string]bool{}
	for _, l := range built.Course.Lessons {
		for _, q := range l.Doc.Questions {
			asked[l.Slug()+" asks "+q.Base().Kind] = true
		}
	}
	for _, k := range kinds.All() {
		if !asked[k.Name()+" asks "+k.Name()] {
			t.Errorf("the lesson on %s asks none", k.Name())
		}
	}
}

// What the manual asks of others, it does itself.
func TestManualPassesItsOwnChecks(t *testing.T) {
	var d diag.List
	read := site.Inspect(manual(t), site.Options{Drafts: true, Facilitator: true, Passages: true}, &d)
	if read == nil || d.Failed() {
		t.Fatal("the manual cannot be read")
	}
	check.Course(read.Course, check.Options{FS: manual(t), Today: time.Now()}, &d)
	read.WarnUnused(&d)
	read.Silence(&d)
	d.Drop(func(m diag.Message) bool { return m.Name == "page-heavy" }) // the test above weighs what students fetch
	var said strings.Builder
	if d.Print(&said); said.Len() > 0 {
		t.Error(said.String())
	}
}

// A kind's own lesson shows cards of its own: as they are written, as they
// look, and what is said to one that is wrong.
func TestEveryKindHasALessonMadeOfItsCards(t *testing.T) {
	for _, k := range kinds.All() {
		data, err := fs.ReadFile(repo, "quiz/"+k.Name()+"/manual.md")
		if err != nil {
			t.Errorf("%v; CONTRIBUTING.md says what it holds", err)
			continue
		}
		var good, bad int
		for line := range strings.Lines(string(data)) {
			switch place := place.FindStringSubmatch(strings.TrimSuffix(line, "\n")); {
			case place == nil || place[1] != "":
			case strings.HasPrefix(place[2], "bad-"):
				bad++
			default:
				good++
			}
		}
		if good == 0 || bad == 0 {
			t.Errorf("the lesson on %s shows %d of its cards and %d of its bad ones; it needs one of each", k.Name(), good, bad)
		}
		if want := "`" + k.Keyword() + ":`"; !strings.Contains(string(data), want) {
			t.Errorf("the lesson on %s does not name its keyword, %s", k.Name(), want)
		}
	}
}

// The table of keywords has a row that leads to every kind.
func TestOverviewLeadsToEveryKind(t *testing.T) {
	overview := text(t, "content/02-questions/01-how-a-question-is-written.md")
	for _, k := range kinds.All() {
		row := regexp.MustCompile("(?m)^\\| `" + k.Keyword() + ":` \\|.*\\(\\.\\./03-kinds/" + k.Name() + "\\.md[)#]")
		if !row.MatchString(overview) {
			t.Errorf("no row begins with the keyword `%s:` and leads to %s.md", k.Keyword(), k.Name())
		}
	}
}

// settingTag is how a setting is declared in quiz and its kinds.
var settingTag = regexp.MustCompile("`yaml:\"([a-z_]+)\"`")

func TestEverySettingIsExplained(t *testing.T) {
	settings := map[string]bool{}
	for _, pattern := range []string{"quiz/*.go", "quiz/*/*.go"} {
		names, err := fs.Glob(repo, pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(repo, name)
			if err != nil {
				t.Fatal(err)
			}
			for _, tag := range settingTag.FindAllStringSubmatch(string(data), -1) {
				settings[tag[1]] = true
			}
		}
	}
	if !settings["id"] || !settings["scoring"] {
		t.Fatalf("found %v: does this test still know how settings are declared?", settings)
	}
	page := text(t, "content/02-questions/02-settings.md") + text(t, "content/02-questions/06-quizzes.md")
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		if !strings.Contains(page, "`"+name+"`") {
			t.Errorf("the pages on settings and quizzes do not name `%s`", name)
		}
	}
}

func text(t *testing.T, name string) string {
	t.Helper()
	data, err := fs.ReadFile(manual(t), name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
