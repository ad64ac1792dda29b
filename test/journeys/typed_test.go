package journeys

import (
	"testing"

	"lectern/test/browser"
)

func TestATypedAnswerIsRightNearASlipOrUnforeseen(t *testing.T) {
	for name, c := range map[string]struct {
		typed   string
		said    []string
		reasons []string
		score   float64
		buttons []string
	}{
		"right": {"tea cosy", []string{"Yes, that’s it", "You wrote “tea cosy”. The reason is below."},
			[]string{"Yes, or cozy with a z.", "A cosy keeps the heat in."}, 1, []string{"Next question"}},
		"right but for capitals, spaces and a full stop": {"  Tea   COZY. ", []string{"Yes, that’s it", "You wrote “Tea   COZY.”."},
			[]string{"A cosy keeps the heat in."}, 1, []string{"Next question"}},
		"near": {"cosy", []string{"Partly there", "You wrote “cosy”. The reason is below."},
			[]string{"Close. What kind of cosy?"}, 0.5, []string{"Try again", "Show the answer", "Count mine as right"}},
		"a slip": {"hat", []string{"Not yet", "You wrote “hat”. The reason is below."},
			[]string{"It looks like one. It has a name of its own."}, 0, []string{"Try again", "Show the answer", "Count mine as right"}},
		"unforeseen": {"<b>jumper</b>", []string{"Not yet", "You wrote “<b>jumper</b>”."},
			[]string{}, 0, []string{"Try again", "Show the answer", "Count mine as right"}},
	} {
		t.Run(name, func(t *testing.T) {
			tab := read(t, browser.Look{}, firstLesson)
			listen(tab)
			q := ask(t, tab, "cover")
			q.write(c.typed)
			q.press("Check my answer")

			q.wantButtons(c.buttons...)
			q.wantFocusOn(c.buttons[0])
			want(t, "reasons", q.reasons(), c.reasons)
			want(t, "mark", lastMark(t, tab, 1),
				marked{ID: "cover", Score: c.score, Max: 1, Tries: 1, Response: map[string][]string{"answer": {c.typed}}})
			// White space within a line cannot be seen.
			want(t, "said", eval[[]string](q, `[...form.querySelectorAll("[role=status] > *")].map(e => e.textContent)`), c.said)
		})
	}
}

func TestEnterInATypedAnswerChecksIt(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	at := tab.Location()
	q := ask(t, tab, "cover")
	q.write("hat")
	tab.Press("Enter")
	want(t, "verdict", q.said()[0], "Not yet")
	want(t, "address", tab.Location(), at)
}

func TestNothingTypedIsAskedForByName(t *testing.T) {
	for name, typed := range map[string]string{"empty": "", "blanks": "   "} {
		t.Run(name, func(t *testing.T) {
			q := ask(t, read(t, browser.Look{}, firstLesson), "cover")
			q.write(typed)
			q.press("Check my answer")
			want(t, "error", eval[string](q, `form.querySelector(".err").innerText`),
				"Type an answer to “What do we call the cover that keeps a pot warm?”, then check it.")
			q.wantFocusOn("What do we call the cover that keeps a pot warm?")
			q.wantSaid()
		})
	}
}

func TestTryAgainKeepsWhatWasTyped(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, firstLesson), "cover")
	q.write("hat")
	q.press("Check my answer")
	q.press("Try again")
	want(t, "typed", eval[string](q, `form.elements.answer.value`), "hat")
	q.wantFocusOn("What do we call the cover that keeps a pot warm?")
	want(t, "traces", q.traces(), 0)
}

func TestTypingOnTakesTheMarksAway(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	q := ask(t, tab, "cover")
	q.write("cosy")
	q.press("Check my answer")
	tab.Click(q.selector() + " .field")
	tab.Type("x")
	want(t, "traces", q.traces(), 0)
	q.wantButtons("Check my answer")
}

func TestShowTheAnswerNamesEveryAcceptedWording(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, firstLesson), "cover")
	q.write("jumper")
	q.press("Check my answer")
	q.press("Show the answer")
	q.wantSaid("The answer is: tea cosy; tea cozy")
	q.wantFocusOn("Show the answer")
}

func TestAStudentMayCountATypedAnswerAsRight(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	listen(tab)
	q := ask(t, tab, "cover")
	q.write("pot warmer")
	q.press("Check my answer")
	q.press("Count mine as right")

	want(t, "said first", q.said()[0], "Counted as right. You know best what you meant.")
	want(t, "score", lastMark(t, tab, 2).Score, 1)
	want(t, "tries", lastMark(t, tab, 2).Tries, 1)
	q.wantFocusOn("Count mine as right")
	q.press("Count mine as right") // twice is not twice as right
	lastMark(t, tab, 2)
	q.press("Next question")
	q.wantFocusOn("How would you welcome someone to the table?")
}

func TestAccentsMayBeLeftOutWhereTheAuthorSaysSo(t *testing.T) {
	for _, typed := range []string{"cafe", "CAFÉ", "cafe\u0301"} {
		q := ask(t, read(t, browser.Look{}, marksLesson), "cafe")
		q.write(typed)
		q.press("Check my answer")
		want(t, typed, q.said()[0], "Yes, that’s it")
	}
}
