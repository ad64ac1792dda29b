package check

import (
	"fmt"
	"slices"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/once"
)

var silenceRules = []Rule{
	{
		Name:   "silence-reason",
		Finds:  "A silence without a reason",
		Why:    "Whoever reads the lesson next does not know whether the warning was looked at or only switched off.",
		Source: "Lectern's own habit.",
		Fix:    "write it after a colon: `<!-- check: silence key-is-longest: the short form would be wrong -->`",
	},
	{
		Name:   "silence-unknown",
		Finds:  "A silence of a rule that does not exist",
		Why:    "It keeps nothing silent. Mostly the name is misspelled.",
		Source: "Lectern's own habit.",
	},
	{
		Name:   "silence-unused",
		Finds:  "A silence that silences nothing",
		Why:    "The flaw is mended, or the silence stands in the wrong place. Left there, it would hide the next flaw.",
		Source: "Lectern's own habit.",
		Fix:    "take it out, or put it right above the block or into the question that the warning is about",
	},
}

// remark is the form of a comment for checks.
var remark = once.Regexp(`^\s*check\s*:\s*silence\s+([A-Za-z0-9-]+)\s*(?::\s*((?s:.*\S)))?\s*$`)

var meantAsRemark = once.Regexp(`^\s*check\s*:`)

// keepSilent takes out what authors do not want to be told, and says which of
// their remarks do nothing.
func (p *page) keepSilent() {
	for _, r := range p.Doc.Remarks {
		if !p.broken {
			p.heed(r)
		}
	}
}

func (p *page) heed(r markdown.Remark) {
	if !meantAsRemark.MatchString(r.Words) {
		return // any other comment
	}
	m := remark.FindStringSubmatch(r.Words)
	if m == nil {
		p.sayHint(rule("silence-reason"), r, "this is no silence that can be read", "write `<!-- check: silence name-of-the-rule: reason -->`")
		return
	}
	name, reason := m[1], m[2]
	switch {
	case !isRule(name):
		p.sayHint(rule("silence-unknown"), r, fmt.Sprintf("there is no rule `%s`", name), diag.DidYouMean(name, ruleNames()))
	case reason == "":
		p.say(rule("silence-reason"), r.At, "this silence of `%s` gives no reason, so it is not heeded", name)
	case !p.drop(r, name):
		p.say(rule("silence-unused"), r.At, "there is no `%s` here to silence", name)
	}
}

func (p *page) sayHint(r Rule, at markdown.Remark, text, hint string) {
	r.Fix = hint
	p.say(r, at.At, "%s", text)
}

// drop takes out the messages of a rule about what a remark covers.
func (p *page) drop(r markdown.Remark, name string) bool {
	before := len(p.found)
	p.found = slices.DeleteFunc(p.found, func(m diag.Message) bool {
		return m.Name == name && m.At.Start >= r.Covers.Start && m.At.Start < max(r.Covers.End, r.Covers.Start+1)
	})
	return len(p.found) < before
}

// isRule reports whether a rule can be silenced.
func isRule(name string) bool { return slices.Contains(ruleNames(), name) }

func ruleNames() []string {
	var names []string
	for _, r := range Rules() {
		if !strings.HasPrefix(r.Name, "silence-") {
			names = append(names, r.Name)
		}
	}
	return names
}
