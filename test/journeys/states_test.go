package journeys

import (
	"encoding/json"
	"testing"

	"lectern/test/browser"
)

// The states a question can be in. Not every kind of question can be in each.
var states = []string{"fresh", "fix", "not-yet", "partly", "right", "shown", "counted", "compared", "hinted"}

// driver brings the questions of a page into a state, by the buttons and the keys in the page. Journeys use the mouse
// and the keyboard; this is for those who look at what comes of it.
const driver = `window.drive = (state, forms = document.querySelectorAll("form[data-question]")) => {
	const press = (form, words) => {
		const button = [...form.querySelectorAll("button")].find(b => b.checkVisibility() && b.innerText === words);
		if (button) button.click();
		return !!button;
	};
	const answer = (form, values, typed) => {
		const field = form.elements.answer;
		if (form.dataset.kind === "text") {
			field.value = typed;
			field.dispatchEvent(new InputEvent("input", {bubbles: true}));
		} else for (const input of field) if (input.checked !== values.includes(input.value)) input.click();
		return press(form, "Check my answer");
	};
	const ways = {
		choice: (form, key) => ({
			"fix": () => press(form, "Check my answer"),
			"not-yet": () => answer(form, key.answers.filter(a => !key.right.includes(a)).slice(0, key.several ? 9 : 1)),
			"partly": () => key.several && answer(form, key.right.slice(0, 1)),
			"right": () => answer(form, key.right),
			"shown": () => ways.choice(form, key)["not-yet"]() && press(form, "Show the answer"),
		}),
		text: (form, key) => {
			const wordsOf = how => key.answers.find(a => a.how === how)?.folded;
			return {
				"fix": () => press(form, "Check my answer"),
				"not-yet": () => answer(form, [], wordsOf("slip") ?? "something that nobody foresaw"),
				"partly": () => wordsOf("near") && answer(form, [], wordsOf("near")),
				"right": () => answer(form, [], wordsOf("right")),
				"shown": () => answer(form, [], "something that nobody foresaw") && press(form, "Show the answer"),
				"counted": () => answer(form, [], "something that nobody foresaw") && press(form, "Count mine as right"),
			};
		},
		reflect: form => ({"compared": () => {
			form.elements.answer.value = "I would say hello.";
			return press(form, "Compare with a model answer");
		}}),
	};
	let reached = 0;
	for (const form of forms) {
		const key = JSON.parse(form.querySelector("script").textContent);
		const way = ways[form.dataset.kind](form, key)[state];
		if (state === "fresh" || way && way()) reached++;
		if (state === "hinted") for (const hint of form.querySelectorAll(".hint")) {
			hint.hidden = false;
			hint.open = true;
			reached++;
		}
	}
	return reached;
}`

// drive brings every question of the page that can be into the state, and tells how many are.
func drive(tab *browser.Page, state string) int {
	browser.Eval[any](tab, "void ("+driver+")")
	word, _ := json.Marshal(state)
	return browser.Eval[int](tab, "drive("+string(word)+")")
}

func TestEveryStateOfEveryQuestionIsAccessible(t *testing.T) {
	browser.Chromium.Only(t, axeOnce)
	reached := map[string]int{}
	for _, page := range []string{firstLesson, marksLesson, lastLesson} {
		tab := read(t, browser.Look{}, page)
		at := tab.Location()
		for _, state := range states {
			anew(tab, at)
			n := drive(tab, state)
			reached[state] += n
			if n == 0 {
				continue
			}
			for _, look := range []browser.Look{{Width: 1280}, {Width: 320, Dark: true}} { // the two that differ most
				tab.Change(look)
				tab.WantNoFindings(page + ", " + state + ", " + look.String())
			}
		}
	}
	for _, state := range states {
		if reached[state] == 0 {
			t.Errorf("no question was in the state %q", state)
		}
	}
}

func TestNoStateOfAQuestionIsWiderThanTheScreen(t *testing.T) {
	for _, page := range []string{firstLesson, marksLesson, lastLesson} {
		tab := read(t, browser.Look{}, page)
		at := tab.Location()
		for _, state := range states {
			anew(tab, at)
			if drive(tab, state) == 0 {
				continue
			}
			for _, look := range []browser.Look{{Width: 320}, {Width: 1280, Height: 1024, Zoom: 400}, {Width: 320, ForcedColours: true}} {
				tab.Change(look)
				if wide := tab.Sideways(); wide != "" {
					t.Errorf("%s, %s, %s: %s", page, state, look, wide)
				}
			}
		}
	}
}

// In forced colours a state that is told by a tint alone would vanish: its words and its border must stay.
func TestForcedColoursKeepEveryStateApart(t *testing.T) {
	tab := read(t, browser.Look{ForcedColours: true}, firstLesson)
	for _, c := range []struct{ state, words string }{
		{"not-yet", "Not yet"}, {"partly", "Partly there"}, {"right", "Yes, that’s it"},
	} {
		drive(tab, c.state)
		q := ask(t, tab, "tray")
		want(t, "verdict", q.said()[0], c.words)
		border := eval[string](q, `getComputedStyle(form.querySelector(".res")).borderStyle`)
		if border == "none" {
			t.Errorf("%s: no border around the result", c.state)
		}
	}
}

// The frame of a question and the rest of the page share one style sheet: a class that both use would draw over a result.
func TestNothingIsDrawnOverAResult(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	for _, state := range []string{"not-yet", "partly", "right", "shown"} {
		drive(tab, state)
		over := eval[[]string](ask(t, tab, "tray"), `[form, ...form.querySelectorAll(".res, .res *, .opt, .mark, .option-why")]
			.filter(e => ["::before", "::after"].some(p => getComputedStyle(e, p).content !== "none")).map(e => e.className)`)
		want(t, state, over, []string{})
	}
}
