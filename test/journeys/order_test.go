package journeys

import (
	"testing"

	"lectern/test/browser"
)

const stepsLesson = "turns/steps-and-cards.html"

// steps are the words of the steps as they stand now.
func (q question) steps() []string {
	q.t.Helper()
	return eval[[]string](q, `[...form.querySelectorAll(".step")].map(s => s.innerText)`)
}

// move presses a step's button, which a screen reader calls by this name.
func (q question) move(name string) {
	q.t.Helper()
	q.click(".moves button", eval[[]string](q, `[...form.querySelectorAll(".moves button")].map(b => b.ariaLabel)`), name)
}

// arrange brings the steps into this order, with the buttons alone.
func (q question) arrange(words ...string) {
	q.t.Helper()
	for place, w := range words {
		for range words {
			if q.steps()[place] == w {
				break
			}
			q.move("Move up: " + w)
		}
	}
	want(q.t, "steps", q.steps(), words)
}

var teaSteps = []string{"Boil the water", "Warm the pot", "Add the leaves", "Pour the water", "Wait"}

func TestStepsAreMarkedByTheLongestRunInOrder(t *testing.T) {
	for name, c := range map[string]struct {
		order []string
		said  []string
		flags map[string]string
		score float64
	}{
		"right": {teaSteps, []string{"Yes, that’s it", "5 of 5 in order."}, nil, 1},
		"partly": {[]string{"Wait", "Boil the water", "Warm the pot", "Add the leaves", "Pour the water"},
			[]string{"Partly there", "4 of 5 in order."}, map[string]string{"Wait": "Move this one"}, 0.75},
		"wrong": {[]string{"Wait", "Pour the water", "Add the leaves", "Warm the pot", "Boil the water"},
			[]string{"Not yet", "0 of 5 in order."}, map[string]string{}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			tab := read(t, browser.Look{}, stepsLesson)
			listen(tab)
			q := ask(t, tab, "make-tea")
			q.arrange(c.order...)
			q.press("Check my answer")

			want(t, "said", q.said(), c.said)
			if mark := lastMark(t, tab, 1); mark.Score != c.score || len(mark.Response["answer"]) != 5 {
				t.Errorf("the mark is %+v", mark)
			}
			flags := eval[map[string]string](q, `Object.fromEntries([...form.querySelectorAll(".slot")].filter(s => s.querySelector(".mark"))
				.map(s => [s.querySelector(".step").innerText, s.querySelector(".mark").innerText]))`)
			for _, step := range teaSteps {
				expected := c.flags[step]
				if expected == "" && c.score > 0 {
					expected = "In order"
				}
				want(t, step, flags[step], expected)
			}
			want(t, "reason", eval[string](q, `[...form.querySelectorAll(".order > li")]
				.find(li => li.innerText.includes("Warm the pot")).querySelector(".option-why").innerText`),
				"Cold stone takes the heat out of the water.")
		})
	}
}

func TestAFirstOrderIsNeverTheRightOne(t *testing.T) {
	tab := read(t, browser.Look{}, stepsLesson)
	for id, right := range map[string][]string{"make-tea": teaSteps, "lay-table": {"Clear it", "Wipe it", "Lay it"}} {
		q := ask(t, tab, id)
		q.press("Check my answer")
		if first := q.steps(); len(first) != len(right) || q.said()[0] == "Yes, that’s it" {
			t.Errorf("%s begins with %q: %q", id, first, q.said())
		}
	}
}

func TestTheAnswerIsShownInItsOrderAndTryingAgainKeepsOnesOwn(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, stepsLesson), "make-tea")
	own := []string{"Wait", "Boil the water", "Add the leaves", "Warm the pot", "Pour the water"}
	q.arrange(own...)
	q.press("Check my answer")
	q.wantButtons(append(emptied(10), "Try again", "Show the answer")...)
	q.press("Show the answer")
	want(t, "shown", q.steps(), teaSteps)
	q.wantSaid("The answer is: 1. Boil the water; 2. Warm the pot; 3. Add the leaves; 4. Pour the water; 5. Wait")
	q.wantFocusOn("Show the answer")
	q.press("Try again")
	want(t, "own order", q.steps(), own)
	q.wantFocusOn("Move down: Wait")
	want(t, "traces of marking", q.traces(), 0)
}

// emptied are the words that can be seen on buttons with a drawing only.
func emptied(n int) []string { return make([]string, n) }

func TestAfterMovingAStepNothingIsLeftOfTheMark(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, stepsLesson), "make-tea")
	q.arrange(teaSteps...)
	q.press("Check my answer")
	q.move("Move down: Boil the water")
	want(t, "announced", q.whispered(), []string{"Boil the water, now step 2 of 5"})
	want(t, "traces of marking", q.traces(), 0)
}

func TestAfterTheLastTryNoStepMoves(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, stepsLesson), "lay-table")
	q.arrange("Lay it", "Wipe it", "Clear it")
	q.press("Check my answer")
	q.wantSaid("Not yet", "0 of 3 in order.", "The answer is: 1. Clear it; 2. Wipe it; 3. Lay it")
	right := []string{"Clear it", "Wipe it", "Lay it"}
	want(t, "the right order", q.steps(), right)
	q.move("Move down: Clear it")
	want(t, "after the last try", q.steps(), right)
}

func TestStepsByKeyboardAlone(t *testing.T) {
	for _, look := range []browser.Look{{}, {Width: 320, Height: 640, ForcedColours: true}} {
		t.Run(look.String(), func(t *testing.T) {
			k := keyboard{t, read(t, look, stepsLesson)}
			q := ask(t, k.tab, "make-tea")
			q.arrange("Warm the pot", "Add the leaves", "Pour the water", "Wait", "Boil the water")
			k.tab.Visit(k.tab.Location())
			last := q.steps()[4]
			up := "Move up: " + last
			k.tabTo(up)
			for _, place := range []string{"4", "3", "2", "1"} {
				k.press("Enter")
				want(t, "announced", q.whispered(), []string{last + ", now step " + place + " of 5"})
				k.wantFocusOn(up)
			}
			before := q.steps()
			k.press("Space") // at the top, the button says nothing and does nothing
			want(t, "steps", q.steps(), before)
			k.wantFocusOn(up)
			want(t, "at the end", browser.Eval[string](k.tab, `document.activeElement.ariaDisabled`), "true")
			k.tabTo("Check my answer")
			k.press("Enter")
			k.tabTo("Show the answer")
			k.press("Enter")
			k.wantFocusOn("Show the answer")
			want(t, "shown", q.steps(), teaSteps)
		})
	}
}
