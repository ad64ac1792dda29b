package test

import (
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

const kilobyte = 1000

// What a student on a slow, metered line pays for the first lesson, and for each one after it.
func TestFirstViewBudgets(t *testing.T) {
	course := website.Course(t)
	host := website.Serve(t, course.Dir)
	lessons := course.Lessons(t)
	tab := browser.Open(t, browser.Look{Width: 360})

	tab.Visit(host.URL + lessons[0])
	kept := tab.Asked()
	first := host.Weigh(t, course.Dir, kept, nil)
	t.Logf("%s: %s", lessons[0], first)
	if first.Fonts == 0 {
		t.Error("the first lesson loads no fonts: this says nothing about their weight; run `make test` with npm at hand")
	}
	for _, budget := range []struct {
		what      string
		have, max int
	}{
		{"with fonts", first.Total(), 100 * kilobyte},
		{"without fonts", first.WithoutFonts(), 24 * kilobyte},
		{"CSS", first.CSS, 6 * kilobyte},
		{"JS", first.JS, 10 * kilobyte},
	} {
		if budget.have > budget.max {
			t.Errorf("the first lesson, %s: %d bytes, %d too many", budget.what, budget.have, budget.have-budget.max)
		}
	}

	for _, lesson := range lessons[1:] {
		tab.Visit(host.URL + lesson)
		asked := tab.Asked()
		next := host.Weigh(t, course.Dir, asked, kept)
		kept = append(kept, asked...)
		t.Logf("%s: %s", lesson, next)
		if more := next.WithoutFonts(); more > 8*kilobyte {
			t.Errorf("%s: %d bytes more, %d too many", lesson, more, more-8*kilobyte)
		}
	}
}

// Who opens one of these first, with nothing kept, pays for no lesson of the course.
func TestPagesAboutProgressAreWithinAFirstView(t *testing.T) {
	course := website.Course(t)
	host := website.Serve(t, course.Dir)
	tab := browser.Open(t, browser.Look{Width: 360})
	for _, page := range []string{"results.html", "progress.html", "review.html"} {
		tab.Visit(host.URL + page)
		weight := host.Weigh(t, course.Dir, tab.Asked(), nil)
		t.Logf("%s: %s", page, weight)
		if weight.WithoutFonts() > 24*kilobyte {
			t.Errorf("%s: %d bytes, %d too many", page, weight.WithoutFonts(), weight.WithoutFonts()-24*kilobyte)
		}
	}
}
