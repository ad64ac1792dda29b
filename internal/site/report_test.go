package site

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/theme"
)

func TestReportWeighsEachPageAndTheCourse(t *testing.T) {
	s := mustBuild(t, full.fs(), Options{})
	r := s.Report(&diag.List{})
	var weighed []string
	for _, p := range r.Pages {
		weighed = append(weighed, p.Path)
		if want := theme.Compressed(s.find(p.Path)); p.Bytes != want {
			t.Errorf("%s: %d bytes, want %d", p.Path, p.Bytes, want)
		}
		parts := 0
		for _, f := range loads(t, s, p.Path) {
			if f != s.Style && f != s.Script {
				parts += theme.Compressed(s.find(f))
			}
		}
		if p.Parts != parts {
			t.Errorf("%s: its parts weigh %d bytes, want %d", p.Path, p.Parts, parts)
		}
	}
	slices.Sort(weighed)
	onDemand := func(page string) bool { return strings.HasPrefix(page, printDir) || strings.HasPrefix(page, reviewDir) }
	if want := slices.DeleteFunc(s.pages(), onDemand); !slices.Equal(weighed, want) {
		t.Errorf("weighed are %q, want %q", weighed, want)
	}
	if !slices.IsSortedFunc(r.Pages, func(a, b Weight) int { return b.Bytes + b.Parts - a.Bytes - a.Parts }) {
		t.Error("the heaviest page is not the first")
	}
	shared := theme.Compressed(s.find(s.Style)) + theme.Compressed(s.find(s.Script))
	if want := (Weight{Path: r.Pages[0].Path, Bytes: r.Pages[0].Bytes + r.Pages[0].Parts + shared}); r.FirstView != want || r.Shared.Bytes != shared {
		t.Errorf("the first view is %+v with %d shared, want %+v with %d", r.FirstView, r.Shared.Bytes, want, shared)
	}
	total := 0
	for _, f := range s.Files {
		total += len(f.Data)
	}
	if r.Course.Bytes != total || r.Lessons != 4 || r.Questions != 3 {
		t.Errorf("the course: %d bytes, %d lessons, %d questions; want %d, 4, 3", r.Course.Bytes, r.Lessons, r.Questions, total)
	}
}

func TestReportNamesTheFiveHeaviestPagesAndInJSONAll(t *testing.T) {
	s := mustBuild(t, full.fs(), Options{})
	r := s.Report(&diag.List{})
	var said strings.Builder
	if err := r.Print(&said); err != nil {
		t.Fatal(err)
	}
	for i, p := range r.Pages {
		if named := strings.Contains(said.String(), " "+p.Path+"\n"); named != (i < 5) {
			t.Errorf("page %d, %s, is named: %v\n%s", i+1, p.Path, named, &said)
		}
	}
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var read struct {
		Pages []struct {
			Path  string
			Bytes int
		}
		Changes struct{ Written *int }
	}
	if err := json.Unmarshal(data, &read); err != nil || len(read.Pages) != len(r.Pages) || read.Pages[0].Bytes != r.Pages[0].Bytes || !strings.Contains(string(data), `"written":`) {
		t.Errorf("the JSON is %s (%v)", data, err)
	}
}

// noise is text that hardly compresses.
func noise(bytes int) string {
	var b strings.Builder
	for state := uint32(1); b.Len() < bytes; {
		for range 8 {
			state = state*1664525 + 1013904223
			b.WriteByte("abcdefghijklmnopqrstuvwxyz"[state>>16%26])
		}
		b.WriteByte(' ')
	}
	return b.String()
}

func TestPageOverTheBudgetIsAWarningThatCanBeSilenced(t *testing.T) {
	course := small.with(files{"content/01-start/02-long.md": "---\ntitle: Long\n---\n" + noise(40_000) + "\n"})
	var d diag.List
	s := Build(course.fs(), Options{}, &d)
	if s == nil {
		t.Fatal(printed(&d))
	}
	if said := printed(&d); strings.Count(said, "[page-heavy]") != 1 || !strings.Contains(said, "content/01-start/02-long.md:1:1: warning: this page weighs "+kilobytes(s.Pages[0].Bytes)) {
		t.Errorf("the messages are\n%s", said)
	}
	var unasked diag.List
	if Build(course.fs(), Options{Unweighed: true}, &unasked); printed(&unasked) != printed(&d) {
		t.Errorf("where nobody asks for weights, the messages are\n%s", printed(&unasked))
	}
	var led diag.List
	if Build(course.fs(), Options{Facilitator: true}, &led); strings.Contains(printed(&led), "page-heavy") {
		t.Errorf("students load no page of the facilitator's edition, and yet\n%s", printed(&led))
	}
	s = mustBuild(t, course.with(files{"site.yaml": "title: A\nsilence: [page-heavy]\n"}).fs(), Options{})
	if s.Silence(&d); d.Count(diag.Warning) != 0 {
		t.Errorf("silenced, the messages are\n%s", printed(&d))
	}
}
