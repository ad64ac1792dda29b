package journeys

import (
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

const waysLesson = "ways/which-way.html"

// choicesInView are the links one can follow from where one stands.
const choicesInView = "[data-scene]:not([hidden]) > .ways:not([hidden]) a"

// wayOn follows the choice with these words.
func (q question) wayOn(words string) {
	q.t.Helper()
	q.click(choicesInView, eval[[]string](q, `[...form.querySelectorAll("`+choicesInView+`")].map(a => a.innerText)`), words)
}

// scene is the name of the step one stands at; the opening has none.
func (q question) scene() string {
	q.t.Helper()
	return strings.Join(eval[[]string](q, `[...form.querySelectorAll(".scene")].filter(s => s.checkVisibility()).map(s => s.querySelector("h4").innerText)`), ", ")
}

// trail is what has happened so far, a line for each paragraph.
func (q question) trail() []string {
	q.t.Helper()
	return eval[[]string](q, `[...form.querySelectorAll(".trail p")].filter(p => p.checkVisibility()).map(p => p.innerText)`)
}

func TestAScenarioGoesOnAsOneChooses(t *testing.T) {
	tab := read(t, browser.Look{}, waysLesson)
	listen(tab)
	q := ask(t, tab, "guest")
	want(t, "scene at first", q.scene(), "")
	q.wantButtons()
	q.wayOn("Offer a chair")
	want(t, "scene", q.scene(), "Chair")
	q.wantFocusOn("Chair")
	want(t, "feedback", q.sees("A guest who sits is a guest who stays."), true)
	want(t, "choices of the opening", q.sees("Ask how long they want to stay"), false)
	want(t, "trail", q.trail(), []string{"You chose: Offer a chair"})
	q.wantButtons("One step back", "Start again")
	q.wayOn("Put the kettle on")
	want(t, "feedback", q.sees("The guest was hoping for that."), true)
	want(t, "trail", q.trail(), []string{"You chose: Offer a chair", "Chair", "A guest who sits is a guest who stays.",
		"The guest sits down and looks at the cups.", "You chose: Put the kettle on"})
	q.wayOn("Pour")

	q.wantFocusOn("Tea")
	q.wantSaid("Yes, that’s it", "1 of 3 endings seen. There are other ways through.")
	want(t, "reasons", q.reasons(), []string{"Warmth comes before questions."})
	mark := lastMark(t, tab, 1)
	if mark.Score != 2 || mark.Max != 2 || len(mark.Response["step"]) != 3 {
		t.Errorf("the mark is %+v", mark)
	}
	q.wantButtons("One step back", "Start again", "Next question")
}

func TestAScenarioIsTriedAnotherWay(t *testing.T) {
	tab := read(t, browser.Look{}, waysLesson)
	listen(tab)
	q := ask(t, tab, "guest")
	q.wayOn("Ask how long they want to stay")
	q.wantSaid("Not yet", "1 of 3 endings seen. There are other ways through.")
	q.wantButtons("One step back", "Start again", "Try another way")
	q.press("Try another way")
	q.wantFocusOn("A guest comes in from the rain")
	want(t, "trail", q.trail(), []string{})
	want(t, "traces of marking", q.traces(), 0)
	q.wantButtons()

	q.wayOn("Put the kettle on")
	want(t, "feedback of another way", q.sees("The guest was hoping for that."), false)
	q.wayOn("Ask about the rain first")
	q.wayOn("Wait for it to stop")
	q.wantSaid("Partly there", "2 of 3 endings seen. There are other ways through.")
	want(t, "points", lastMark(t, tab, 2).Score, 1)
	q.press("One step back")
	q.wantFocusOn("Rain")
	want(t, "traces of marking", q.traces(), 0)
	q.wayOn("Offer a chair, after all")
	q.wayOn("Ask about the rain")
	want(t, "scene met again", q.scene(), "Rain")
	q.press("Start again")
	want(t, "scene", q.scene(), "")
	q.wayOn("Put the kettle on")
	q.wayOn("Pour")
	q.wantSaid("Yes, that’s it", "You have seen all 3 endings.")
}

func TestAStudentWhoComesBackStandsAtTheEndTheyCameTo(t *testing.T) {
	tab := read(t, browser.Look{}, waysLesson)
	q := ask(t, tab, "guest")
	q.wayOn("Put the kettle on")
	q.wayOn("Ask about the rain first")
	q.wayOn("Wait for it to stop")
	tab.Visit(tab.Location())
	want(t, "scene", q.scene(), "Weather")
	want(t, "trail", q.trail()[:2], []string{"You chose: Put the kettle on", "Kettle"})
	q.wantSaid("Partly there", "1 of 3 endings seen. There are other ways through.")
	q.wantButtons("One step back", "Start again", "Try another way")
	q.press("Clear my answer")
	want(t, "trail", q.trail(), []string{})
	want(t, "traces of marking", q.traces(), 0)
	q.wantFocusOn("A guest comes in from the rain")
	tab.Visit(tab.Location())
	want(t, "scene", q.scene(), "")
}

func TestAnEndWithoutAScoreIsNotMarked(t *testing.T) {
	tab := read(t, browser.Look{}, waysLesson)
	listen(tab)
	q := ask(t, tab, "milk")
	q.wayOn("Lemon")
	q.wantSaid("You have come to an end. 1 of 2 endings seen. There are other ways through.")
	q.wantFocusOn("Lemon")
	q.press("Try another way")
	q.wayOn("Milk")
	q.wantSaid("You have come to an end. You have seen all 2 endings.")
	want(t, "marks told", browser.Eval[int](tab, `heard.length`), 0)
}

// The step may be hidden, so the scenario goes there by the shortest way.
func TestALinkFromElsewhereLeadsToAStep(t *testing.T) {
	tab := read(t, browser.Look{}, waysLesson)
	q := ask(t, tab, "guest")
	for range 2 { // the second time, the address stays as it was
		tab.Click(`main p a[href="#kettle"]`)
		want(t, "scene", q.scene(), "Kettle")
		q.wantFocusOn("Kettle")
		q.wayOn("Pour")
	}
	tab.Visit("about:blank")
	tab.Visit(website.Serve(t, website.Small(t).Dir).URL + waysLesson + "#rain")
	tab.Until(`document.activeElement.innerText === "Rain"`)
	want(t, "scene", ask(t, tab, "guest").scene(), "Rain")
}

func TestAScenarioByKeyboardAlone(t *testing.T) {
	for _, look := range []browser.Look{{}, {Width: 320, Height: 640, Dark: true}} {
		t.Run(look.String(), func(t *testing.T) {
			k := keyboard{t, read(t, look, waysLesson)}
			q := ask(t, k.tab, "guest")
			k.tabTo("Offer a chair")
			k.press("Enter")
			k.wantFocusOn("Chair")
			k.press("Tab")
			k.wantFocusOn("Put the kettle on")
			k.press("Enter")
			k.tabTo("One step back")
			k.press("Enter")
			k.wantFocusOn("Chair")
			k.tabTo("Ask about the rain")
			k.press("Enter")
			k.tabTo("Wait for it to stop")
			k.press("Enter")
			k.wantFocusOn("Weather")
			q.wantSaid("Partly there", "1 of 3 endings seen. There are other ways through.")
			k.tabTo("Try another way")
			k.press("Enter")
			k.wantFocusOn("A guest comes in from the rain")
			if eval[bool](q, `!!form.querySelector(".scene [tabindex]")`) {
				t.Error("a heading the focus has left can still be reached")
			}
		})
	}
}

func TestAScenarioFromAMemoryStick(t *testing.T) {
	tab := browser.Open(t, browser.Look{})
	tab.Visit(website.Small(t).FileURL(waysLesson))
	q := ask(t, tab, "guest")
	q.wayOn("Put the kettle on")
	q.wayOn("Pour")
	want(t, "verdict", q.said()[0], "Yes, that’s it")
}

func TestAScenarioWithoutScriptIsAllThere(t *testing.T) {
	tab := read(t, browser.Look{ScriptOff: true}, waysLesson)
	q := ask(t, tab, "guest")
	for _, words := range []string{
		"Offer a chair Turn to step 1.", "Step 1 Chair", "If you come from the beginning, by this choice: Offer a chair A guest who sits is a guest who stays.",
		"If you come from step 1, by this choice: Put the kettle on The guest was hoping for that.", "Step 5 Weather It does not stop. End The guest goes home dry, under your umbrella.",
	} {
		if seen := eval[string](q, `form.innerText.replace(/\s+/g, " ")`); !strings.Contains(seen, words) {
			t.Errorf("the page does not say %q but %q", words, seen)
		}
	}
	q.wayOn("Offer a chair")
	want(t, "the choice leads to", browser.Eval[string](tab, `document.querySelector(":target h4").innerText.replace(/\s+/g, " ")`), "Step 1 Chair")
	want(t, "buttons", q.buttons(), []string{})
	tab.Click(q.selector() + " .answer summary")
	for _, words := range []string{"Yes, that’s it: Step 4, Tea", "Partly there: Step 5, Weather", "Not yet: Step 6, Door", "Warmth comes before questions."} {
		want(t, words, q.sees(words), true)
	}
}
