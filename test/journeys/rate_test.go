package journeys

import (
	"bytes"
	"testing"

	"lectern/test/browser"
)

func TestRatingIsNotMarkedAndOpensItsReason(t *testing.T) {
	tab := read(t, browser.Look{}, measuresLesson)
	listen(tab)
	q := ask(t, tab, "baking")
	q.wantButtons("Read why this matters")
	q.choose("A little") // of the first statement
	want(t, "chosen", q.chosen(), []string{"A little"})
	want(t, "groups", eval[[]string](q, `[...form.querySelectorAll("legend")].map(l => l.innerText)`), []string{
		"How does baking go for you?", "I wait until the dough has risen.",
		"I know how a loaf sounds when it is done, and I knock on it before I take it out of the oven.",
	})
	q.press("Read why this matters")
	want(t, "said", eval[string](q, `form.querySelector("[role=status]").innerText`), "The text is open now.")
	if !eval[bool](q, `form.querySelector(".explanation").checkVisibility()`) {
		t.Error("the reason does not open")
	}
	q.wantFocusOn("Read why this matters")
	want(t, "chosen", q.chosen(), []string{"A little"})
	want(t, "marks told", browser.Eval[int](tab, `heard.length`), 0)
}

func TestRatingWithoutAReasonHasNoButton(t *testing.T) {
	ask(t, read(t, browser.Look{}, measuresLesson), "often").wantButtons()
}

func TestStatementsAreRatedByKeyboardAlone(t *testing.T) {
	k := keyboard{t, read(t, browser.Look{}, measuresLesson)}
	q := ask(t, k.tab, "baking")
	k.tabTo("Not yet")
	k.press("Space", "ArrowDown")
	k.press("Tab") // to the second statement
	k.wantFocusOn("Not yet")
	k.press("ArrowUp") // around to the last point
	want(t, "chosen", q.chosen(), []string{"A little", "Yes"})
	k.tabTo("Read why this matters")
	k.press("Enter")
	k.wantFocusOn("Read why this matters")
}

// measured brings the lesson's questions into the state that most is drawn in.
func measured(t *testing.T, tab *browser.Page, typed string) {
	for _, id := range []string{"bake", "flour", "freezer"} {
		q := ask(t, tab, id)
		q.write(typed)
		q.press("Check my answer")
	}
	ask(t, tab, "baking").choose("A little")
	ask(t, tab, "often").choose("Almost never")
	ask(t, tab, "baking").press("Read why this matters")
}

func TestMeasuresAreAccessibleAndFitInEveryState(t *testing.T) {
	browser.Chromium.Only(t, axeOnce)
	for state, typed := range map[string]string{"blank": "", "not-yet": "299", "partly": "51", "right": "45"} {
		tab := read(t, browser.Look{}, measuresLesson)
		measured(t, tab, typed)
		for _, look := range []browser.Look{{Width: 1280}, {Dark: true}, {Width: 320}, {Width: 320, Dark: true}, {Width: 320, ForcedColours: true}} {
			tab.Change(look)
			tab.WantNoFindings(state + ", " + look.String())
			if wide := tab.Sideways(); wide != "" {
				t.Errorf("%s, %s: %s", state, look, wide)
			}
			tab.Screenshot("questions/measures-" + state + "-" + look.String())
		}
	}
}

func TestMeasuredQuestionsPrintLikeFreshOnes(t *testing.T) {
	tab := read(t, screen, measuresLesson)
	tab.Change(paper)
	fresh := tab.Picture()
	tab.Screenshot("print/measures")
	tab.Change(screen)
	measured(t, tab, "51")
	tab.Change(paper)
	if !bytes.Equal(tab.Picture(), fresh) {
		t.Errorf("what was answered is on the paper: see %s", tab.Screenshot("print/measures-answered"))
	}
}
