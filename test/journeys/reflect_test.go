package journeys

import (
	"testing"

	"lectern/test/browser"
)

func TestReflectingOpensTheModelAnswerAndTheChecklist(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	listen(tab)
	q := ask(t, tab, "welcome")
	q.wantButtons("Compare with a model answer")
	if eval[bool](q, `form.querySelector(".model").checkVisibility()`) {
		t.Error("the model answer can be seen before the student has written")
	}
	q.write("I would say hello.")
	q.press("Compare with a model answer")

	if !eval[bool](q, `form.querySelector(".model").checkVisibility()`) {
		t.Error("the model answer does not open")
	}
	q.wantSaid() // one sentence, without a paragraph
	want(t, "said", eval[string](q, `form.querySelector("[role=status]").innerText`), "The model answer is open now.")
	want(t, "checklist", eval[[]string](q, `[...form.querySelectorAll(".checklist .opt")].map(o => o.innerText)`),
		[]string{"I said their name.", "I asked what they would like."})
	q.wantFocusOn("Compare with a model answer")
	tab.Click(q.selector() + " .checklist .opt")
	want(t, "checked", q.chosen(), []string{"I said their name."})
	want(t, "written", eval[string](q, `form.elements.answer.value`), "I would say hello.")
	want(t, "marks told", browser.Eval[int](tab, `heard.length`), 0)
}

func TestReflectingWithoutAModelHasNoButton(t *testing.T) {
	tab := read(t, browser.Look{}, lastLesson)
	id := browser.Eval[string](tab, `document.querySelector("form[data-kind=reflect]").id`)
	ask(t, tab, id[len("q-"):]).wantButtons()
}

func TestHintsAreOpenedOneByOne(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	q := ask(t, tab, "warm-first")
	seen := func() []string {
		return eval[[]string](q, `[...form.querySelectorAll(".hint")].filter(h => h.checkVisibility()).map(h => h.innerText.replace(/\s+/g, " "))`)
	}
	want(t, "at first", seen(), []string{"Hint 1"})
	tab.Click(q.selector() + " .hint summary")
	tab.Until(`document.querySelectorAll("#q-warm-first .hint:not([hidden])").length === 2`)
	want(t, "after the first", seen(), []string{"Hint 1 It holds the water.", "Hint 2"})
	want(t, "traces of marking", q.traces(), 0)
}
