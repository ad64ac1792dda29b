package main

import (
	"strings"
	"testing"
	"testing/fstest"
)

// filled fills a lesson on the kind "tea", which has two cards.
func filled(t *testing.T, lessons ...string) ([]string, []error) {
	t.Helper()
	m := &maker{ids: map[string]bool{}, repo: fstest.MapFS{
		"quiz/tea/testdata/pot.txtar":     {Data: []byte("A pot.\n-- question.md --\n### Question: Tea?\n<!-- {points: 2, id: tea} -->\n\n- (x) Yes\n- ( ) No\n-- marks.json --\n[]\n")},
		"quiz/tea/testdata/bad-pot.txtar": {Data: []byte("-- question.md --\n### Question: Tea?\n-- messages --\nquestion.md:1:1: error: no tea\n")},
		"listen.js":                       {Data: []byte("listen()\n")},
	}}
	var texts []string
	for _, text := range lessons {
		texts = append(texts, m.fill(lesson{file: "manual.md", kind: "tea"}, text))
	}
	return texts, m.faults
}

const pot = "### Question: Tea?\n<!-- {points: 2, id: tea} -->\n\n- (x) Yes\n- ( ) No\n"

func TestACardIsShownAndAsked(t *testing.T) {
	texts, faults := filled(t, "Before.\n\n<!-- card: pot -->\n\nAfter.\n")
	want := "Before.\n\nYou write:\n\n```markdown\n" + pot + "```\n\nYou get:\n\n" + pot + "\n---\n\nAfter.\n"
	if texts[0] != want || faults != nil {
		t.Errorf("got %v\n%s\nwant\n%s", faults, texts[0], want)
	}
}

func TestABadCardIsShownWithItsMessage(t *testing.T) {
	texts, faults := filled(t, "<!-- card: tea/bad-pot -->\n")
	want := "You write:\n\n```markdown\n### Question: Tea?\n```\n\nLectern says:\n\n```text\nquestion.md:1:1: error: no tea\n```\n"
	if texts[0] != want || faults != nil {
		t.Errorf("got %v\n%s\nwant\n%s", faults, texts[0], want)
	}
}

func TestACardAskedAgainIsShownAsItIsAndAskedByAnotherID(t *testing.T) {
	texts, _ := filled(t, "<!-- card: pot -->\n", "<!-- card: pot -->\n")
	shown, asked, _ := strings.Cut(texts[1], "You get:")
	if !strings.Contains(shown, "id: tea}") || !strings.Contains(asked, "id: tea-2}") {
		t.Errorf("got\n%s", texts[1])
	}
}

func TestMarkdownIsShownAndDone(t *testing.T) {
	texts, _ := filled(t, "````markdown example\n```rings\nTea\n- Pot\n```\n````\nAfter.\n")
	inner := "```rings\nTea\n- Pot\n```\n"
	if want := "You write:\n\n````markdown\n" + inner + "````\n\nYou get:\n\n" + inner + "After.\n"; texts[0] != want {
		t.Errorf("got\n%s\nwant\n%s", texts[0], want)
	}
}

func TestAFileBesideTheLessonIsShownAsCode(t *testing.T) {
	texts, faults := filled(t, "<!-- file: listen.js -->\n")
	if want := "```js\nlisten()\n```\n"; texts[0] != want || faults != nil {
		t.Errorf("got %v\n%s", faults, texts[0])
	}
}

func TestFaultsNameTheirPlace(t *testing.T) {
	_, faults := filled(t, "One.\n<!-- card: kettle -->\n<!-- card pot -->\n<!-- card: coffee/pot -->\n<!-- file: tea.js -->\n```markdown example\nTea.\n")
	want := []string{
		"manual.md:2: there is no card `kettle` of the kind `tea`",
		"manual.md:3: this is no place for a card: <!-- card pot -->",
		"manual.md:4: there is no card `pot` of the kind `coffee`",
		"manual.md:5: there is no file `tea.js` in .",
		"manual.md:6: this example has no end",
	}
	if len(faults) != len(want) {
		t.Fatalf("got %v", faults)
	}
	for i, fault := range faults {
		if fault.Error() != want[i] {
			t.Errorf("got %q, want %q", fault, want[i])
		}
	}
}
