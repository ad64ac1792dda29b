package check

import (
	"slices"

	"lectern/internal/course"
	"lectern/internal/once"
)

// linkRules look at addresses on other websites. Links inside the course are
// checked by every build, which does not go on without them.
var linkRules = []Rule{{
	Name: "link-dead", Finds: "An address that nothing answers at", page: linkDead,
	Why:    "A student who follows it ends at an error page, perhaps when it matters.",
	Source: "Lectern asks each address once a day at most, and only with `--external`.",
	Fix:    "look for where it went, or take it out; some websites turn programs away that let people in",
}}

var webPage = once.Regexp(`^https?://`)

func linkDead(p *page, say report) {
	for _, use := range p.Doc.Links {
		if why, dead := p.whole.options.Dead[use.To]; dead {
			say(use.At, "`%s` does not answer: %s", use.To, why)
		}
	}
}

// Addresses are the pages of other websites that a course links to, each once,
// in order.
func Addresses(c *course.Course) []string {
	var all []string
	add := func(p *course.Page) {
		if p.Doc == nil {
			return
		}
		for _, use := range p.Doc.Links {
			if !use.Picture && webPage.MatchString(use.To) {
				all = append(all, use.To)
			}
		}
	}
	add(c.Home)
	for _, m := range c.Modules {
		add(&m.Page)
	}
	for _, l := range c.Lessons {
		add(&l.Page)
	}
	if c.Glossary != nil {
		add(&c.Glossary.Page)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
