package scaffold_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lectern/internal/check"
	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/scaffold"
	"lectern/internal/site"
	"lectern/quiz"
	"lectern/quiz/kinds"
)

// laid is a folder with the files.
func laid(files []scaffold.File) fstest.MapFS {
	folder := fstest.MapFS{}
	for _, f := range files {
		folder[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	return folder
}

// checked reads a course as `lectern check --strict` does and wants nothing to
// be said of it.
func checked(t *testing.T, course fstest.MapFS) *site.Site {
	t.Helper()
	var d diag.List
	read := site.Inspect(course, site.Options{Drafts: true, Facilitator: true, Passages: true}, &d)
	if read != nil {
		for _, l := range read.Languages {
			check.Course(l.Course, check.Options{FS: course, Today: time.Now(), Broken: d.Broken()}, &d)
		}
	}
	var said strings.Builder
	if d.Print(&said); read == nil || said.Len() > 0 {
		t.Fatalf("it says\n%s", said.String())
	}
	return read
}

func newCourse(t *testing.T, title, code string) fstest.MapFS {
	t.Helper()
	files, err := scaffold.Course(title, code)
	if err != nil {
		t.Fatal(err)
	}
	return laid(files)
}

func TestNewCourseIsOneOfWhichThereIsNothingToSay(t *testing.T) {
	for _, code := range []string{"en", "fr", "fr-CA"} {
		built := checked(t, newCourse(t, "Tea: a first course", code))
		if got := built.Config; got.Title.Value != "Tea: a first course" || got.Language.Value != code || got.ID.Value != "tea-a-first-course-facilitator" {
			t.Errorf("in %s: title %q, language %q, id %q", code, got.Title.Value, got.Language.Value, got.ID.Value)
		}
		asked := map[string]bool{}
		for _, q := range built.Course.Lessons[1].Doc.Questions {
			asked[q.Base().Kind] = true
		}
		if len(built.Course.Lessons) != 2 || len(built.Course.Lessons[0].Doc.Questions) != 0 || len(asked) != 3 {
			t.Errorf("in %s: %d lessons, questions of %d kinds", code, len(built.Course.Lessons), len(asked))
		}
	}
}

// Nothing is English in a course that is not, and the other way round.
func TestNewCourseHasTheSamePartsInEveryLanguage(t *testing.T) {
	first := newCourse(t, "T", scaffold.Languages()[0])
	for _, code := range scaffold.Languages()[1:] {
		other := newCourse(t, "T", code)
		if len(other) != len(first) {
			t.Errorf("in %s there are %d files, not %d", code, len(other), len(first))
		}
		for name, f := range other {
			same := first[name] != nil && string(first[name].Data) == string(f.Data)
			if same && !slices.Contains([]string{".gitignore", "site.schema.json"}, name) {
				t.Errorf("%s is not in %s", name, code)
			}
		}
	}
}

// A new kind needs an example in every language, and it must be good: with the
// kind it is named after, and with nothing to say of it.
func TestEveryKindHasAnExampleOfWhichThereIsNothingToSay(t *testing.T) {
	for _, language := range scaffold.Languages() {
		for _, k := range kinds.All() {
			if !slices.ContainsFunc(kinds.All().Examples(language), func(e quiz.Example) bool { return e.Name == k.Name() }) {
				t.Errorf("quiz/%s has no example in %s", k.Name(), language)
			}
		}
		// Each stands in a lesson of a new course, and a second time in another: its ids are its own.
		course, ids := newCourse(t, "T", language), map[string][]string{}
		for i, name := range slices.Concat(scaffold.Kinds(), scaffold.Kinds()) {
			q, err := scaffold.NewQuestion(name, language, "begin", scaffold.Taken(course))
			if err != nil {
				t.Fatal(err)
			}
			file := fmt.Sprintf("content/09-all/%s-%d.md", name, i/len(scaffold.Kinds()))
			course[file] = &fstest.MapFile{Data: []byte("---\ntitle: T\nsummary: S.\nobjectives:\n  begin: Begin.\n---\n\n" + q.Text)}
			ids[file] = q.IDs
		}
		for _, l := range checked(t, course).Course.Lessons {
			if want := ids[l.File.Path]; want != nil {
				kind, _, _ := strings.Cut(strings.TrimPrefix(l.File.Path, "content/09-all/"), "-")
				wantExample(t, l, kind, want)
			}
		}
	}
}

func wantExample(t *testing.T, l *course.Lesson, kind string, ids []string) {
	t.Helper()
	var got []string
	for _, g := range l.Doc.Quizzes {
		got = append(got, g.ID)
	}
	for _, q := range l.Doc.Questions {
		got = append(got, q.Base().ID)
		if kind != "quiz" && q.Base().Kind != kind {
			t.Errorf("%s asks %s", l.File.Path, q.Base().Kind)
		}
	}
	if !slices.Equal(got, ids) {
		t.Errorf("%s has the ids %v, said to be %v", l.File.Path, got, ids)
	}
}

func TestNewModulesAndLessonsAreGoodInEveryLanguage(t *testing.T) {
	for _, language := range scaffold.Languages() {
		course := newCourse(t, "T", language)
		module, err := scaffold.Module("content/02-more", `C: "more" \ of it`, language)
		if err != nil {
			t.Fatal(err)
		}
		lesson, err := scaffold.Lesson("content/02-more/01-first.md", "#1 – first", language, scaffold.Taken(course))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range append(module, lesson...) {
			course[f.Path] = &fstest.MapFile{Data: f.Data}
		}
		built := checked(t, course)
		m := built.Course.Modules[1]
		if m.Title != `C: "more" \ of it` || m.Lessons[0].Title != "#1 – first" {
			t.Errorf("titles: %q and %q", m.Title, m.Lessons[0].Title)
		}
	}
}
