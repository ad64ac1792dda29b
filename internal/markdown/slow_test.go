package markdown_test

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"lectern/internal/markdown"
)

var slowest = flag.Bool("slowest", false, "look for texts of 64 KB that take long to read; only on a quiet machine")

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
	type taken struct {
		text string
		time time.Duration
	}
	var all []taken
	try := func(name, text string) {
		least := time.Hour
		for range 3 { // what else the machine does makes it slower, never faster
			began := time.Now()
			parse(t, m, text, markdown.Request{LiftTitle: true, Entries: true})
			if least = min(least, time.Since(began)); least < time.Second/4 {
				break
			}
		}
		all = append(all, taken{name, least})
	}
	for _, a := range shapes {
		for _, b := range append([]string{""}, shapes...) {
			try(fmt.Sprintf("%q and %q in turn", a, b), strings.Repeat(a+b, size/len(a+b)))
			if b != "" {
				try(fmt.Sprintf("%q after many %q", b, a), strings.Repeat(a, size/2/len(a))+strings.Repeat(b, size/2/len(b)))
			}
		}
	}
	slices.SortFunc(all, func(a, b taken) int { return int(b.time - a.time) })
	for i, one := range all[:min(len(all), 40)] {
		if one.time > time.Second {
			t.Errorf("%s: %v", one.text, one.time)
		} else if i < 10 {
			t.Logf("%s: %v", one.text, one.time)
		}
	}
	t.Logf("%d texts", len(all))
}
