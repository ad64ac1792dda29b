package main

import (
	"fmt"
	"io/fs"
	"strings"

	"golang.org/x/tools/txtar"

	"lectern/internal/check"
)

const (
	rulesModule   = "content/05-checks"              // where the pages of the rules go
	ruleExamples  = "internal/check/testdata/rules/" // the examples that the rules are tested with
	corpusFigures = "internal/check/figures.md"      // what the corpus measured
)

// layRules lays a page for each rule of `lectern check`, one for those about
// silences, and the module's own with the figures. A new rule needs no line
// here.
func (m *maker) layRules() {
	number := 10 // after what is written by hand
	for _, family := range check.Families() {
		silences := ""
		for _, rule := range family.Rules {
			page, err := m.rulePage(rule)
			m.fault(err)
			if family.Name == "silences" {
				silences += "## " + rule.Finds + "\n\n" + page
				continue
			}
			m.layPage(fmt.Sprintf("%d-%s.md", number, rule.Name), fmt.Sprintf("---\ntitle: %s\nsummary: %q\n---\n\n%s", rule.Name, rule.Finds, page))
			number++
		}
		if silences != "" {
			m.layPage(fmt.Sprintf("%d-silences.md", number), "---\ntitle: silences\nsummary: Silences that do not do what they are for.\n---\n\n"+silences)
		}
	}
	figures, err := fs.ReadFile(m.repo, corpusFigures)
	m.fault(err)
	m.layPage("index.md", aboutRules+string(figures))
}

func (m *maker) layPage(name, text string) {
	m.course.Files = append(m.course.Files, txtar.File{Name: rulesModule + "/" + name, Data: []byte(text)})
}

const aboutRules = `---
title: Reading a course over
summary: What lectern check looks for, with a page for each rule.
---

A colleague who reads your course over sees what you no longer see. ` + "`lectern check`" + ` does a part of that, and never gets
tired. It works on your own computer, and asks no artificial intelligence.

## How good the rules are

A warning that is wrong costs trust, so the rules would rather say nothing. They are measured with short questions, good
and flawed, which were labelled by hand. **Precision** is the share of the warnings that are right. **Recall** is the
share of the flaws that are found. No rule may fall below a precision of 0.90.

The examples are short. The people who wrote the rules wrote them, too, mended rules while looking at them, and
put a few labels right after the rules had found a flaw that was overlooked. Most flaws are there only a few times. So
these figures say that the rules do what they are meant to; expect less in your own lessons.

`

// rulePage is the page of one rule: why, a flawed example with what Lectern
// says, and a good one.
func (m *maker) rulePage(rule check.Rule) (string, error) {
	data, err := fs.ReadFile(m.repo, ruleExamples+rule.Name+".txtar")
	if err != nil {
		return "", fmt.Errorf("there is no example of the rule `%s`", rule.Name)
	}
	parts := map[string]string{}
	for _, f := range txtar.Parse(data).Files {
		parts[f.Name] = string(f.Data)
	}
	var b strings.Builder
	if rule.Family == "silences" {
		fmt.Fprintf(&b, "`%s`: ", rule.Name)
	}
	fmt.Fprintf(&b, "%s\n\n", rule.Why)
	fmt.Fprintf(&b, "**A flawed example**\n\n%s%s\nLectern says:\n\n%s\n", besides(parts, "with/"), fenced("markdown", parts["flawed.md"]), fenced("text", parts["messages"]))
	fmt.Fprintf(&b, "**A better one**\n\n%s%s\n", besides(parts, "good/"), fenced("markdown", parts["good.md"]))
	fmt.Fprintf(&b, "**Where this comes from:** %s\n", rule.Source)
	return b.String(), nil
}

// besides names the other files of an example.
func besides(parts map[string]string, folder string) string {
	for name, text := range parts {
		if rest, ok := strings.CutPrefix(name, folder); ok {
			if strings.HasSuffix(name, ".md") {
				return fmt.Sprintf("In `content/%s` stands:\n\n%s\n", rest, fenced("markdown", text))
			}
			return fmt.Sprintf("Beside the lesson lies `%s`.\n\n", strings.TrimPrefix(rest, "1-a/"))
		}
	}
	return ""
}
