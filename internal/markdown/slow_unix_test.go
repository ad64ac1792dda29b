//go:build unix

package markdown_test

import (
	"flag"
	"fmt"
	"strings"
	"testing"
	"time"

	"lectern/internal/markdown"
	"lectern/test/effort"
)

var slowest = flag.Bool("slowest", false, "look for texts of 64 KB that take long to read")

// shapes are what a text can be full of.
var shapes = []string{
	"> ", "- ", "1. ", "* ", "\t", "  ", "\n", "\n\n", "a", "é", "\\", "&", "&amp;", "<", "<a>", "<b", "<!--", "-->", "<?", "<p>\n",
	"[", "]", "](", "![", "](a)", "[a]", "[a]: b\n", "[^1]", "[^1]: a\n", "[[", "]]", "[@a", "@a ", "; ", "[x] ", "(x) ", "(8/10) ",
	"*", "**", "_", "__", "*a ", "_a ", "~~", "`", "``", "```\n", "~~~\n", "|", "|-", "|a|\n|-|\n", "---\n", "===\n", "# ", "# a\n", "\"", "'", "\"a ", "a's ", "--", "...",
	"http://a.b ", "www.a.b ", "a@b.c ", ":a: ", "a\n: b\n", "$", "$$", "{", "{pinned}", " -> ", " / ", " = ", "± ", "**Note:** ", "> **Why:** a\n",
	"### Question: a\n", "- (x) a\n", "- [ ] a\n", "- = 1\n", "  > a\n", "- a -> b\n", "- a: b; c\n", "## Quiz: a\n", "<!-- {id: a} -->\n",
}

// No text under 64 KB takes over a second to read: each shape alone, and each
// two in turn, and one after many of the other.
func TestNoTextOf64KBTakesOverASecond(t *testing.T) {
	if !*slowest {
		t.Skip("the time that reading takes is looked at by make torture alone")
	}
	const size = 64<<10 - 1
	m := markdown.New(english(t))
	tried, worst, of := 0, time.Duration(0), ""
	try := func(name, text string) {
		least := effort.Of(t, time.Second/4, func() { parse(t, m, text, markdown.Request{LiftTitle: true, Entries: true}) })
		if least > time.Second {
			t.Errorf("%s: %v", name, least)
		}
		if tried++; least > worst {
			worst, of = least, name
		}
	}
	for _, a := range shapes {
		try(fmt.Sprintf("many %q", a), strings.Repeat(a, size/len(a)))
	}
	t.Logf("%d texts of one shape: %v at most, for %s", tried, worst, of)
	for _, a := range shapes {
		for _, b := range shapes {
			try(fmt.Sprintf("%q and %q in turn", a, b), strings.Repeat(a+b, size/len(a+b)))
			try(fmt.Sprintf("%q after many %q", b, a), strings.Repeat(a, size/2/len(a))+strings.Repeat(b, size/2/len(b)))
		}
		t.Logf("%d texts so far: %v at most, for %s", tried, worst, of)
	}
	t.Logf("%d texts: %v at most, for %s", tried, worst, of)
}
