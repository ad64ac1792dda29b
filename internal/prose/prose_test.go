package prose_test

import (
	"strings"
	"testing"

	"lectern/internal/prose"
)

func TestFillPutsEachPieceInItsOpening(t *testing.T) {
	text := prose.Join(
		prose.Text{HTML: `<a href="">one</a>`, Refs: []prose.Ref{{At: 9, Target: "1.md"}}},
		prose.Text{HTML: `<a href="">two</a>`, Refs: []prose.Ref{{At: 9, Target: "2.md"}}},
	)
	got := text.Fill(func(b *strings.Builder, r prose.Ref) { b.WriteString(r.Target) })
	if want := `<a href="1.md">one</a><a href="2.md">two</a>`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestPlainKeepsWordsApartAndTogether(t *testing.T) {
	for html, want := range map[string]string{
		"<p>One.</p><p>Two.</p>":          "One. Two.",
		"half<em>way</em>":                "halfway",
		"<li>a</li><li>b &amp; c</li>":    "a b & c",
		"<p>broken <":                     "broken",
		"line<br>break":                   "line break",
		"<a href=\"x\">link</a>&nbsp;end": "link end",
	} {
		if got := (prose.Text{HTML: html}).Plain(); got != want {
			t.Errorf("Plain(%q) = %q, want %q", html, got, want)
		}
	}
}
