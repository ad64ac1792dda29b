package browser

import (
	"fmt"
	"os"

	"lectern/test/tools"
)

// Finding is one accessibility fault that axe sees on a page.
type Finding struct {
	Rule, Impact, Help, Selector, HTML string
}

func (f Finding) String() string {
	return fmt.Sprintf("%s (%s): %s\n\t%s\n\t%s", f.Rule, f.Impact, f.Help, f.Selector, excerpt(f.HTML))
}

// atRest ends every running animation: half-way through, colours and places are neither the old nor the new ones.
const atRest = `document.getAnimations().forEach(a => { try { a.finish() } catch (endless) { a.cancel() } });`

// The size of targets is a rule of WCAG 2.2 that axe leaves off unless it is asked for.
const runAxe = `axe.run(document, {
	resultTypes: ["violations"], preload: false, rules: {"target-size": {enabled: true}}
}).then(result => result.violations.flatMap(v => v.nodes.map(node => ({
	Rule: v.id, Impact: v.impact, Help: v.help, Selector: node.target.join(" "), HTML: node.html
}))))`

// Axe lists what is not accessible on the page as it looks now. The checker enters by the debugger, so the page needs
// no hole in its content security policy.
func (p *Page) Axe() []Finding {
	p.t.Helper()
	p.enter("axe", "axe-core/axe.min.js")
	return Eval[[]Finding](p, atRest+runAxe)
}

// enter brings a checker of the name into the page, from its file among the packages, unless it is there.
func (p *Page) enter(name, file string) {
	p.t.Helper()
	if Eval[bool](p, `typeof `+name+` === "object"`) {
		return
	}
	checker, err := os.ReadFile(tools.Installed(p.t, file))
	if err != nil {
		p.t.Fatal(err)
	}
	Eval[any](p, string(checker)+";true")
}

// WantNoFindings fails the test once for every finding.
func (p *Page) WantNoFindings(where string) {
	p.t.Helper()
	for _, finding := range p.Axe() {
		p.t.Errorf("%s: %s", where, finding)
	}
}
