package markdown_test

import (
	"regexp"
	"strings"
	"testing"

	"lectern/internal/markdown"
)

func TestTextThatWouldTakeForEverIsRefused(t *testing.T) {
	m := markdown.New(english(t))
	for name, c := range map[string]struct{ text, want string }{
		"quotes":             {strings.Repeat("> ", 10_000), "too-deep"},
		"lists":              {strings.Repeat("- ", 10_000), "too-deep"},
		"numbered lists":     {strings.Repeat("1. ", 65), "too-deep"},
		"lists line by line": {strings.Repeat(" ", 130) + "- a", "too-deep"},
		"one endless line":   {strings.Repeat("[a](<b", 50_000), "line-too-long"},
		"a huge file":        {strings.Repeat("a\n", 3<<20), "too-long"},
		"a wide, long table": {"Words.\n\n" + strings.Repeat("|a", 400) + "\n" + strings.Repeat("|-", 400) + "\n" + strings.Repeat("|\n", 300), "table-too-large"},
		"tables in a quote":  {strings.Repeat("> "+strings.Repeat("|a", 90)+"\n> "+strings.Repeat("|-", 90)+"\n"+strings.Repeat("> |\n", 90)+"\n", 20), "table-too-large"},
		"names of addresses": {strings.Repeat("[a]: b\n", 10_001), "too-many-names"},
		"a huge page":        {"```\n" + strings.Repeat(strings.Repeat(`"`, 1000)+"\n", 3000) + "```\n", "too-much"},
	} {
		_, d := parse(t, m, c.text, markdown.Request{})
		if out := messages(d); !strings.Contains(out, "["+c.want+"]") || strings.Count(out, "error:") != 1 {
			t.Errorf("%s: got\n%s", name, out)
		}
	}
}

// What opened long ago was no quotation, and the quotation here is one.
func TestHundredsOfLooseQuotesDoNotSpoilTheNext(t *testing.T) {
	german := english(t)
	german.Language = "de"
	doc, _ := parse(t, markdown.New(german), strings.Repeat("('x ", 1000)+"er sagte 'ja' dazu\n", markdown.Request{})
	if html := doc.Body.HTML; !strings.Contains(html, "er sagte ‚ja‘ dazu") || !strings.HasPrefix(html, "<p>(’x (’x ") {
		t.Errorf("…%s", html[len(html)-60:])
	}
}

// A line drawn with quotes quotes nothing, and the quotation after it is one.
func TestRowsOfQuotesStayAsTheyAre(t *testing.T) {
	for language, quoted := range map[string]string{"en": "“tea”", "de": "„tea“"} {
		o := english(t)
		o.Language = language
		for _, sign := range []string{`"`, `'`} {
			row := strings.Repeat(sign, 64<<10-100)
			doc, _ := parse(t, markdown.New(o), row+" \"tea\"\n", markdown.Request{})
			plain := strings.ReplaceAll(row, `"`, "&quot;")
			if html := doc.Body.HTML; !strings.HasPrefix(html, "<p>"+plain+" "+quoted+"</p>\n") {
				t.Errorf("%s: %d bytes for a row of %d %s, which end in %s", language, len(html), len(row), sign, html[max(0, len(html)-200):])
			}
		}
	}
}

// Thousands of marks in a paragraph are no emphasis, and what follows in the next is.
func TestThousandsOfMarksAreText(t *testing.T) {
	for _, mark := range []string{"* _", "*a ", "a~~ ", "_a* "} {
		row := strings.Repeat(mark, 15_000)
		doc, _ := parse(t, markdown.New(english(t)), "x "+row+"*y* z\n\n*tea*\n", markdown.Request{})
		if html := doc.Body.HTML; !strings.HasSuffix(html, "*y* z</p>\n<p><em>tea</em></p>\n") {
			t.Errorf("%q: …%s", mark, html[max(0, len(html)-80):])
		}
	}
	many := strings.Repeat("*tea* and **milk** ", 400)
	doc, _ := parse(t, markdown.New(english(t)), many, markdown.Request{})
	if n := strings.Count(doc.Body.HTML, "<em>") + strings.Count(doc.Body.HTML, "<strong>"); n != 800 {
		t.Errorf("of 800 emphasised words %d are", n)
	}
}

// Of thousands of addresses that do not end none is a link, and the one in the next paragraph is.
func TestAddressesThatDoNotEndAreText(t *testing.T) {
	for _, sign := range []string{"](", "[a](", "]([", "[a](b (", "[a](<b ", "[a](()"} {
		row := strings.Repeat(sign, 60_000/len(sign))
		doc, d := parse(t, markdown.New(english(t)), row+" [milk](https://example.org/)\n\n[tea](https://example.org/)\n", markdown.Request{})
		if html := doc.Body.HTML; !strings.HasSuffix(html, "[milk](https://example.org/)</p>\n<p><a href=\"https://example.org/\">tea</a></p>\n") {
			t.Errorf("%q: …%s\n%s", sign, html[max(0, len(html)-150):], messages(d))
		}
	}
	many := strings.Repeat("[tea](https://example.org/) ", 2000)
	doc, _ := parse(t, markdown.New(english(t)), many, markdown.Request{})
	if n := strings.Count(doc.Body.HTML, "<a "); n != 2000 {
		t.Errorf("of 2000 links %d are", n)
	}
}

// Code that does not end is looked for once, and what ends is code.
func TestCodeThatDoesNotEndIsText(t *testing.T) {
	row := strings.Repeat("\\```\n", 10_000)
	doc, _ := parse(t, markdown.New(english(t)), "a "+row+"`tea` and ```milk\nhere```\n\n``tea``\n", markdown.Request{})
	if html := doc.Body.HTML; strings.Count(html, "```\n") != 10_000 || !strings.HasSuffix(html, "<code>tea</code> and <code>milk here</code></p>\n<p><code>tea</code></p>\n") {
		t.Errorf("%d rows, and …%s", strings.Count(html, "```\n"), html[max(0, len(html)-150):])
	}
}

func TestTextThatOnlyLooksDeepIsRead(t *testing.T) {
	m := markdown.New(english(t))
	for _, text := range []string{
		"Title\n" + strings.Repeat("=", 200) + "\n",
		strings.Repeat("-", 200) + "\n",
		strings.Repeat("*", 200) + "\n",
		"| a |\n|" + strings.Repeat("-", 200) + "|\n",
		"```\n" + strings.Repeat(" ", 200) + "x - 1\n```\n",
		strings.Repeat("> ", 20) + "deep, but not too deep\n",
		"| a | b |\n|---|:-:|\n" + strings.Repeat("| c | d |\n", 20_000),
		strings.Repeat(strings.Repeat("[a]: b\n", 5000)+"\n", 3),
		strings.Repeat("- a | b - c\n", 5000),
		"<svg><path d=\"" + strings.Repeat("M0 0", 20_000) + "\"/></svg>\n",
	} {
		if _, d := parse(t, m, text, markdown.Request{}); d.Failed() {
			t.Errorf("%.20q: %s", text, messages(d))
		}
	}
}

// The work for one question must not grow with their number. Memory taken is
// counted, because time depends on the machine.
func TestManyEqualHeadingsCostNoMoreEach(t *testing.T) {
	m := markdown.New(english(t))
	each := func(questions int) float64 {
		text := strings.Repeat("## Reflect: What now?\n\n", questions)
		return testing.AllocsPerRun(1, func() {
			if doc, _ := parse(t, m, text, markdown.Request{}); len(doc.Questions) != questions {
				t.Fatalf("%d questions were read, want %d", len(doc.Questions), questions)
			}
		}) / float64(questions)
	}
	if few, many := each(100), each(2000); many > 2*few {
		t.Errorf("a question takes %.0f allocations among 100 and %.0f among 2000", few, many)
	}
}

// Many lexers take time in the square of the length: code that is long, or says the same over and over, is all
// there, and plain.
func TestEndlessCodeIsShownAsItIs(t *testing.T) {
	const line = "func pour() { tea(\"hot\", 1) } // <now>\n"
	colours := func(text string) bool {
		t.Helper()
		doc, d := parse(t, markdown.New(english(t)), "```go\n"+text+"\n```\n", markdown.Request{})
		html := doc.Body.HTML
		words := html[strings.Index(html, "<code"):strings.Index(html, "</code>")]
		words = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(words, "")
		if words = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&amp;", "&").Replace(words); words != text+"\n" || len(d.Sorted()) > 0 {
			t.Errorf("%d bytes of code became %d\n%s", len(text), len(words), messages(d))
		}
		return strings.Contains(html, "<span")
	}
	for _, plain := range []string{
		strings.Repeat(line, 1<<20/len(line)), line + strings.Repeat("\n", 500) + line, strings.Repeat("a", 300), strings.Repeat("f(", 200) + line,
		"x := \"" + strings.Repeat("The kettle is on, and so on. ", 40) + "\"\n", line + strings.Repeat(line[:len(line)-1], 30),
	} {
		if colours(plain) {
			t.Errorf("%d bytes have colours, of %.60q", len(plain), plain)
		}
	}
	for _, slow := range []struct {
		language string
		lines    int
		coloured bool
	}{{"v", 1, false}, {"fish", 200, false}, {"fish", 20, true}, {"vala", 200, false}, {"vala", 20, true}} {
		text := "```" + slow.language + "\n" + strings.Repeat("function pour; echo \"hot tea\"; end\n", slow.lines) + "```\n"
		if doc, _ := parse(t, markdown.New(english(t)), text, markdown.Request{}); strings.Contains(doc.Body.HTML, "<span") != slow.coloured {
			t.Errorf("%d lines of %s: want colours: %v", slow.lines, slow.language, slow.coloured)
		}
	}
	for name, coloured := range map[string]bool{"go": true, "Go": true, "golang": true, "pour.go": true, "tea": false, "pour.tea": false, "go*": false, "": false} {
		if doc, _ := parse(t, markdown.New(english(t)), "```"+name+"\n"+line+"```\n", markdown.Request{}); strings.Contains(doc.Body.HTML, "<span") != coloured {
			t.Errorf("code of %.20q: want colours: %v", name, coloured)
		}
	}
	// This lexer matches nothing at a sign that it does not know, for ever.
	if doc, _ := parse(t, markdown.New(english(t)), "```jsonata\na ^ b\n```\n", markdown.Request{}); !strings.Contains(doc.Body.HTML, "a ^ b") {
		t.Errorf("code that its lexer cannot read became %s", doc.Body.HTML)
	}
	for _, coloured := range []string{line, strings.Repeat(line, 100), line + strings.Repeat("\n", 200) + line, "// " + strings.Repeat("=", 200) + "\n" + line} {
		if !colours(coloured) {
			t.Errorf("%d bytes are plain, of %.60q", len(coloured), coloured)
		}
	}
}
