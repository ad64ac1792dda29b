package journeys

import (
	"testing"

	"lectern/test/browser"
)

const sentencesLesson = "sentences/what-is-said.html"

// fill brings each field of a question to a value by hand: typed, or chosen by the first letter.
func (q question) fill(values ...string) {
	q.t.Helper()
	for i, value := range values {
		eval[any](q, `void form.querySelectorAll(".blank").forEach((f, i) => f.dataset.at = i)`)
		at := q.selector() + ` .blank[data-at="` + string(rune('0'+i)) + `"]`
		eval[any](q, `void form.querySelector('.blank[data-at="`+string(rune('0'+i))+`"]').focus()`)
		if value == "" {
			continue
		}
		if browser.Eval[string](q.tab, `document.activeElement.tagName`) == "INPUT" {
			q.tab.Click(at)
			q.tab.Press("Control+a", "Delete")
		}
		q.tab.Type(value)
	}
}

// blanks are the words beside each blank, in order.
func (q question) blanks() []string {
	q.t.Helper()
	return eval[[]string](q, `[...form.querySelectorAll(".slot .blank")].map(f => f.parentNode.querySelector(".mark")?.innerText ?? "")`)
}

func TestBlanksAreMarkedOneByOne(t *testing.T) {
	for name, c := range map[string]struct {
		values  []string
		said    []string
		flags   []string
		score   float64
		buttons []string
	}{
		"right": {[]string{"Hot  water", "LEAVES.", "w"}, []string{"Yes, that’s it", "3 of 3 right."},
			[]string{"Right", "Right", "Right"}, 1, []string{"Next question"}},
		"partly": {[]string{"water", "stones", ""}, []string{"Partly there", "1 of 3 right. Look again at: 2, 3."},
			[]string{"Right", "Not this one", "Empty"}, 1.0 / 3, []string{"Try again", "Show the answer"}},
		"wrong": {[]string{"", "", "s"}, []string{"Not yet", "0 of 3 right. Look again at: 1, 2, 3."},
			[]string{"Empty", "Empty", "Not this one"}, 0, []string{"Try again", "Show the answer"}},
	} {
		t.Run(name, func(t *testing.T) {
			tab := read(t, browser.Look{}, sentencesLesson)
			listen(tab)
			q := ask(t, tab, "pour")
			q.fill(c.values...)
			q.press("Check my answer")
			q.wantSaid(c.said...)
			want(t, "flags", q.blanks(), c.flags)
			want(t, "score", lastMark(t, tab, 1).Score, c.score)
			q.wantButtons(c.buttons...)
			q.wantFocusOn(c.buttons[0])
			want(t, "description", eval[string](q, `document.getElementById(form.querySelector(".blank").getAttribute("aria-describedby")).innerText`), c.flags[0])
		})
	}
}

func TestBlanksAllEmptyAreNotMarked(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, sentencesLesson), "pour")
	q.press("Check my answer")
	want(t, "error", eval[string](q, `form.querySelector(".err").innerText`), "Fill in at least one blank, then check your answers.")
	want(t, "focus", browser.Eval[string](q.tab, `document.activeElement.getAttribute("aria-label")`), "Blank 1 of 3")
	q.wantSaid()
}

func TestTheAnswerToBlanksNamesEachByItsNumber(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, sentencesLesson), "pour")
	q.fill("tea", "", "")
	q.press("Check my answer")
	q.press("Show the answer")
	q.wantSaid("The answer is: 1. “water”; 2. “leaves”; 3. “wait”")
	q.press("Try again")
	want(t, "traces", q.traces(), 0)
	want(t, "still there", eval[string](q, `form.querySelector(".blank").value`), "tea")
}

func TestBlanksAreFilledByKeyboardAlone(t *testing.T) {
	tab := read(t, browser.Look{}, sentencesLesson)
	q := ask(t, tab, "rises")
	eval[any](q, `void form.querySelector(".blank").focus()`)
	tab.Type("rises")
	tab.Press("Tab")
	tab.Type("w")
	tab.Press("Tab", "Enter")
	q.wantSaid("Yes, that’s it", "2 of 2 right.")
}

func TestAMenuStaysAsItIsAfterTheLastTry(t *testing.T) {
	tab := read(t, browser.Look{}, sentencesLesson)
	q := ask(t, tab, "rises")
	q.fill("sleeps", "c")
	q.press("Check my answer")
	eval[any](q, `void form.querySelector("select").focus()`)
	tab.Press("Home") // or the letter would be the second of a word that no option begins with
	tab.Type("w")
	want(t, "chosen", eval[string](q, `form.querySelector("select").selectedOptions[0].innerText`), "cold")
}

func TestBlanksFitANarrowPageAndPaper(t *testing.T) {
	tab := read(t, browser.Look{Width: 320, ReducedMotion: true}, sentencesLesson)
	for _, id := range []string{"pour", "rises"} {
		q := ask(t, tab, id)
		q.fill("leaves", "s")
		q.press("Check my answer")
	}
	if wide := tab.Sideways(); wide != "" {
		t.Errorf("too wide: %s", wide)
	}
	tab.WantNoFindings("blanks at 320 pixels")
	tab.ScreenshotOf(`form[data-question=pour]`, "questions/gaps-320")
	tab.Change(browser.Look{Width: 360, Dark: true, ReducedMotion: true})
	tab.ScreenshotOf(`form[data-question=pour]`, "questions/gaps-dark")
	tab.Change(paper)
	tab.Screenshot("questions/sentences-print")
	q := ask(t, tab, "pour")
	want(t, "on paper", eval[string](q, `form.querySelector(".on-paper").innerText`), "(run / shake / wait)")
	want(t, "marks on paper", eval[bool](q, `[...form.querySelectorAll(".mark")].some(m => m.checkVisibility())`), false)
}
