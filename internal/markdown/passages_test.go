package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"lectern/internal/markdown"
	"lectern/internal/source"
)

// gathered shows the passages of a text, a line each.
func gathered(t *testing.T, text string) string {
	t.Helper()
	o := english(t)
	o.Passages, o.Facilitator = true, true
	doc, _ := parse(t, markdown.New(o), text, markdown.Request{})
	kinds := map[markdown.PassageKind]string{markdown.Paragraph: "p", markdown.Title: "h", markdown.Cell: "c", markdown.Definition: "d", markdown.Raw: "r"}
	var lines []string
	for _, p := range doc.Passages {
		line := fmt.Sprintf("%s%d", kinds[p.Kind], p.Question)
		if p.Quoted {
			line += "q"
		}
		lines = append(lines, line+" "+strings.TrimSpace(strings.ReplaceAll(p.Text, string(markdown.Hole), "*")))
	}
	return strings.Join(lines, "\n")
}

func TestPassagesAreTheAuthorsWords(t *testing.T) {
	const text = "## A *part*\n\nWords, `code`, [a link](x.md) and [@tracy2016].\nNext line.\n\n> A quotation\n\n> **Note:** A panel\n\n> **In their words:** A voice\n\n> **Facilitator:** Ask them.\n\n" +
		"| A |\n|---|\n| b |\n\nPeer\n: A person.\n\n### Question: Which?\n\nThe case.\n\n> Somebody said\n\n- (x) One\n  > Feedback\n- ( ) Two\n\n> **Why:** The reason\n\n---\n\n<div>raw</div>\n"
	want := "h0 A part\np0 Words, *, a link and *. Next line.\np0q A quotation\np0 A panel\np0q A voice\np0 Ask them.\nc0 A\nc0 b\nd0 Peer\np0 A person.\nh1 Question: Which?\np1 The case.\np1q Somebody said\n" +
		"p1 (x) One\np1 Feedback\np1 ( ) Two\np1 Why: The reason\nr0 <div>raw</div>"
	if got := gathered(t, text); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPlaceOfAPassageIsWhereItsWordsStand(t *testing.T) {
	const text = "Some *very* \"nice\"\nwords -- and [a link](x.md), then *more*.\n"
	o := english(t)
	o.Passages = true
	doc, _ := parse(t, markdown.New(o), text, markdown.Request{})
	p := doc.Passages[0]
	for _, words := range []string{"Some", "very", "nice", "words", "and", "a link", "then", "more"} {
		at := strings.Index(p.Text, words)
		if got := p.Place(at, at+len(words)); got != (source.Range{Start: strings.Index(text, words), End: strings.Index(text, words) + len(words)}) {
			t.Errorf("%q stands at %v", words, got)
		}
	}
}

func TestRemarksAreAboutABlockOrAQuestion(t *testing.T) {
	const text = "<!-- one -->\n\nWords.\n\n### Question: Which?\n\n<!-- two -->\n\n- (x) One\n- ( ) Two\n\n<!-- three -->\n\n### Question: Who?\n\n- (x) I\n- ( ) You\n"
	o := english(t)
	o.Passages = true
	doc, _ := parse(t, markdown.New(o), text, markdown.Request{})
	var got []string
	for _, r := range doc.Remarks {
		covered := text[r.Covers.Start:r.Covers.End]
		got = append(got, strings.TrimSpace(r.Words)+": "+strings.Join(strings.Fields(covered), " "))
	}
	want := "one: <!-- one --> Words.\ntwo: ### Question: Which? <!-- two --> - (x) One - ( ) Two <!-- three -->\nthree: <!-- three --> ### Question: Who? - (x) I - ( ) You"
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}
