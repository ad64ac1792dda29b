//go:build unix

package site

import (
	"flag"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"lectern/internal/diag"
	"lectern/test/effort"
)

var slowest = flag.Bool("slowest", false, "look for files of 64 KB that take long to build")

// signs are what a file can be full of: a sign or two, and what is known to be slow elsewhere.
var signs = []string{
	"\"", "'", "\"'", "\"'\" ", "'\"", "\"a", "'a", "a'", "\"(", "*", "_", "*_", "*a ", "a* ", "_a ", "a_ ", "*a_ ", "**a *", "a**b c* ", "*a **a ", "a** ", "~", "~~a ", "~a~~ ", "[", "]", "a](", "[a](", "[a](<b", "](", "[a", "![[]()", "[(](", "[a_", "**x [a*b**c*](d)", "[](  ",
	"<", ">", "<a ", "</a", "<a b=", "<!--", "<!A", "<?", "<![CDATA[", "<a@", "<a:", "<<", ">>", "&", "&#", "&a", "&amp;", "&#1", "`", "``` ", "`a``", "a`", "\\", "\\\\", "\\[", "|", "| ", "a|", "\n|", "|-", "$", "$$", "{", "{a", "}", "{{", "{.a}", "> ", ">", "- ", "-", "+ ", "1.", "1. ", "1)", "12345678. ", "^[", "[^", "[^1]", "[^1]:", "\n[^1]: a",
	":::", ":", ":a:", ": ", "\n: a", "\n\n: a\n", "a\n: b\n\n", "#", "# ", "\n# a", "### Question: a\n\n", "### Question: a\n\n- (x) a\n- ( ) b\n\n", "### Reflect: a\n", "## Quiz: a\n", "(x)", "- (x) a\n", "- [x] a\n", "[[", "]]", "[[a]]", "[[a/", "=", "- = a\n", "- = 1..2\n", "- != a\n", "- ~ a\n", "±", " +- ", "->", " -> ", " <-> ", "- a -> b\n", "- a: b; c\n", ";", "; ", "(8/10) ", "**", "**Note:** ", "> **Note:** ", "\n> **Note:** a\n", "> **Why:** a\n\n", "> **Hint:** a\n\n",
	"@", "@a", "@a ", "a@", "a@b.c", "[@a", "[@a]", "[@a; ", "http://", "http://a.b", "http://a.b(", "http://a.b)", "http://a.b&amp;", "www.", "www.a.b ", "mailto:a@b.c ", "a.", "a-", "a_b@", "..", "...", "--", "---", "-- ", " ", "  ", "\t", "\n", "\n\n", " \n", "  \n", "\r", "a", "a ", "A", "1", "1 ", "1,", "é", "e\u0301", "\u0301", "\u200f", "\u200d", "\U0001F600", "\u00a0", "ﷺ", "İ", "ß", "中",
	"<p>", "<p>\n\n", "<p>\n", "<div>\n\n", "</p>\n\n", "<details>", "<b>", "<a>", "<img>", "<script>", "<style>", "<pre>", "<svg>", "<table>", "<table><tr><td>", "<x-y>", "<a href=\"", "<a href='", "[a]: b\n", "[a]: b\n\n", "[a][", "[a][]", "[a][b]", "---\n", "===\n", "a\n===\n", "a\n---\n", "***\n", "* * *\n", "```\n", "~~~\n", "```go\n", "```go\na\n```\n", "```rings\n- a\n```\n", "```pathway\n- a\n```\n", "```bars\n- a: 1\n```\n", "    a\n", "\ta\n", "|a|\n|-|\n", "|a|b|\n|-|-|\n|c|d|\n\n", "- a\n", "- a\n\n", "- - ", "1. a\n", "* a\n", "- :house: a\n", "- [ ] a\n", "![a](b.png)", "![](b.png)\n\n", "[a](b.md)", "[a](#b)", "[a](term:b)", "tea ", "tea\n\n", "Tea", "a  \n", "a\\\n", "<!-- {id: a} -->\n",
	"&a ", "*a ", "!!a ", "[[[", "{a: ", "{a: {", "[a, ", "a: ", "a:\n", "? ", "? a\n", "- ? ", "|\n", ">\n", "%", "%%", "\"\\\"", "''", "\\u", "a: b\n", "- {id: a}\n", "<<: ", "!", "!!", "!!binary ", "&a [*a", "{}", "[]", "{,", "[,", ",",
}

// places are where in a course they can stand: in the place of SIGNS.
var places = map[string]files{
	"a lesson":        {"content/01-start/01-a.md": "# A\n\nSIGNS\n"},
	"a German lesson": {"site.yaml": "title: A\nlanguage: de\n", "content/01-start/01-a.md": "# A\n\nSIGNS\n"},
	"a French lesson": {"site.yaml": "title: A\nlanguage: fr\n", "content/01-start/01-a.md": "# A\n\nSIGNS\n"},
	"a heading":       {"content/01-start/01-a.md": "# A\n\n## SIGNS\n"},
	"a title":         {"content/01-start/01-a.md": "# SIGNS\n"},
	"a stem":          {"content/01-start/01-a.md": "# A\n\n### Question: SIGNS\n\n- (x) Yes\n- ( ) No\n"},
	"an answer":       {"content/01-start/01-a.md": "# A\n\n### Question: A\n\n- (x) SIGNS\n- ( ) No\n"},
	"feedback":        {"content/01-start/01-a.md": "# A\n\n### Question: A\n\n- (x) Yes\n  > SIGNS\n- ( ) No\n"},
	"a typed answer":  {"content/01-start/01-a.md": "# A\n\n### Question: A\n\n- = SIGNS\n"},
	"a number":        {"content/01-start/01-a.md": "# A\n\n### Question: A\n\n- = 1 SIGNS\n"},
	"a blank":         {"content/01-start/01-a.md": "# A\n\n### Fill in: A\n\nIt is [[SIGNS]].\n"},
	"a filled text":   {"content/01-start/01-a.md": "# A\n\n### Fill in: A\n\nIt is [[a]]. SIGNS\n"},
	"a pair":          {"content/01-start/01-a.md": "# A\n\n### Match: A\n\n- a -> SIGNS\n- b -> c\n"},
	"a group":         {"content/01-start/01-a.md": "# A\n\n### Sort: A\n\n- a: SIGNS\n- b: c\n"},
	"an order":        {"content/01-start/01-a.md": "# A\n\n### Order: A\n\n1. a\n2. SIGNS\n"},
	"a card":          {"content/01-start/01-a.md": "# A\n\n### Card: A\n\n> **Back:** SIGNS\n"},
	"a judgement":     {"content/01-start/01-a.md": "# A\n\n### Judge: A\n\n- (8/10) SIGNS\n- (2/10) b\n"},
	"a rating":        {"content/01-start/01-a.md": "# A\n\n### Rate: A\n\n- SIGNS\n\n> **Scale:** SIGNS\n"},
	"a scenario":      {"content/01-start/01-a.md": "# A\n\n### Scenario: A\n\n- [SIGNS](#b)\n\n#### B {#b}\n\n**End:** SIGNS\n"},
	"settings":        {"content/01-start/01-a.md": "# A\n\n### Question: A\n<!-- {id: a, SIGNS} -->\n\n- (x) Yes\n- ( ) No\n"},
	"code":            {"content/01-start/01-a.md": "# A\n\n```go\nSIGNS\n```\n"},
	"HTML":            {"content/01-start/01-a.md": "# A\n\n<div SIGNS>\n"},
	"rings":           {"content/01-start/01-a.md": "# A\n\n```rings\nTitle\n- SIGNS\n- b\n```\n"},
	"a pathway":       {"content/01-start/01-a.md": "# A\n\n```pathway\nTitle\n- SIGNS\n- b\n```\n"},
	"a chart":         {"content/01-start/01-a.md": "# A\n\n```bars\nTitle\n- SIGNS: 1\n- b: 2\n```\n"},
	"front matter":    {"content/01-start/01-a.md": "---\nSIGNS\n---\n# A\n"},
	"a summary":       {"content/01-start/01-a.md": "---\ntitle: A\nsummary: SIGNS\n---\nA\n"},
	"a quoted title":  {"content/01-start/01-a.md": "---\ntitle: \"SIGNS\"\n---\nA\n"},
	"objectives":      {"content/01-start/01-a.md": "---\ntitle: A\nobjectives: {SIGNS}\n---\nA\n"},
	"a block scalar":  {"content/01-start/01-a.md": "---\ntitle: A\nsummary: |\n  SIGNS\n---\nA\n"},
	"the glossary":    {"content/glossary.md": "SIGNS\n"},
	"a term":          {"content/glossary.md": "SIGNS\n: A drink\n"},
	"a meaning":       {"content/glossary.md": "tea\n: SIGNS\n"},
	"references":      {"content/references.yaml": "SIGNS\n"},
	"a reference":     {"content/references.yaml": "- {id: a, type: book, title: \"SIGNS\", author: [{family: \"SIGNS\", given: \"SIGNS\"}], issued: \"SIGNS\"}\n"},
	"support":         {"content/support.yaml": "SIGNS\n"},
	"words":           {"content/words.yaml": "SIGNS\n"},
	"site.yaml":       {"site.yaml": "title: A\nSIGNS\n"},
	"a course's name": {"site.yaml": "title: \"SIGNS\"\n"},
	"a link's target": {"content/01-start/01-a.md": "# A\n\n[a](SIGNS)\n"},
	"sentences":       {"layouts/strings/en.yaml": "pages:\n  skip: \"SIGNS\"\n"},
	"a template":      {"layouts/parts/footer.html": "{{define \"footer\"}}SIGNS{{end}}"},
	"a citation":      {"content/references.yaml": "- {id: a, type: book, title: A}\n", "content/01-start/01-a.md": "# A\n\n[@a, SIGNS]\n"},
	"lists of words":  {"content/glossary.md": "tea\n: A drink\n\na\n: A letter\n", "content/01-start/01-a.md": "# A\n\nSIGNS\n"},
}

// No file under 64 KB takes over a second to build, whatever it is full of, wherever it stands.
func TestNoFileOf64KBTakesOverASecond(t *testing.T) {
	if !*slowest {
		t.Skip("the time that building takes is looked at by make torture alone")
	}
	const size = 64<<10 - 1024
	plain := files{"site.yaml": "title: A\n", "content/index.md": "# A\n", "content/01-start/index.md": "# Start\n", "content/01-start/01-a.md": "# A\n\nTea.\n"}
	tried, worst, of := 0, time.Duration(0), ""
	for place, files := range places {
		for _, sign := range signs {
			changed := plain.with(nil)
			for name, text := range files {
				changed[name] = strings.ReplaceAll(text, "SIGNS", strings.Repeat(sign, size/len(sign)/strings.Count(text+"SIGNS", "SIGNS")))
			}
			least := effort.Of(t, time.Second/4, func() {
				var d diag.List
				Inspect(changed.fs(), Options{}, &d)
				d.Print(io.Discard)
			})
			name := fmt.Sprintf("%s full of %q", place, sign)
			if least > time.Second {
				t.Errorf("%s: %v", name, least)
			}
			if tried++; least > worst {
				worst, of = least, name
			}
		}
		t.Logf("%d files so far: %v at most, for %s", tried, worst, of)
	}
}
