package prose_test

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"lectern/internal/prose"
)

var inlineTag = regexp.MustCompile(`^[</]*(a|em|strong|code|span|abbr|sup|sub|del|b|i|u|kbd|mark|small|q|cite|dfn)([ \t\n/]|$)`)

// slowly does what Plain does in steps that anybody can check.
func slowly(source string) string {
	words := regexp.MustCompile(`<[^>]*(>|$)`).ReplaceAllStringFunc(source, func(tag string) string {
		if inlineTag.MatchString(strings.TrimSuffix(tag, ">")) {
			return ""
		}
		return " "
	})
	return strings.Join(strings.Fields(html.UnescapeString(words)), " ")
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{
		"<p>One <em>and</em>\n two.</p>\n<p>A&amp;B &#8217;s&nbsp;end</p>", "&#8 ", " &#8", "&am<b>p;x", "a\u00a0 \u2003b", "&nbsp;&nbsp;x&emsp;", "<br", "a<br>b", "\xff \xc2", "&#32;a&#32;", "<p>&#38 </p>", "&quot;A&amp;lt; &gt;&#39; &amp", "&lt;&amp;nbsp;&nbsp;&gt;",
		" &nbsp; a &#x20;b&nbsp", "&#8&amp;x", "&nGt;&notit;&ampx;", "a &thinsp;&#x21a9;&#xfe0e; </p>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if !utf8.ValidString(source) { // files with other bytes are refused
			return
		}
		text := prose.Text{HTML: source}
		plain := text.Plain()
		if want := slowly(source); plain != want {
			t.Errorf("Plain(%q) = %q, want %q", source, plain, want)
		}
		for _, n := range []int{1, 10} {
			if start := text.PlainStart(n); !strings.HasPrefix(plain, start) || len(start) < min(n, len(plain)) {
				t.Errorf("PlainStart(%d) of %q = %q, want the start of %q", n, source, start, plain)
			}
		}
	})
}

func BenchmarkPlain(b *testing.B) {
	text := prose.Text{HTML: strings.Repeat("<p>The <em>operator</em> checks the pressure reading and records it’s &quot;shift log&quot; before the next&#160;shift begins.</p>\n", 100)}
	for b.Loop() {
		text.Plain()
	}
}
