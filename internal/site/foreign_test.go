package site

import (
	"strings"
	"testing"
)

// foreign is a folder of ordinary Markdown: nobody thought of Lectern when it
// was written, on another system, by a program, long ago.
var foreign = files{
	"site.yaml":                      "title: Notes\n",
	"content/Reading list/A book.md": "\ufeff# A book about streets\r\n\r\nRead *it* twice.\r\n\r\n* one\r\n* two\r\n\r\n1) three\r\n2) four\r\n",
	"content/Reading list/old page.md": "Old page\n========\n\n<center><font color=\"red\">In capitals</font></center>\n\n<table><tr><td>cell one<td>cell two</table>\n\n" +
		"<details><summary>More</summary>\n\nHidden words.\n\n</details>\n\nLine one  \nline two<br>line three\n\n<p>A paragraph never closed\n",
	"content/Reading list/long.md": "# Long\n\n" + strings.Repeat("A sentence of a long page, as programs write it.\n", 2200) + "\nThe very last word.\n",
	"content/Reading list/odd.md": "## It begins with a second heading\n\n#### and goes on with a fourth\n\nTODO: a colon. 5 < 6 && 7 > 2; AT&T; {{ mustache }}; {% tag %}; [not a link] and [x] neither.\n\n" +
		"```mermaid\ngraph TD;\n```\n\n| a | b\n|---|---\n| c\n\n- [ ] to do\n- [x] done\n\n$x^2$ \\(y\\) ==marked== ^up^ ~down~ :smile: @someone #tag\n\n![A dot](nothing-said.png)\n",
	"content/Reading list/nothing-said.png": string(pngOf(1, 1)),
}

func TestOrdinaryMarkdownIsBuiltAndNothingOfItIsLost(t *testing.T) {
	s := mustBuild(t, foreign.fs(), Options{})
	for page, words := range map[string][]string{
		"reading-list/a-book.html":   {"A book about streets", "Read it twice.", "one", "four"},
		"reading-list/old-page.html": {"Old page", "In capitals", "cell one", "cell two", "Hidden words.", "line three", "A paragraph never closed"},
		"reading-list/long.html":     {"Long", "The very last word."},
		"reading-list/odd.html": {"It begins with a second heading", "and goes on with a fourth", "5 < 6 && 7 > 2; AT&T; {{ mustache }}; {% tag %}; [not a link] and [x] neither.",
			"graph TD;", "to do", "$x^2$", "==marked==", ":smile: @someone #tag"},
	} {
		shown := text(document(t, s.page(t, page)))
		for _, w := range words {
			if !strings.Contains(shown, w) {
				t.Errorf("%s: %q is lost", page, w)
			}
		}
	}
	if got := strings.Count(text(document(t, s.page(t, "reading-list/long.html"))), "A sentence of a long page"); got < 2200 {
		t.Errorf("%d of 2200 sentences are left", got)
	}
}
