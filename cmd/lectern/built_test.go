package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"lectern/internal/site"
)

// smallCourse is a course with a warning.
func smallCourse(t *testing.T) (folder, lesson string) {
	t.Helper()
	folder = t.TempDir()
	lesson = filepath.Join(folder, "content", "1-lesson.md")
	write(t, filepath.Join(folder, "site.yaml"), "title: Small\n")
	write(t, lesson, "# Lesson\n\n![A lamp](lamp.png)\n")
	write(t, filepath.Join(folder, "content", "lamp.png"), "no picture")
	return folder, lesson
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// says runs a build and returns what it said and what it ended with, without
// the time it took.
func says(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(append([]string{"build"}, args...), &out, &errs)
	text, _, _ := strings.Cut(out.String(), " in ")
	return strings.Join([]string{text, errs.String(), string(rune('0' + code))}, "\n")
}

func TestBuildWithNothingChangedSaysTheSameWithoutWork(t *testing.T) {
	course, _ := smallCourse(t)
	first := says(t, "-C", course)
	if !strings.Contains(first, "picture-size") {
		t.Fatalf("no warning in\n%s", first)
	}
	if !lastBuild(course, filepath.Join(course, "public"), site.Options{}).stillStands() {
		t.Error("the build is not remembered")
	}
	second := says(t, "-C", course)
	asSecond := strings.NewReplacer(" files written, 0 unchanged", " unchanged").Replace(first)
	if got := strings.Replace(second, "0 files written, ", "", 1); got != asSecond {
		t.Errorf("the second build says\n%s\nwant\n%s", got, asSecond)
	}
	if got := says(t, "-C", course, "--strict"); !strings.HasSuffix(got, "1") {
		t.Errorf("with --strict the warning is passed over:\n%s", got)
	}
}

// A quiet build weighs no page that is light, and the next one may be asked.
func TestBuildAfterAQuietOneKnowsWhatPagesWeigh(t *testing.T) {
	course, lesson := smallCourse(t)
	write(t, filepath.Join(filepath.Dir(lesson), "2-other.md"), "# Other\n")
	heaviest := func(said string) string {
		_, list, _ := strings.Cut(said, "heaviest pages")
		list, _, _ = strings.Cut(list, "written")
		return strings.NewReplacer("1 file", "", "2 files", "", "0 files", "").Replace(list)
	}
	says(t, "-C", course, "-o", filepath.Join(course, "loud"))
	want := heaviest(says(t, "-C", course, "-o", filepath.Join(course, "loud")))
	if strings.Contains(want, "  0.0 KB") || strings.Count(want, ".html") != 5 {
		t.Fatalf("the pages weigh\n%s", want)
	}
	if code := run([]string{"build", "-q", "-C", course}, new(bytes.Buffer), new(bytes.Buffer)); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	if got := heaviest(says(t, "-C", course)); got != want {
		t.Errorf("after a quiet build with nothing changed the pages weigh\n%s\nwant\n%s", got, want)
	}
	write(t, lesson, "# Lesson\n\nAnother.\n")
	run([]string{"build", "-q", "-C", course}, new(bytes.Buffer), new(bytes.Buffer))
	got, want := says(t, "-C", course, "--json"), says(t, "-C", course, "-o", filepath.Join(course, "loud"), "--json")
	list := regexp.MustCompile(`(?s)"pages": \[.*?\]`)
	if got, want := list.FindString(got), list.FindString(want); got != want || want == "" {
		t.Errorf("as JSON the pages weigh\n%s\nwant\n%s", got, want)
	}
}

// Whatever a build is made from, and whatever it made: when it is another, the
// work is done.
func TestBuildIsNotRememberedOnceAnythingIsAnother(t *testing.T) {
	for what, change := range map[string]func(course, lesson string) error{
		"a lesson":        func(_, lesson string) error { return os.WriteFile(lesson, []byte("# Lesson\n\nTwo.\n"), 0o644) },
		"a lesson's name": func(_, lesson string) error { return os.Rename(lesson, lesson[:len(lesson)-3]+"-b.md") },
		"a new picture":   func(_, lesson string) error { return os.WriteFile(lesson+".png", nil, 0o644) },
		"a style":         func(course, _ string) error { return os.MkdirAll(filepath.Join(course, "layouts", "styles"), 0o755) },
		"a setting": func(course, _ string) error {
			return os.WriteFile(filepath.Join(course, "site.yaml"), []byte("title: B\n"), 0o644)
		},
		"a page that is gone": func(course, _ string) error { return os.Remove(filepath.Join(course, "public", "lesson.html")) },
		"a page's bytes": func(course, _ string) error {
			return os.WriteFile(filepath.Join(course, "public", "help.html"), []byte("mine"), 0o644)
		},
		"a page's time": func(course, _ string) error {
			return os.Chtimes(filepath.Join(course, "public", "help.html"), time.Time{}, time.Now().Add(time.Hour))
		},
		"half of a site, of a build that was killed": func(course, _ string) error {
			return os.Mkdir(filepath.Join(course, ".public.lectern-next"), 0o755)
		},
		"a link among the lessons": func(_, lesson string) error { return os.Symlink(lesson, lesson+".link.md") },
		"what is remembered": func(course, _ string) error {
			return os.RemoveAll(filepath.Join(course, keptFolder))
		},
	} {
		t.Run(what, func(t *testing.T) {
			course, lesson := smallCourse(t)
			says(t, "-C", course)
			if err := change(course, lesson); err != nil {
				t.Skip(err)
			}
			if lastBuild(course, filepath.Join(course, "public"), site.Options{}).stillStands() {
				t.Error("the build passes for the same")
			}
		})
	}
	course, _ := smallCourse(t)
	says(t, "-C", course)
	if lastBuild(course, filepath.Join(course, "public"), site.Options{Drafts: true}).stillStands() {
		t.Error("a build with drafts passes for one without")
	}
}

func TestWhatIsRememberedNeverLeavesTheCourse(t *testing.T) {
	course, _ := smallCourse(t)
	elsewhere := t.TempDir()
	if err := os.Symlink(elsewhere, filepath.Join(course, keptFolder)); err != nil {
		t.Fatal(err)
	}
	says(t, "-C", course)
	if found, err := os.ReadDir(elsewhere); err != nil || len(found) > 0 {
		t.Errorf("a build wrote %v through a link (%v)", found, err)
	}
	if _, err := os.Stat(filepath.Join(course, "public", "index.html")); err != nil {
		t.Error("and made no site:", err)
	}
}
