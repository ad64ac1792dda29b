package browser

import (
	"slices"
	"strings"
)

// runAce asks IBM's engine for what it is sure of. What it wants a person to look at ("potential", "manual") asks the same
// of every page: whether the focus can be seen, whether small headings are headings, what "right" means.
const runAce = `new ace.Checker().check(document, ["IBM_Accessibility"]).then(report => report.results
	.filter(r => r.value[0] === "VIOLATION" && r.value[1] === "FAIL")
	.map(r => ({Rule: r.ruleId, Impact: "violation", Help: r.message, Selector: r.path.dom, HTML: r.snippet})))`

// aceExceptions are findings of the engine that are no faults of ours, each with the reason. Elsewhere the rules count.
var aceExceptions = []struct{ rule, html, reason string }{
	{"aria_form_label_unique", `<form `, "a form without a name is no landmark (HTML-AAM): the engine counts it as one; the question's name is its legend"},
	{"aria_landmark_name_unique", `<form `, "the same: with a name each question would be a landmark, and a list of landmarks of no use"},
	{"fieldset_label_valid", `class="sure `, "how sure somebody is is asked in each question's own form, below that question's legend"},
	{"input_checkboxes_grouped", `name="answer"`, "a name makes a group within its form alone; the engine compares it with other questions"},
	{"input_checkboxes_grouped", `name="sure"`, "the same"},
}

// Ace lists what IBM's engine holds for a fault on the page as it looks now.
func (p *Page) Ace() []Finding {
	p.t.Helper()
	p.enter("ace", "accessibility-checker-engine/ace.js")
	return slices.DeleteFunc(Eval[[]Finding](p, atRest+runAce), excepted)
}

func excepted(f Finding) bool {
	for _, e := range aceExceptions {
		if f.Rule == e.rule && strings.Contains(f.HTML, e.html) {
			return true
		}
	}
	return false
}
