package journeys

import (
	"slices"
	"testing"

	"lectern/test/browser"
)

const togetherLesson = "together/two-quizzes.html"

// panel is what a quiz says as a whole.
type panel struct {
	t   *testing.T
	tab *browser.Page
	id  string
}

func (p panel) eval(expression string) []string {
	p.t.Helper()
	return browser.Eval[[]string](p.tab, `((panel) => `+expression+`)(document.querySelector("[data-quiz=`+p.id+`] .results"))`)
}

// lines are the sentences and the links that can be seen.
func (p panel) lines() []string {
	p.t.Helper()
	return p.eval(`[...panel.querySelectorAll("h3, p, li")].filter(e => e.checkVisibility()).map(e => e.innerText)`)
}

func (p panel) wantButtons(words ...string) {
	p.t.Helper()
	want(p.t, "buttons of the quiz", p.eval(`[...panel.querySelectorAll("button")].filter(e => e.checkVisibility()).map(e => e.innerText)`), append([]string{}, words...))
}

func (p panel) press(words string) {
	p.t.Helper()
	ask(p.t, p.tab, "first").clickIn(`[data-quiz=`+p.id+`] .results button`, words)
}

// asked are the questions of the quiz that can be seen.
func (p panel) asked() []string {
	p.t.Helper()
	return browser.Eval[[]string](p.tab, `[...document.querySelectorAll("[data-quiz=`+p.id+`] form")].filter(f => f.checkVisibility()).map(f => f.dataset.question)`)
}

func exam(t *testing.T, look browser.Look) (panel, func(id string) question) {
	t.Helper()
	tab := read(t, look, togetherLesson)
	return panel{t, tab, "end"}, func(id string) question { return ask(t, tab, id) }
}

func TestAnExamIsHandedInOnceAndSaysWhatCameOfIt(t *testing.T) {
	p, q := exam(t, browser.Look{})
	listen(p.tab)
	for _, id := range []string{"first", "cups", "say"} {
		q(id).wantButtons()
	}
	want(t, "a hint before", q("first").sees("It boils."), false)
	q("first").choose("Leaves")
	q("cups").choose("A mug", "A bowl")
	q("say").write("thank you")
	want(t, "said before", q("first").said(), []string{})
	p.press("Hand in my answers")

	want(t, "result", p.lines(), []string{"Your result", "2 of 4 points, 50 %.", "Not passed yet. 75 % is needed.",
		"Look at these again:", "What comes first? – Not yet", "Tries left: 1"})
	want(t, "focus", browser.Eval[string](p.tab, `document.activeElement.innerText`), "Your result")
	want(t, "said", q("first").said(), []string{"Not yet", "You chose “Leaves”. The reason is below."})
	want(t, "aloud", eval[string](q("first"), `form.querySelector("[role=status]").getAttribute("aria-live")`), "off")
	q("first").wantButtons()
	p.wantButtons("Redo only what you missed", "Take it all again")
	if n := browser.Eval[int](p.tab, `heard.length`); n != 3 {
		t.Errorf("%d marks were told, want 3", n)
	}
}

func TestOnlyWhatWasMissedIsRedone(t *testing.T) {
	p, q := exam(t, browser.Look{})
	q("first").choose("Leaves")
	q("cups").choose("A mug", "A bowl")
	q("say").write("thank you")
	p.press("Hand in my answers")
	p.press("Redo only what you missed")
	want(t, "asked", p.asked(), []string{"first", "how"})
	want(t, "focus", browser.Eval[string](p.tab, `document.activeElement.innerText`), "What comes first?")
	want(t, "the answer stays", q("first").chosen(), []string{"Leaves"})
	want(t, "traces", q("first").traces(), 0)
	q("first").choose("Water")
	p.press("Hand in my answers")
	want(t, "result", p.lines(), []string{"Your result", "4 of 4 points, 100 %.", "Passed. 75 % was needed.", "Tries left: 0"})
	p.wantButtons()
	want(t, "asked in the end", p.asked(), []string{"first", "cups", "say", "how"})
}

func TestBlanksOfAnExamAreNamedBeforeItIsHandedIn(t *testing.T) {
	p, q := exam(t, browser.Look{})
	q("say").write("thank you")
	p.press("Hand in my answers")
	want(t, "warning", p.lines(), []string{"Still without an answer: 2", "You can go back to these, or hand in all the same.", "What comes first?", "Which are cups?"})
	want(t, "focus", browser.Eval[string](p.tab, `document.activeElement.innerText`), p.lines()[0])
	q("first").clickIn(`[data-quiz=end] .results a`, "What comes first?")
	want(t, "focus after the link", browser.Eval[string](p.tab, `document.activeElement.innerText`), "What comes first?")
	q("first").choose("Water")
	p.press("Hand in all the same")
	want(t, "warning again", p.lines()[0], "Still without an answer: 1")
	p.press("Hand in all the same")
	want(t, "result", p.lines(), []string{"Your result", "3 of 4 points, 75 %.", "Passed. 75 % was needed.",
		"Look at these again:", "Which are cups? – No answer", "Tries left: 1"})
	want(t, "said of the blank", q("cups").said(), []string{"No answer"})
}

func TestAnExamSurvivesAPageThatIsLost(t *testing.T) {
	p, q := exam(t, browser.Look{})
	q("first").choose("Water")
	q("say").write("thank")
	again(p.tab)
	want(t, "chosen", q("first").chosen(), []string{"Water"})
	want(t, "typed", eval[string](q("say"), `form.elements.answer.value`), "thank")
	p.wantButtons("Hand in my answers")
	p.press("Hand in my answers")
	p.press("Hand in all the same")
	result := p.lines()
	again(p.tab)
	want(t, "result when back", p.lines(), result)
	want(t, "said when back", q("first").said()[0], "Yes, that’s it")
	q("first").wantButtons()
}

func TestAnExamByKeyboardAlone(t *testing.T) {
	p, q := exam(t, browser.Look{Width: 320, Height: 640})
	k := keyboard{t, p.tab}
	eval[any](q("first"), `void form.querySelector("input").focus()`)
	p.tab.Press("Space")
	k.tabTo("Hand in my answers")
	p.tab.Press("Enter")
	k.tabTo("Which are cups?")
	p.tab.Press("Enter")
	want(t, "focus", browser.Eval[string](p.tab, `document.activeElement.innerText`), "Which are cups?")
	k.tabTo("Hand in all the same")
	p.tab.Press("Enter")
	want(t, "focus", browser.Eval[string](p.tab, `document.activeElement.innerText`), "Your result")
}

func TestAPracticeDrawsItsQuestionsAndBringsBackWhatWasMissed(t *testing.T) {
	tab := read(t, browser.Look{}, togetherLesson)
	p := panel{t, tab, "kitchen"}
	drawn := p.asked()
	if len(drawn) != 2 {
		t.Fatalf("asked are %v, want two", drawn)
	}
	again(tab)
	slices.Sort(drawn)
	back := p.asked()
	slices.Sort(back)
	want(t, "asked when back", back, drawn)
	want(t, "progress", p.lines(), []string{"Answered: 0 of 2."})
	p.wantButtons()
	for _, id := range drawn {
		wrong(t, tab, id)
	}
	want(t, "result", p.lines()[:2], []string{"Your result", "0 of 2 points, 0 %."})
	p.wantButtons("Redo only what you missed", "Draw new questions")
	p.press("Redo only what you missed")
	want(t, "progress", p.lines(), []string{"Answered: 0 of 2."})
	seen := map[string]bool{}
	for range 40 { // a draw that never changes fails this once in a million million times
		for _, id := range p.asked() {
			seen[id] = true
		}
		if len(seen) == 3 {
			return
		}
		for _, id := range p.asked() {
			wrong(t, tab, id)
		}
		p.press("Draw new questions")
	}
	t.Errorf("only %v were ever drawn", seen)
}

func wrong(t *testing.T, tab *browser.Page, id string) {
	t.Helper()
	q := ask(t, tab, id)
	if id == "hot" {
		q.write("ice")
	} else {
		q.choose(map[string]string{"holds": "A plate", "cuts": "A fork"}[id])
	}
	q.press("Check my answer")
}

func TestAQuizWithoutScriptIsAllThere(t *testing.T) {
	p, q := exam(t, browser.Look{ScriptOff: true})
	want(t, "asked", p.asked(), []string{"first", "cups", "say", "how"})
	want(t, "asked in practice", panel{t, p.tab, "kitchen"}.asked(), []string{"holds", "cuts", "hot"})
	want(t, "rules", browser.Eval[[]string](p.tab, `[...document.querySelectorAll(".rules")].map(e => e.innerText)`),
		[]string{"3 questions.", "4 questions. To pass: 75 % of the points."})
	p.tab.Click(q("first").selector() + " .answer summary")
	want(t, "the reason", q("first").sees("Leaves need hot water."), true)
}

func TestAQuizIsAccessibleAndNarrowInEveryState(t *testing.T) {
	p, q := exam(t, browser.Look{ReducedMotion: true})
	see := func(state string) {
		t.Helper()
		for _, look := range []browser.Look{{}, {Dark: true}, {Width: 320}, {Width: 320, ForcedColours: true}} {
			look.ReducedMotion = true
			p.tab.Change(look)
			p.tab.WantNoFindings(state + ", " + look.String())
			if wide := p.tab.Sideways(); wide != "" {
				t.Errorf("%s, %s: %s", state, look, wide)
			}
		}
		p.tab.Change(browser.Look{Width: 360, ReducedMotion: true})
		p.tab.Screenshot("quiz/" + state)
	}
	see("fresh")
	p.tab.Change(browser.Look{ReducedMotion: true})
	q("first").choose("Leaves")
	p.press("Hand in my answers")
	see("blanks")
	p.press("Hand in all the same")
	see("handed-in")
	p.press("Redo only what you missed")
	see("redo")
}
