package journeys

import (
	"testing"

	"lectern/test/browser"
)

func TestAReplyIsMarkedByHowManyOfThePanelChoseIt(t *testing.T) {
	votes := map[string]string{
		"“Are you hurt?”": "8 of 10 would say this first", "“There are more cups.”": "2 of 10 would say this first",
		"“That was my best one.”": "0 of 10 would say this first",
	}
	for name, c := range map[string]struct {
		choose, why string
		verdict     string
		said        string
		score       float64
		buttons     []string
	}{
		"most": {"“Are you hurt?”", "It asks for the guest.", "Yes, that’s it",
			"You chose “Are you hurt?”. Of the panel, 8 of 10 would say this first. It is their view, not a right answer.", 1, []string{"Next question"}},
		"some": {"“There are more cups.”", "It is about the cup.", "Partly there",
			"You chose “There are more cups”. Of the panel, 2 of 10 would say this first. It is their view, not a right answer.", 0.25, []string{"Try again", "Show the answer"}},
		"nobody": {"“That was my best one.”", "It makes the guest feel small.", "Not yet",
			"You chose “That was my best one”. Of the panel, 0 of 10 would say this first. It is their view, not a right answer.", 0, []string{"Try again", "Show the answer"}},
	} {
		t.Run(name, func(t *testing.T) {
			tab := read(t, browser.Look{}, sentencesLesson)
			listen(tab)
			q := ask(t, tab, "dropped")
			q.choose(c.choose)
			q.press("Compare with the panel")
			if c.score == 1 {
				c.buttons = []string{"Carry on"} // it is the last of its lesson
			}
			q.wantSaid(c.verdict, c.said)
			want(t, "votes", q.flags(), votes)
			want(t, "reason", q.whys(), map[string]string{c.choose: c.why})
			want(t, "score", lastMark(t, tab, 1).Score, c.score)
			q.wantButtons(c.buttons...)
			q.wantFocusOn(c.buttons[0])
		})
	}
}

func TestNoReplyChosenIsNotMarked(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, sentencesLesson), "dropped")
	q.press("Compare with the panel")
	want(t, "error", eval[string](q, `form.querySelector(".err").innerText`), "Choose an answer to “A guest drops a cup. What do you say first?”, then check it.")
	q.wantFocusOn("“Are you hurt?”")
	q.wantSaid()
}

func TestThePanelsChoiceIsToldAsAViewByKeyboardAlone(t *testing.T) {
	tab := read(t, browser.Look{Width: 320, ReducedMotion: true}, sentencesLesson)
	q := ask(t, tab, "dropped")
	eval[any](q, `void form.elements.answer[0].focus()`)
	tab.Press("ArrowDown", "Tab", "Enter")
	want(t, "verdict", q.said()[0], "Partly there")
	tab.ScreenshotOf(q.selector(), "questions/judge-320")
	q.press("Show the answer")
	q.wantSaid("Chosen most by the panel: “Are you hurt?” (8 of 10 would say this first). It is their view, not a right answer.")
	within := `[...form.querySelectorAll(".opt")].every(o => o.scrollWidth <= o.clientWidth)`
	if !eval[bool](q, within) {
		t.Error("the votes reach out of their box")
	}
	if wide := tab.Sideways(); wide != "" {
		t.Errorf("too wide: %s", wide)
	}
	tab.WantNoFindings("a panel at 320 pixels")
}
