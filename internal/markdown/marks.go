package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// marks limits how many marks of emphasis a paragraph has: goldmark looks for the
// beginning of each among all that came before, in the square of their number. In
// a row of marks nobody meant emphasis.
type marks struct{}

// maxMarks is how many rows of * or _ or ~ in a paragraph may be emphasis.
const maxMarks = 2000

func (x marks) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(prioritized(x, 400))) // before those that read them
}

// Trigger implements parser.InlineParser.
func (marks) Trigger() []byte { return []byte{'*', '_', '~'} }

// Parse implements parser.InlineParser. It takes what is beyond the limit as
// text, and leaves the rest to others.
func (marks) Parse(_ ast.Node, block text.Reader, c parser.Context) ast.Node {
	seen, _ := c.Get(marksKey).(int)
	if seen < maxMarks {
		c.Set(marksKey, seen+1)
		return nil
	}
	line, segment := block.PeekLine()
	row := len(line) - len(bytes.TrimLeft(line, string(line[0])))
	block.Advance(row)
	return ast.NewTextSegment(segment.WithStop(segment.Start + row))
}

// CloseBlock implements parser.CloseBlocker.
func (marks) CloseBlock(_ ast.Node, _ text.Reader, c parser.Context) { c.Set(marksKey, 0) }

var marksKey = parser.NewContextKey()
