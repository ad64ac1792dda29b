package markdown_test

import (
	"strings"
	"testing"
	"time"

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
		"a huge page":        {"[a]: https://example.org/" + strings.Repeat("x", 25_000) + "\n\n" + strings.Repeat("[a] ", 700), "too-much"},
	} {
		began := time.Now()
		_, d := parse(t, m, c.text, markdown.Request{})
		if out := messages(d); !strings.Contains(out, "["+c.want+"]") || strings.Count(out, "error:") != 1 {
			t.Errorf("%s: got\n%s", name, out)
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
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
		"<svg><path d=\"" + strings.Repeat("M0 0", 20_000) + "\"/></svg>\n",
	} {
		if _, d := parse(t, m, text, markdown.Request{}); d.Failed() {
			t.Errorf("%.20q: %s", text, messages(d))
		}
	}
}

// Ten thousand questions with one heading were read in the square of their number.
func TestManyEqualHeadingsAreReadAtOnce(t *testing.T) {
	began := time.Now()
	doc, _ := parse(t, markdown.New(english(t)), strings.Repeat("## Reflect: What now?\n\n", 10_000), markdown.Request{})
	if len(doc.Questions) != 10_000 {
		t.Errorf("%d questions were read", len(doc.Questions))
	}
	if took := time.Since(began); took > 15*time.Second {
		t.Errorf("it took %v", took)
	}
}
