package markdown_test

import (
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/source"
)

func BenchmarkParse(b *testing.B) {
	paragraph := "The operator checks the pressure reading and **records** the shift log before the next shift begins. A trained colleague reviews the risk assessment, *as soon* as the alarm clears.\n\n"
	text := "## A part\n\n" + strings.Repeat(paragraph, 12) + "- one\n- two, see [another](other.md)\n\n### Question: What comes first?\n\n- (x) This\n  > Yes.\n- ( ) That\n  > No.\n"
	file, err := source.New("lesson.md", []byte(text))
	if err != nil {
		b.Fatal(err)
	}
	m := markdown.New(english(b))
	for b.Loop() {
		var d diag.List
		m.Parse(file, markdown.Request{Body: file.All(), Slug: "lesson"}, &d)
	}
}
