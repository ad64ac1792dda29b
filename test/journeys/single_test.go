package journeys

import (
	"strings"
	"testing"

	"lectern/test/browser"
)

func TestAWrongChoiceIsAnsweredWithItsReason(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, firstLesson), "warm-first")
	q.choose("The milk")
	q.press("Check my answer")

	q.wantSaid("Not yet", "You chose “The milk”. The reason is below.")
	want(t, "reasons", q.reasons(), []string{"Cold milk is fine. It cools the tea a little."})
	want(t, "flags", q.flags(), map[string]string{"The milk": "Your answer"})
	q.wantFocusOn("Try again") // the same button, with its next words
	q.wantButtons("Try again", "Show the answer")
}

func TestTryAgainClearsTheMarksAndNothingElse(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, firstLesson), "warm-first")
	q.choose("The spoon")
	q.press("Check my answer")
	q.press("Try again")

	want(t, "traces of marking", q.traces(), 0)
	want(t, "chosen", q.chosen(), []string{"The spoon"})
	q.wantFocusOn("The spoon")
	q.wantButtons("Check my answer")
}

func TestARightChoiceLeadsOnToTheNextQuestion(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	q := ask(t, tab, "warm-first")
	q.choose("The pot")
	q.press("Check my answer")

	q.wantSaid("Yes, that’s it", "You chose “The pot”. The reason is below.")
	want(t, "reasons", q.reasons(), []string{"A warm pot does not cool the water.", "The water should stay hot while the leaves steep."})
	want(t, "flags", q.flags(), map[string]string{"The pot": "Right"})
	q.wantButtons("Next question")

	q.press("Next question")
	q.wantFocusOn("What goes on the tray?")
	tab.Press("Tab")
	if left := browser.Eval[int](tab, `document.querySelectorAll(".stem[tabindex]").length`); left > 0 {
		t.Error("the stem is still in the order of Tab after the focus has left it")
	}
}

func TestNothingChosenIsAskedForByName(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	q := ask(t, tab, "warm-first")
	q.press("Check my answer")

	const please = "Choose an answer to “What do you warm first?”, then check it."
	want(t, "error", eval[string](q, `form.querySelector(".err").innerText`), please)
	q.wantFocusOn("The milk")
	described := eval[string](q, `form.querySelector("input").getAttribute("aria-describedby")
		.split(" ").map(id => document.getElementById(id).innerText).join(" ")`)
	want(t, "description of the first answer", described, please)
	if above := eval[bool](q, `form.querySelector(".err").nextElementSibling === form.querySelector(".opt")`); !above {
		t.Error("the error does not stand right above the answers")
	}
	q.wantSaid() // the focus has said it
	if loud := browser.Eval[int](tab, `document.querySelectorAll("[role=alert], [aria-live=assertive]").length`); loud > 0 {
		t.Error("something on the page interrupts a screen reader")
	}

	q.choose("The pot")
	q.press("Check my answer")
	want(t, "error marks", eval[int](q, `form.querySelectorAll(".err, [aria-invalid]").length`), 0)
}

func TestTheAnswerIsShownOnlyAfterATry(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	listen(tab)
	q := ask(t, tab, "warm-first")
	q.wantButtons("Check my answer")
	q.choose("The milk")
	q.wantButtons("Check my answer")
	q.press("Check my answer")
	q.press("Show the answer")

	q.wantSaid("The answer is: The pot")
	want(t, "flags", q.flags(), map[string]string{"The milk": "Your answer", "The pot": "Right"})
	want(t, "reasons", q.reasons(), []string{"The water should stay hot while the leaves steep."})
	q.wantFocusOn("Show the answer")
	lastMark(t, tab, 1) // looking is not answering

	q.press("Try again")
	want(t, "traces of the answer", q.traces(), 0)
	want(t, "chosen", q.chosen(), []string{"The milk"})
}

func TestAnotherAnswerTakesTheMarksAway(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, firstLesson), "warm-first")
	for _, first := range []string{"The milk", "The pot"} {
		q.choose(first)
		q.press("Check my answer")
		q.choose("The spoon")
		want(t, "traces of marking after "+first, q.traces(), 0)
		q.wantButtons("Check my answer")
		q.wantFocusOn("The spoon")
	}
}

func TestEveryMarkIsToldToOthers(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	listen(tab)
	q := ask(t, tab, "warm-first")
	milk := eval[string](q, `form.elements.answer[0].value`)
	pot := eval[string](q, `form.elements.answer[1].value`)

	q.press("Check my answer") // nothing chosen: nothing marked
	q.choose("The milk")
	q.press("Check my answer")
	want(t, "first mark", lastMark(t, tab, 1),
		marked{ID: "warm-first", Score: 0, Max: 1, Tries: 1, Response: map[string][]string{"answer": {milk}}})
	q.choose("The pot")
	q.press("Check my answer")
	want(t, "second mark", lastMark(t, tab, 2),
		marked{ID: "warm-first", Score: 1, Max: 1, Tries: 2, Response: map[string][]string{"answer": {pot}}})
}

func TestTheLastQuestionLeadsToTheNextLesson(t *testing.T) {
	tab := read(t, browser.Look{}, marksLesson)
	q := ask(t, tab, "cafe")
	q.write("café")
	q.press("Check my answer")
	q.wantButtons("Carry on")
	q.press("Carry on")
	q.wantFocusOn("Next A loaf of bread")
}

func TestTheLastQuestionOfTheCourseLeadsHome(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, "end/the-last-sip.html"), "last-sip")
	q.choose("Home")
	q.press("Check my answer")
	q.press("Carry on")
	q.wantFocusOn("Next Course home")
}

func TestAnAnswerInQuotesIsQuotedOnce(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, lastLesson), "dough")
	q.choose("“It sleeps.”")
	q.press("Check my answer")
	if said := strings.Join(q.said(), " "); strings.Contains(said, "““") || strings.Contains(said, "””") {
		t.Errorf("says %q", said)
	}
}

func TestAfterTheLastTryTheAnswerFollows(t *testing.T) {
	tab := read(t, browser.Look{}, marksLesson)
	listen(tab)
	q := ask(t, tab, "handle")
	left := func() string { return eval[string](q, `form.innerText.match(/Tries left: \d+/)?.[0] ?? ""`) }
	want(t, "at first", left(), "Tries left: 2")
	q.choose("Hide it")
	q.press("Check my answer")
	want(t, "after one", left(), "Tries left: 1")
	q.press("Try again")
	q.choose("Throw it away")
	q.press("Check my answer")

	q.wantSaid("Not yet", "You chose “Throw it away”. The reason is below.", "The answer is: Ask whose it is")
	q.wantButtons("Next question")
	q.wantFocusOn("Next question")
	want(t, "tries told", lastMark(t, tab, 2).Tries, 2)
	if gone := eval[int](q, `form.querySelectorAll(":disabled").length`); gone > 0 {
		t.Error("an answer can no longer be reached to be read")
	}
	q.choose("Ask whose it is")
	want(t, "chosen after the last try", q.chosen(), []string{"Throw it away"})
	tab.Press("ArrowDown")
	want(t, "chosen by arrow after the last try", q.chosen(), []string{"Throw it away"})
}
