package test

import (
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

const kilobyte = 1000

// What a student on a slow, metered line pays for the first lesson, and for each one after it: in each language of the
// course, because some say the same in more words.
func TestFirstViewBudgets(t *testing.T) {
	course := website.Course(t)
	host := website.Serve(t, course.Dir)
	tab := browser.Open(t, browser.Look{Width: 360})
	for _, folder := range []string{"", "fr/"} {
		var kept []string
		for _, lesson := range course.Lessons(t) {
			tab.Visit(host.URL + folder + lesson)
			asked := tab.Asked()
			first, next := host.Weigh(t, course.Dir, asked, nil), host.Weigh(t, course.Dir, asked, kept)
			t.Logf("%s%s: %s; after the others %d", folder, lesson, first, next.WithoutFonts())
			if kept == nil {
				checkFirstLesson(t, folder+lesson, first)
			}
			// Somebody may come to any lesson first.
			if text := first.HTML + first.CSS + first.JS; text > 24*kilobyte {
				t.Errorf("%s%s at a first visit: %d bytes, %d too many", folder, lesson, text, text-24*kilobyte)
			}
			if more := next.WithoutFonts(); kept != nil && more > 8*kilobyte {
				t.Errorf("%s%s after the others: %d bytes more, %d too many", folder, lesson, more, more-8*kilobyte)
			}
			kept = append(kept, asked...)
		}
	}
}

func checkFirstLesson(t *testing.T, lesson string, first website.Weight) {
	t.Helper()
	if first.Fonts == 0 {
		t.Errorf("%s loads no fonts: this says nothing about their weight; run `make test` with npm at hand", lesson)
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
			t.Errorf("%s, the first lesson, %s: %d bytes, %d too many", lesson, budget.what, budget.have, budget.have-budget.max)
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
