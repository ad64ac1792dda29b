package journeys

import (
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// rightly gives every question of a page that waits for one its right answer, as its key tells, and presses its button. It
// returns what came of each kind: "right", "open" where nothing is marked and something is there to read, or "nothing".
var rightly = rightlyIn("form")

// rightlyIn does so for the questions whose forms a selector names.
func rightlyIn(selector string) string {
	return `(() => {
	const ways = {
		choice: key => ({answer: key.right}),
		number: key => ({answer: [String(key.answers.find(a => a.how === "right").low)]}),
		text: key => ({answer: [key.answers.find(a => a.how === "right").folded]}),
		gaps: key => Object.fromEntries(key.blanks.map(b => [b.id, [b.accepted[0]]])),
		judge: key => ({answer: [key.replies.find(r => r.votes === key.most).id]}),
		match: key => Object.fromEntries(key.prompts.map(p => [p.field, [p.right]])),
		sort: key => ways.match(key),
		order: key => ({answer: key.steps}),
		card: key => ({answer: [key.knew]}),
		reflect: () => ({}), rate: () => ({}),
	};
	const came = {};
	for (const view of Lectern.views.filter(v => v.form.matches('` + selector + `'))) {
		const way = ways[view.form.dataset.kind];
		if (view.form.dataset.kind === "scenario") came.scenario = "walked"; // by TestAScenarioFromAMemoryStick
		if (!way || view.form.closest("[data-mode=exam]")) continue;
		Lectern.keep.fill(view, way(view.key));
		[...view.form.querySelectorAll(".acts button")].find(b => b.type === "submit").click();
		came[view.form.dataset.kind] = view.form.dataset.verdict || (view.answer && view.answer.open ? "open" : "nothing");
	}
	return came;
})()`
}

func TestEveryKindMarksFromAMemoryStick(t *testing.T) {
	site := website.Small(t)
	came := map[string]string{}
	for _, lesson := range site.Lessons(t) {
		tab := browser.Open(t, browser.Look{})
		tab.Visit(site.FileURL(lesson))
		here := browser.Eval[map[string]string](tab, rightly)
		for kind, verdict := range here {
			if came[kind] != "open" { // a question may have nothing to open
				came[kind] = verdict
			}
		}
		again(tab)
		for kind, verdict := range here {
			if kept := browser.Eval[bool](tab, `[...document.querySelectorAll("form[data-kind=`+kind+`]")].some(f => f.dataset.verdict === "right")`); kept != (verdict == "right") {
				t.Errorf("%s: when the page is read again, a right answer to %s is there: %v", lesson, kind, kept)
			}
		}
	}
	want(t, "kinds", len(came), 12)
	for kind, verdict := range came {
		expected := map[string]string{"reflect": "open", "rate": "nothing", "scenario": "walked"}[kind]
		if expected == "" {
			expected = "right"
		}
		want(t, kind, verdict, expected)
	}
}

// Without script nothing on a page is dead: what can be seen can be used, and the answer of every question that has one
// can be opened.
func TestEveryKindIsThereWithoutScriptOnAMemoryStick(t *testing.T) {
	site := website.Small(t)
	type form struct {
		Kind, Stem   string
		Dead, Hidden int
		Says         string
	}
	kinds := map[string]bool{}
	for _, lesson := range site.Lessons(t) {
		tab := browser.Open(t, browser.Look{ScriptOff: true})
		tab.Visit(site.FileURL(lesson))
		for _, f := range browser.Eval[[]form](tab, `[...document.querySelectorAll("form[data-question]")].map(f => {
			const answer = f.querySelector("details.answer");
			if (answer) answer.open = true;
			return {Kind: f.dataset.kind, Stem: f.querySelector(".stem").innerText,
				Dead: [...f.querySelectorAll("button")].filter(b => b.checkVisibility()).length,
				Hidden: f.hidden ? 1 : 0, Says: answer ? answer.innerText : ""};
		})`) {
			kinds[f.Kind] = true
			if f.Dead+f.Hidden > 0 || f.Stem == "" {
				t.Errorf("%s: %q has %d buttons that do nothing, hidden %d", lesson, f.Stem, f.Dead, f.Hidden)
			}
			asksOnly := f.Kind == "reflect" || f.Kind == "rate" || f.Kind == "scenario"
			if !asksOnly && len(f.Says) < 20 {
				t.Errorf("%s: the answer to %q says only %q", lesson, f.Stem, f.Says)
			}
		}
	}
	want(t, "kinds", len(kinds), 12)
}
