package site

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"lectern/internal/diag"
)

// savedIn reads what the worker of a site knows of the course.
func savedIn(t *testing.T, s *Site) savedCourse {
	t.Helper()
	line, _, _ := bytes.Cut(s.find(workerFile), []byte("\n"))
	list, found := bytes.CutPrefix(line, []byte("var course="))
	var saved savedCourse
	if err := json.Unmarshal(bytes.TrimSuffix(list, []byte(";")), &saved); !found || err != nil {
		t.Fatalf("%s begins with %.80q: %v", workerFile, line, err)
	}
	return saved
}

func TestTheWorkerKnowsEveryFileOfTheSite(t *testing.T) {
	s := mustBuild(t, full.fs(), Options{BaseURL: "https://example.org/course"})
	saved := savedIn(t, s)
	for _, f := range s.Files {
		known, ok := saved.Files[f.Path]
		if f.Path == workerFile {
			if ok {
				t.Error("the worker would save itself, and so stay as it is for ever")
			}
			continue
		}
		if !ok || known[0] != fingerprint(f.Data) || known[1] != float64(len(f.Data)) {
			t.Errorf("of %s it knows %v", f.Path, known)
		}
	}
	if len(saved.Files) != len(s.Files)-1 {
		t.Errorf("it knows %d files, want %d", len(saved.Files), len(s.Files)-1)
	}
	if saved.ID != s.Config.ID.Value {
		t.Errorf("it takes the course for %q", saved.ID)
	}
}

func TestAChangedFileIsAnotherBuild(t *testing.T) {
	build := func(more files) string { return savedIn(t, mustBuild(t, full.with(more).fs(), Options{})).Build }
	same := build(nil)
	if again := build(nil); again != same {
		t.Errorf("one course gives the builds %s and %s", same, again)
	}
	for name, more := range map[string]files{
		"a lesson":           {"content/02-more/09-a.md": "# Another\n"},
		"a file beside one":  {"content/02-more/notes.txt": "x"},
		"a style":            {"layouts/styles/print.css": "@media print{p{color:#000}}"},
		"the worker's words": {"layouts/strings/en.yaml": "script:\n  offline-load: Now\n"},
		"the worker":         {"layouts/scripts/sw-serve.js": "self.x = 1;"},
	} {
		if build(more) == same {
			t.Errorf("with %s changed the build is the same", name)
		}
	}
}

func TestAFileOfTheCourseCannotTakeTheWorkersPlace(t *testing.T) {
	for _, name := range []string{workerFile, installFile, "icon-192.png"} {
		var d diag.List
		if Build(small.with(files{"content/" + name: "x"}).fs(), Options{}, &d) != nil || !strings.Contains(printed(&d), "[twin-files]") {
			t.Errorf("%s: %s", name, printed(&d))
		}
	}
}

func TestTheFirstPageSaysHowMuchThereIsToSave(t *testing.T) {
	s := mustBuild(t, full.fs(), Options{})
	sum := 0
	for _, f := range s.Files {
		if f.Path != workerFile {
			sum += len(f.Data)
		}
	}
	home := string(s.find("index.html"))
	_, after, _ := strings.Cut(home, `data-size="`)
	said, _, _ := strings.Cut(after, `"`)
	words := s.Languages[0].Words
	if said != sayBytes(words, sum) || strings.Contains(home, sizeHere) {
		t.Errorf("%d bytes are said to be %q", sum, said)
	}
	for n, want := range map[int]string{1: "1 KB", 1000: "1 KB", 1001: "2 KB", 999_000: "999 KB", 999_001: "1 MB", 2_000_001: "3 MB"} {
		if got := sayBytes(words, n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
