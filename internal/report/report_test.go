package report_test

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"lectern/internal/diag"
	"lectern/internal/report"
	"lectern/internal/site"
)

var update = flag.Bool("update", false, "write the expected reports anew")

var today = time.Date(2030, 1, 3, 23, 59, 0, 0, time.UTC)

var build = sync.OnceValues(func() (*site.Site, error) {
	archive, err := txtar.ParseFile("testdata/course.txtar")
	if err != nil {
		return nil, err
	}
	fsys, err := txtar.FS(archive)
	if err != nil {
		return nil, err
	}
	var d diag.List
	if built := site.Build(fsys, site.Options{Passages: true}, &d); built != nil {
		return built, nil
	}
	var said strings.Builder
	d.Print(&said)
	return nil, errors.New(said.String())
})

// bread is the report of the small course in testdata.
func bread(t *testing.T) report.Report {
	t.Helper()
	built, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return report.Of(built, today)
}

// Weights are left out of what is expected: they change with the theme.
func TestReportsReadAsExpected(t *testing.T) {
	r := bread(t)
	if len(r.Pages) == 0 || r.Shared == 0 {
		t.Error("the pages weigh nothing")
	}
	r.Pages, r.Shared = nil, 0
	for _, format := range report.Formats {
		var got strings.Builder
		if err := r.Write(&got, format); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join("testdata", "report."+format)
		if *update {
			if err := os.WriteFile(name, []byte(got.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil || got.String() != string(want) {
			t.Errorf("%s is another one; look at it, then run the test with -update (%v)", name, err)
		}
		if !report.IsOurs([]byte(got.String())[:min(4096, got.Len())], format) {
			t.Errorf("the beginning of the %s does not tell that it is a report", format)
		}
		for _, other := range report.Formats {
			if other != format && report.IsOurs([]byte(got.String()), other) {
				t.Errorf("a report as %s is taken for one as %s", format, other)
			}
		}
	}
}

func TestObjectivesQuestionsAndGapsAreCounted(t *testing.T) {
	r := bread(t)
	want := report.Totals{Lessons: 2, Objectives: 3, Questions: 10, Marked: 9, Points: 10, Words: 17, Minutes: 15, MinutesReckoned: 6}
	if r.Totals != want {
		t.Errorf("totals %+v, want %+v", r.Totals, want)
	}
	var gaps []string
	for _, g := range r.Gaps {
		gaps = append(gaps, strings.TrimSpace(g.Name+" "+g.Objective+" "+g.Question))
	}
	if want := []string{"objective-recall-only name", "objective-asked-once wait", "objective-untested never", "question-without-objective  yeast--which-of-these-is-alive"}; !slices.Equal(gaps, want) {
		t.Errorf("gaps %q, want %q", gaps, want)
	}
	yeast := r.Lessons[0]
	if yeast.MinutesDeclared != 12 || yeast.Minutes != 12 || yeast.MinutesReckoned != 3 || r.Lessons[1].MinutesDeclared != 0 {
		t.Errorf("minutes: %+v", yeast)
	}
	if q := yeast.Questions[2]; q.Level != report.Use || !q.Shuffled || !slices.Equal(q.Keys, []int{3}) || q.Points != 2 || q.KeyRatio != 3.1 {
		t.Errorf("the third question is %+v", q) // 31 letters beside 13 and 7
	}
}

// Four of five keys stand first and are the longest, of four answers each:
// chance brings four or more first with the probability
// 5 × (1/4)⁴ × 3/4 + (1/4)⁵ = 0.015625, in any of four places at most 0.0625.
// Fire is longer than Air, Tin and Ash, so all five are the longest: 1/1024.
func TestHabitsOfAQuizAreReckoned(t *testing.T) {
	r := bread(t)
	if len(r.Habits) != 2 || r.Habits[1].Quiz != "hot" || r.Habits[1].Name != "The oven: Hot or not" {
		t.Fatalf("habits of %+v", r.Habits)
	}
	p, l := r.Habits[1].Places, r.Habits[1].Longest
	if !slices.Equal(p.At, []int{4, 1, 0, 0}) || p.Favoured != 1 || p.Asked != 5 || p.Found != 4 || p.Expected != 1.3 || p.Chance != 0.0625 {
		t.Errorf("places %+v", p)
	}
	if l.Asked != 5 || l.Found != 5 || l.Expected != 1.3 || l.Chance != 0.001 {
		t.Errorf("lengths %+v", l)
	}
	if want := "In 5 of 5 questions the right answer is the longest; by chance it would be about 1.3. Chance alone brings this less than once in 100 times: students may learn to guess by it."; l.Says != want {
		t.Errorf("it says %q", l.Says)
	}
}

func TestDaysOfReviewTermsAndLanguages(t *testing.T) {
	r := bread(t)
	if v := r.Reviews; len(v) != 2 || v[0].Title != "The oven" || v[0].When() != "3 days overdue" || v[1].When() != "in 2 days" || v[1].Owner != "The bakers" {
		t.Errorf("reviews %+v", r.Reviews)
	}
	if unused := r.Unused(); !slices.Equal(unused, []string{"unheard"}) || !slices.Equal(r.Terms[0].UsedIn, []string{"dough/yeast.html"}) {
		t.Errorf("terms %+v", r.Terms)
	}
	if l := r.Languages[1]; l.Code != "fr" || l.Files != 4 || !slices.Equal(l.Untranslated, []string{"content/01-dough/index.md", "content/01-dough/02-oven.md", "content/glossary.md"}) {
		t.Errorf("languages %+v", r.Languages)
	}
}

// A program that reads the JSON gets lists where there are lists, empty or not.
func TestTheJSONHasNoNull(t *testing.T) {
	var out strings.Builder
	if err := (report.Report{}).Write(&out, "json"); err != nil {
		t.Fatal(err)
	}
	out.Reset()
	if err := bread(t).Write(&out, "json"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "null") || !json.Valid([]byte(out.String())) {
		t.Error("there is a null in it")
	}
}

func TestTheTextFitsIntoATerminal(t *testing.T) {
	var out strings.Builder
	if err := bread(t).Write(&out, "text"); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(out.String(), "\n") {
		if len([]rune(line)) > 80 || strings.HasSuffix(line, " ") {
			t.Errorf("too long, or ends with a blank: %q", line)
		}
	}
}
