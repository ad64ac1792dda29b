// Package check reads a course over as a careful colleague would, and says
// what could be better: flaws of questions that help or hinder for the wrong
// reason, gaps in the teaching, words that hurt, what some people cannot see or
// read. It asks no network and no model; every rule is a small function.
package check

import (
	"fmt"
	"io/fs"
	"slices"
	"time"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/internal/together"
)

// Rule is one thing to look for. Exactly one of its functions is set, by what
// it looks at.
type Rule struct {
	Name   string
	Family string // filled in by Rules
	Finds  string // what it finds, as the title of its page in the manual
	Why    string
	Source string // where the advice comes from
	Fix    string // the hint of its messages

	once bool // it is about what a translation shares with its original

	question func(*question, report)
	group    func(*group, report)
	page     func(*page, report)
	course   func(*whole, reportIn)
}

// report says something about a place of the file that is being looked at.
type report func(at source.Range, format string, args ...any)

// reportIn says something about a place of a page.
type reportIn func(p *page, at source.Range, format string, args ...any)

// Family is a group of rules that belong together.
type Family struct {
	Name, Title string
	Rules       []Rule
}

// Families are all rules, in the order of the manual.
func Families() []Family {
	families := []Family{
		{"questions", "Questions", slices.Concat(answerRules, stemRules, feedbackRules, keyRules)},
		{"teaching", "Teaching", slices.Concat(teachingRules, readingRules)},
		{"words", "Words", wordRules},
		{"access", "Access", accessRules},
		{"links", "Links", linkRules},
		{"silences", "Silences", silenceRules},
	}
	for i, f := range families {
		families[i].Rules = slices.Clone(f.Rules) // several goroutines may ask
		for j := range f.Rules {
			families[i].Rules[j].Family = f.Name
		}
	}
	return families
}

// Rules are the rules of all families.
func Rules() []Rule {
	var rules []Rule
	for _, f := range Families() {
		rules = append(rules, f.Rules...)
	}
	return rules
}

// Options say how a course is checked.
type Options struct {
	FS     fs.FS             // the course's folder, for content/words.yaml
	Today  time.Time         // for review dates
	Broken map[string]bool   // files that have errors, which are passed over
	Dead   map[string]string // why an address on another website cannot be reached; nil when nobody asked
	// Explained tells whether pages that are not looked at explain what letters
	// stand for; nil when there are none.
	Explained func(letters string) bool
}

// Course checks a course, in one of its languages, that was read with its
// passages. Warnings go to d.
func Course(c *course.Course, o Options, d *diag.List) {
	w := newWhole(c, o, d)
	rules := Rules()
	w.side(func(p *page) {
		for _, r := range rules {
			r.look(p)
		}
	})
	for _, r := range rules {
		if r.course != nil {
			r.course(w, func(p *page, at source.Range, format string, args ...any) { p.say(r, at, format, args...) })
		}
	}
	for _, p := range w.pages {
		p.keepSilent()
		for _, m := range p.found {
			d.Add(m)
		}
	}
}

// side works on the pages side by side, as many as there are cores. Pages with
// errors are passed over.
func (w *whole) side(work func(*page)) {
	_ = together.Do(len(w.pages), func(i int) error {
		if p := w.pages[i]; !p.broken {
			work(p)
		}
		return nil
	})
}

// look lets a rule look at a page and all that is on it.
func (r Rule) look(p *page) {
	if r.once && p.Original != nil {
		return
	}
	say := func(at source.Range, format string, args ...any) { p.say(r, at, format, args...) }
	if r.page != nil {
		r.page(p, say)
	}
	if r.question != nil {
		for _, q := range p.questions {
			r.question(q, say)
		}
	}
	if r.group != nil {
		for _, g := range p.groups {
			r.group(g, say)
		}
	}
}

// say adds a message of a rule.
func (p *page) say(r Rule, at source.Range, format string, args ...any) {
	p.found = append(p.found, diag.Message{
		File: p.File, At: at, Severity: diag.Warning, Name: r.Name, Text: fmt.Sprintf(format, args...), Hint: r.Fix,
	})
}

// rule finds a rule by its name.
func rule(name string) Rule {
	for _, r := range Rules() {
		if r.Name == name {
			return r
		}
	}
	panic("check: there is no rule " + name)
}
