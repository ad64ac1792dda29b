package kinds_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"lectern/quiz/cards"
	"lectern/quiz/kinds"
)

// A page gives its second part called Wait another id, but authors write the
// name they gave.
func TestScenariosOfALessonMayUseTheSameNamesForTheirSteps(t *testing.T) {
	const evening = "### Scenario: %\n\n- [Wait](#wait)\n\n#### Wait\n\n> **End:** Sam talks.\n\n"
	text := strings.ReplaceAll(evening, "%", "One") + strings.ReplaceAll(evening, "%", "Two")
	c := cards.Card{Path: "two", Archive: &txtar.Archive{Files: []txtar.File{{Name: "question.md", Data: []byte(text)}}}}
	questions, messages := c.Read(t, kinds.All()...)
	if messages != "" || len(questions) != 2 {
		t.Fatalf("%d questions:\n%s", len(questions), messages)
	}
	for i, id := range []string{"wait", "wait-2"} {
		if have := page(t, questions[i]); !strings.Contains(have, `href="#`+id+`"`) || !strings.Contains(have, `<section class="scene" id="`+id+`"`) {
			t.Errorf("scenario %d does not lead to %s:\n%s", i+1, id, have)
		}
	}
}

// Whatever an author writes is read or refused.
func TestLinksThatAreNoChoicesAreRefused(t *testing.T) {
	for _, choice := range []string{`<a href="#x</a>y">Wait`, `<a href="#wait`, `[Wait](<#%zz>)`, `[![Sam](sam.png)](#wait)`, `[a](#wait) [b](#wait)`} {
		text := "### Scenario: One\n\n- [Go](#wait)\n- " + choice + "\n\n#### Wait\n\n> **End:** Sam talks.\n"
		c := cards.Card{Path: "odd", Archive: &txtar.Archive{Files: []txtar.File{{Name: "question.md", Data: []byte(text)}}}}
		if questions, messages := c.Read(t, kinds.All()...); len(questions) != 0 || !strings.Contains(messages, "question.md:4:") {
			t.Errorf("%s is taken for a choice:\n%s", choice, messages)
		}
	}
}

func TestAHeadingInAnyOtherQuestionIsPartOfItsCase(t *testing.T) {
	const text = "### Card: What is *this*?\n\nBefore.\n\n#### A closer look\n\nAfter.\n\n> **Back:** A card.\n"
	c := cards.Card{Path: "case", Archive: &txtar.Archive{Files: []txtar.File{{Name: "question.md", Data: []byte(text)}}}}
	const want = "<p>Before.</p>\n<h4 id=\"a-closer-look\">A closer look</h4>\n<p>After.</p>\n"
	if detail := question(t, c).Base().Detail.HTML; detail != want {
		t.Errorf("got %q, want %q", detail, want)
	}
}
