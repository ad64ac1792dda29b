package site

import (
	"path"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// foreign is a folder of ordinary Markdown: nobody thought of Lectern when it
// was written, on other systems, by programs, long ago.
var foreign = files{
	"site.yaml":                      "title: Notes\n",
	"content/README.md":              "# My notes\n\nFor the forge.\n",
	"content/Reading list/README.md": "What is in this folder.\n",
	"content/Reading list/A book.md": "\ufeff# A book about streets\r\n\r\nRead *it* twice, see [the old page][old] and [its table](<old page.md#a-table>).\r\n\r\n* one\r\n* two\r\n\r\n1) three\r\n2) four\r\n\r\n[old]: ./old%20page.md \"Once\"\r\n",
	"content/Reading list/old page.md": "Old page\n========\n\n<center><font color=\"red\">In capitals</font></center>\n\nA table\n-------\n\n<table><tr><td>cell one<td>cell two</table>\n\n" +
		"<details><summary>More</summary>\n\nHidden words.\n\n</details>\n\nLine one  \nline two<br>line three &copy; caf&eacute;\n\n<p>A paragraph never closed\n",
	"content/Reading list/long.md": "# Long\n\n" + strings.Repeat("A sentence of a long page, as programs write it.\n", 2200) + "\nThe very last word.\n",
	"content/Reading list/odd.md": "## It begins with a second heading\n\n#### and goes on with a fourth\n\nTODO: a colon. 5 < 6 && 7 > 2; AT&T; {{ mustache }}; {% tag %}; [not a link] and [x] neither.\n\n" +
		"```mermaid\ngraph TD;\n```\n\n| a | b\n|---|---\n| c\n\n- [ ] to do\n- [x] done\n\n$x^2$ \\(y\\) ==marked== ^up^ ~down~ :smile: @someone #tag\n\n![A dot](nothing-said.png)\n\nA note[^1].\n\n[^1]: At the foot.\n",
	"content/Reading list/quotes.md":        "* * *\n\n# Quotes\n\n> one\n> > two\n> three\n\n    indented code\n\n~~~\nfenced\n~~~\n\n***all** three*** _under_score_ snake_case 3*4*5\n\n1986\\. A year. http://example.org/path and <me@example.org>\n\n----\n\nSetext\n***\n",
	"content/Reading list/كتاب.md":          "كتاب\n====\n\nقرأت هذا الكتاب مرتين.\n",
	"content/Reading list/CR only.md":       "# CR\r\rone line\r\ranother line\r",
	"content/Reading list/dashes.md":        "---\n\n# After a rule\n\nText below.\n\n---\n\nMore text.\n",
	"content/Reading list/nothing-said.png": string(pngOf(1, 1)),
	"content/At the top.md":                 "# At the top\n\nBack to [the book](Reading%20list/A%20book.md#).\n",
}

// noWords are the parts of Markdown that no reader sees.
var noWords = regexp.MustCompile("(?s)<!--.*?-->|</?[A-Za-z][^<>]*>|\\]\\([^)\n]*\\)|(?m:^\\[[^\\]^]+\\]:.*$)|\\]\\[\\w+\\]|```mermaid|\\[[ x]\\]|\\[\\^1\\]:?")

var word = regexp.MustCompile(`[\pL\pN]+`)

// counted counts the words of a text.
func counted(text string) map[string]int {
	n := map[string]int{}
	for _, w := range word.FindAllString(html.UnescapeString(text), -1) {
		n[w]++
	}
	return n
}

// shown counts the words of a page, once with the text of neighbours joined,
// as of **a**b, and once with each by itself, as of cells.
func shown(page *html.Node) (together, apart map[string]int) {
	var each []string
	for n := range page.Descendants() {
		if n.Type == html.TextNode {
			each = append(each, n.Data)
		}
		each = append(each, attr(n, "alt"))
	}
	return counted(strings.Join(each, "")), counted(strings.Join(each, " "))
}

func TestOrdinaryMarkdownIsBuiltAndNothingOfItIsLost(t *testing.T) {
	s := mustBuild(t, foreign.fs(), Options{})
	pages := map[string]string{
		"A book": "reading-list/a-book.html", "old page": "reading-list/old-page.html", "long": "reading-list/long.html", "odd": "reading-list/odd.html",
		"quotes": "reading-list/quotes.html", "كتاب": "reading-list/كتاب.html", "CR only": "reading-list/cr-only.html",
		"dashes": "reading-list/dashes.html", "At the top": "at-the-top.html",
	}
	for name, source := range foreign {
		if path.Ext(name) != ".md" || path.Base(name) == "README.md" {
			continue
		}
		page := pages[strings.TrimSuffix(path.Base(name), ".md")]
		together, apart := shown(document(t, s.page(t, page)))
		for w, n := range counted(noWords.ReplaceAllString(source, " ")) {
			if have := max(together[w], apart[w]); have < n {
				t.Errorf("%s: %q is there %d times, and was written %d times", page, w, have, n)
			}
		}
	}
	for _, w := range []string{"5 < 6 && 7 > 2; AT&T; {{ mustache }}; {% tag %}; [not a link] and [x] neither.", "$x^2$", "==marked==", ":smile: @someone #tag"} {
		if !strings.Contains(text(document(t, s.page(t, "reading-list/odd.html"))), w) {
			t.Errorf("%q is not as it was written", w)
		}
	}
}

func TestOrdinaryMarkdownHasItsFirstHeadingAsItsTitle(t *testing.T) {
	s := mustBuild(t, foreign.fs(), Options{})
	for url, want := range map[string]string{
		"reading-list/a-book.html": "A book about streets", "reading-list/old-page.html": "Old page", "reading-list/odd.html": "It begins with a second heading",
		"reading-list/كتاب.html": "كتاب", "reading-list/cr-only.html": "CR", "reading-list/quotes.html": "Quotes", "reading-list/dashes.html": "After a rule",
	} {
		for _, l := range s.Course.Lessons {
			if l.URL == url && l.Title != want {
				t.Errorf("%s is called %q, want %q", url, l.Title, want)
			}
		}
	}
}
