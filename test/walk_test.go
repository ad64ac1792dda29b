package test

import (
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// doesWith is which key a student presses when Tab has led somewhere, if any; or that they are at the next lesson, or out
// of the page.
const doesWith = `(() => {
	const e = document.activeElement, says = e.textContent.trim();
	if (e === document.body) return "out";
	if (e.rel === "next") return "on";
	if (e.matches("input[type=radio], input[type=checkbox]")) return e.checked ? "" : "Space";
	if (e.matches("select")) return e.selectedIndex > 0 ? "" : "ArrowDown";
	if (e.matches("form input, form textarea")) return e.value ? "" : "4";
	if (e.matches("form a:not([rel])")) return e.closest("form").dataset.kind === "scenario" ? "Enter" : "";
	return e.matches("form button") && e.getAttribute("aria-expanded") !== "true" && /^(Check my answer|Show the|Done with)/.test(says) ? "Enter" : "";
})()`

// A student without a mouse goes from the first page through every lesson, tries each question, has the answer shown
// when it was not right, and is done with the course.
func TestTheWholeCourseIsDoneByKeyboardAlone(t *testing.T) {
	site := website.Course(t)
	lessons := site.Lessons(t)
	tab := browser.Open(t, browser.Look{Width: 390, Height: 800})
	tab.Visit(website.Serve(t, site.Dir).URL + "index.html")
	for !strings.HasPrefix(tab.FocusedText(), "Start: ") {
		tab.Press("Tab")
	}
	tab.FollowBy("Enter")
	for range len(lessons) - 1 {
		work(t, tab)
		tab.FollowBy("Enter")
	}
	work(t, tab)
	undone := browser.Eval[[]string](tab, `[...document.querySelectorAll(".side li")].filter(li => li.dataset.lesson !== undefined
		&& li.dataset.state !== "done").map(li => li.textContent)`)
	if len(undone) > 0 {
		t.Errorf("not done: %q", undone)
	}
}

// work does a lesson, until Tab leads to the next one or out of the page.
func work(t *testing.T, tab *browser.Page) {
	t.Helper()
	at := tab.Location()
	for range 300 {
		tab.Press("Tab")
		key := browser.Eval[string](tab, doesWith)
		if key == "out" {
			return
		}
		if lost := tab.LostFocus(); lost != "" {
			t.Errorf("%s: %s", at, lost)
		}
		if key == "on" {
			return
		}
		if key != "" {
			tab.Press(key)
		}
	}
	t.Fatalf("%s: Tab does not lead out of the lesson", at)
}
