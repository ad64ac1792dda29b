package site

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestAMapOfABranchingQuestionIsInTheFacilitatorsEditionOnly(t *testing.T) {
	course := full.with(files{"content/02-more/03-three.md": `---
title: Three
---
### Scenario: An evening
<!-- {id: evening} -->

- [Wait & *see*](#wait)
- [Leave](#leave)

#### Wait

- [Leave all the same](#leave)
- [Wait on](#wait)

#### Leave

> **End:** Good night. (score 0,5)
`})
	for _, o := range []Options{{}, {Facilitator: true}} {
		page := string(mustBuild(t, course.fs(), o).page(t, "more/three.html"))
		for _, part := range []string{
			`<summary>Map of this scenario</summary>`, `<svg class="drawing"`, `drawing-map-evening`,
			`<li>Opening<ul><li>Wait &amp; see: to 1. Wait</li><li>Leave: to 2. Leave</li></ul></li>`,
			`<li>1. Wait<ul><li>Leave all the same: to 2. Leave</li><li>Wait on: to 1. Wait</li></ul></li>`,
			`<li>2. Leave (End, score 0.5)</li>`,
		} {
			if strings.Contains(page, part) != o.Facilitator {
				t.Errorf("facilitator %v: the page has or lacks %s", o.Facilitator, part)
			}
		}
	}
}

func TestDraftsAreLeftOutUnlessAskedFor(t *testing.T) {
	course := full.with(files{
		"content/02-more/03-three.md":    "---\ntitle: Three\ndraft: true\n---\nA peer worker [@adams2019].\n",
		"content/09-later/01-nothing.md": "---\ntitle: Nothing\ndraft: true\n---\nWords.\n",
	})
	for _, o := range []Options{{}, {Drafts: true}} {
		s := mustBuild(t, course.fs(), o)
		named := slices.ContainsFunc(s.Files, func(f File) bool {
			return strings.Contains(f.Path, "three") || bytes.Contains(f.Data, []byte("three.html")) || strings.HasPrefix(f.Path, "later/")
		})
		if named != o.Drafts {
			t.Errorf("drafts %v: the site names them: %v", o.Drafts, named)
		}
	}
}

func TestLargeCourseListsOnlyTheLessonsAtHandInItsMenu(t *testing.T) {
	s := mustBuild(t, generated(40), Options{})
	menu := func(page string) (lessons int) {
		for _, n := range elements(document(t, s.page(t, page)), "nav") {
			if attr(n, "id") == "contents" {
				lessons += len(elements(n, "a"))
			}
		}
		return lessons
	}
	// The home page, the lesson at the top, seven modules, and the lessons of the module at hand.
	for page, want := range map[string]int{"module-00/lesson-003.html": 9 + 10, "start/one.html": 9 + 1, "before.html": 9, "help.html": 9} {
		if got := menu(page); got != want {
			t.Errorf("%s: %d links in the menu, want %d", page, got, want)
		}
	}
}
