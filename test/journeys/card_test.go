package journeys

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"lectern/test/browser"
)

func (q question) sees(words string) bool {
	q.t.Helper()
	return strings.Contains(eval[string](q, `form.innerText`), words)
}

func (q question) turn() {
	q.t.Helper()
	q.tab.Click(q.selector() + " .turn")
}

func TestACardIsTurnedAndTheStudentSays(t *testing.T) {
	for name, c := range map[string]struct {
		say     string
		said    []string
		score   float64
		reasons []string
		buttons []string
	}{
		"knew": {"I knew it", []string{"Yes, that’s it", "You knew it."}, 1, []string{"Three feet never wobble."}, []string{"Show the back", "Carry on"}},
		"not yet": {"Not yet", []string{"Not yet", "Read the back once more. It comes more easily each time."}, 0, []string{},
			[]string{"Show the back", "Try again"}},
	} {
		t.Run(name, func(t *testing.T) {
			tab := read(t, browser.Look{}, stepsLesson)
			listen(tab)
			q := ask(t, tab, "trivet")
			q.wantButtons("Show the back")
			want(t, "the back before the turn", q.sees("A stand for a hot pot."), false)
			q.turn()
			want(t, "the back after the turn", q.sees("A stand for a hot pot."), true)
			q.wantFocusOn("Show the back")
			q.choose(c.say)
			q.press("Done with this card")

			q.wantSaid(c.said...)
			q.wantButtons(c.buttons...)
			q.wantFocusOn(c.buttons[1])
			want(t, "reasons", q.reasons(), c.reasons)
			want(t, "score", lastMark(t, tab, 1).Score, c.score)
		})
	}
}

func TestACardAsksWhetherItWasKnown(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, stepsLesson), "trivet")
	q.turn()
	q.press("Done with this card")
	want(t, "error", eval[string](q, `form.querySelector(".err").innerText`), "Say whether you knew “What is a trivet?”, then go on.")
	q.wantFocusOn("I knew it")
	q.wantSaid()
}

func TestACardByKeyboardAlone(t *testing.T) {
	for _, look := range []browser.Look{{}, {Width: 320, Height: 640, Dark: true}} {
		t.Run(look.String(), func(t *testing.T) {
			k := keyboard{t, read(t, look, stepsLesson)}
			q := ask(t, k.tab, "trivet")
			k.tabTo("Show the back")
			k.press("Enter")
			k.tabTo("I knew it")
			k.press("ArrowDown")
			k.wantFocusOn("Not yet")
			k.tabTo("Done with this card")
			k.press("Enter")
			k.wantFocusOn("Try again")
			k.press("Enter")
			k.wantFocusOn("Show the back")
			want(t, "the back on trying again", q.sees("A stand for a hot pot."), false)
			q.wantButtons("Show the back")
		})
	}
}

// inStates brings the questions of the lesson with steps and cards into each of their states.
func inStates(t *testing.T, look browser.Look, see func(tab *browser.Page, state string)) {
	t.Helper()
	tab := read(t, look, stepsLesson)
	at := tab.Location()
	for _, state := range []string{"fresh", "partly", "right", "shown", "asked"} {
		anew(tab, at)
		steps, card := ask(t, tab, "make-tea"), ask(t, tab, "trivet")
		switch state {
		case "partly":
			steps.arrange("Wait", "Boil the water", "Warm the pot", "Add the leaves", "Pour the water")
			steps.press("Check my answer")
			card.turn()
			card.choose("Not yet")
			card.press("Done with this card")
		case "right":
			steps.arrange(teaSteps...)
			steps.press("Check my answer")
			card.turn()
			card.choose("I knew it")
			card.press("Done with this card")
		case "shown":
			steps.press("Check my answer")
			steps.press("Show the answer")
		case "asked":
			card.turn()
			card.press("Done with this card")
		}
		see(tab, state)
	}
}

func TestStepsAndCardsAreAccessibleAndNarrowInEveryState(t *testing.T) {
	browser.Chromium.Only(t, axeOnce)
	inStates(t, browser.Look{ReducedMotion: true}, func(tab *browser.Page, state string) {
		for _, look := range []browser.Look{{}, {Dark: true}, {Width: 320}, {Width: 320, ForcedColours: true}, {Height: 1024, Zoom: 400}} {
			look.ReducedMotion = true
			tab.Change(look)
			tab.WantNoFindings(state + ", " + look.String())
			if wide := tab.Sideways(); wide != "" {
				t.Errorf("%s, %s: %s", state, look, wide)
			}
			tab.Screenshot("steps-and-cards/" + state + "-" + strings.ReplaceAll(look.String(), " ", "-"))
		}
	})
}

func TestStepsAndCardsPrintTheSameInEveryState(t *testing.T) {
	var fresh []byte
	inStates(t, screen, func(tab *browser.Page, state string) {
		tab.Change(paper)
		sheet := tab.Picture()
		if fresh == nil {
			fresh = sheet
		}
		shot := tab.Screenshot("print/steps-and-cards-" + state)
		if !bytes.Equal(sheet, fresh) {
			t.Errorf("the state %q is on the paper: see %s", state, shot)
		}
		tab.Change(screen)
	})
}

func TestStepsAndCardsWithoutScript(t *testing.T) {
	tab := read(t, browser.Look{ScriptOff: true}, stepsLesson)
	for id, answers := range map[string][]string{
		"make-tea": {"Boil the water", "Nothing else takes as long.", "Heat makes the tea."},
		"trivet":   {"A stand for a hot pot.", "It has three feet.", "Three feet never wobble."},
	} {
		q := ask(t, tab, id)
		want(t, "controls that do nothing", eval[int](q, `[...form.querySelectorAll("button, input:not([type=hidden])")].filter(e => e.checkVisibility()).length`), 0)
		tab.Click(q.selector() + " .answer summary")
		if !slices.ContainsFunc(answers, q.sees) {
			t.Errorf("%s: nothing is said", id)
		}
		for _, words := range answers {
			want(t, words, q.sees(words), true)
		}
	}
	want(t, "steps in the answer", eval[[]string](ask(t, tab, "make-tea"), `[...form.querySelectorAll(".answers .words")].map(w => w.innerText)`), teaSteps)
}
