package journeys

import (
	"testing"

	"lectern/test/browser"
)

const measuresLesson = "measures/how-much.html"

func TestATypedNumberIsRightNearASlipOrOutOfRange(t *testing.T) {
	for name, c := range map[string]struct {
		typed   string
		said    []string
		reasons []string
		score   float64
		buttons []string
	}{
		"right": {"45", []string{"Yes, that’s it", "You wrote “45”. The reason is below."},
			[]string{"The crust is brown then.", "A loaf is thick."}, 2, []string{"Next question"}},
		"right with its unit and a decimal comma": {"40,5 Min.", []string{"Yes, that’s it", "You wrote “40,5 Min.”. The reason is below."},
			[]string{"The crust is brown then.", "A loaf is thick."}, 2, []string{"Next question"}},
		"near": {"50.5", []string{"Partly there", "You wrote “50.5”. The reason is below."},
			[]string{"Near. Look at the crust."}, 1, []string{"Try again", "Show the answer"}},
		"a slip": {"5 min", []string{"Not yet", "You wrote “5 min”. The reason is below."},
			[]string{"That is a biscuit."}, 0, []string{"Try again", "Show the answer"}},
		"out of range": {"300", []string{"Not yet", "You wrote “300”."}, []string{}, 0, []string{"Try again", "Show the answer"}},
		"a wrong unit": {"45 h", []string{"Not yet", "You wrote “45 h”."}, []string{}, 0, []string{"Try again", "Show the answer"}},
	} {
		t.Run(name, func(t *testing.T) {
			tab := read(t, browser.Look{}, measuresLesson)
			listen(tab)
			q := ask(t, tab, "bake")
			q.write(c.typed)
			q.press("Check my answer")

			q.wantButtons(c.buttons...)
			q.wantFocusOn(c.buttons[0])
			q.wantSaid(c.said...)
			want(t, "reasons", q.reasons(), c.reasons)
			want(t, "mark", lastMark(t, tab, 1),
				marked{ID: "bake", Score: c.score, Max: 2, Tries: 1, Response: map[string][]string{"answer": {c.typed}}})
		})
	}
}

func TestWhatIsNoNumberIsAskedForAgain(t *testing.T) {
	for _, typed := range []string{"", "forty", "0x2d", "1e3", "4,500.5"} {
		t.Run(typed, func(t *testing.T) {
			tab := read(t, browser.Look{}, measuresLesson)
			listen(tab)
			q := ask(t, tab, "bake")
			q.write(typed)
			q.press("Check my answer")
			want(t, "error", eval[string](q, `form.querySelector(".err").innerText`),
				"Type only a number, in digits, to answer “How long does a loaf bake?”, then check it.")
			q.wantFocusOn("How long does a loaf bake?")
			q.wantSaid()
			want(t, "marks told", browser.Eval[int](tab, `heard.length`), 0)
		})
	}
}

func TestShowTheAnswerReadsARangeInWords(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, measuresLesson), "bake")
	q.write("300")
	q.press("Check my answer")
	q.press("Show the answer")
	q.wantSaid("The answer is: 40 to 50 min")
	q.wantFocusOn("Show the answer")
}

func TestTheLastTryTellsTheNumber(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, measuresLesson), "flour")
	q.write("1 349")
	q.press("Check my answer")
	q.press("Try again")
	q.write("1651")
	q.press("Check my answer")
	want(t, "said last", q.said()[2], "The answer is: 1500 ± 10%")
}

// The keys for decimals have no minus on some phones.
func TestPhonesOfferTheKeysANumberNeeds(t *testing.T) {
	tab := read(t, browser.Look{}, measuresLesson)
	for id, mode := range map[string]string{"bake": "decimal", "flour": "decimal", "freezer": ""} {
		want(t, id, eval[string](ask(t, tab, id), `form.elements.answer.inputMode`), mode)
	}
}

func TestANumberByKeyboardAlone(t *testing.T) {
	k := keyboard{t, read(t, browser.Look{}, measuresLesson)}
	q := ask(t, k.tab, "bake")
	k.tabTo("How long does a loaf bake?")
	k.press("Enter") // nothing typed
	k.wantFocusOn("How long does a loaf bake?")
	k.tab.Type("300")
	k.tabTo("Check my answer")
	k.press("Enter")
	want(t, "verdict", q.said()[0], "Not yet")
	k.tabTo("Show the answer")
	k.press("Space")
	k.wantFocusOn("Show the answer")
	k.press("Shift+Tab", "Enter")
	k.wantFocusOn("How long does a loaf bake?")
	k.press("Control+a")
	k.tab.Type("45")
	k.press("Enter")
	want(t, "verdict", q.said()[0], "Yes, that’s it")
}
