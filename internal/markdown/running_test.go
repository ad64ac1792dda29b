package markdown_test

import (
	"strings"
	"testing"

	"lectern/internal/markdown"
)

// The parser looks for an address after each space, and cuts the text there.
func TestFrenchSignsStayWithTheirWordWhereverTheTextIsCut(t *testing.T) {
	french := english(t)
	french.Language = "fr-CA"
	doc, _ := parse(t, markdown.New(french), "## Une scène : « oui »\n\nCherchez « Besoin\nde parler » ; *non* : « x » ? (« y »)\n", markdown.Request{})
	signs := strings.NewReplacer("\u00a0", "~", "\u202f", "_")
	if html := signs.Replace(doc.Body.HTML); !strings.Contains(html, "<p>Cherchez «~Besoin\nde parler~»_; <em>non</em>~: «~x~»_? («~y~»)</p>") {
		t.Errorf("the page has\n%s", html)
	}
	if got, want := signs.Replace(doc.Headings[0].Text), "Une scène~: «~oui~»"; got != want {
		t.Errorf("the heading is %q, want %q", got, want)
	}
}
