package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// endings limits how far a paragraph is looked through for the ends of addresses:
// goldmark looks for the end of each `](` anew, to the end of everything where
// there is none.
type endings struct{}

const (
	maxSought = 4 << 20 // bytes looked through for a paragraph
	unended   = 64 << 10
)

func (x endings) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(prioritized(x, 190))) // before links
}

// Trigger implements parser.InlineParser.
func (endings) Trigger() []byte { return []byte{']'} }

// Parse implements parser.InlineParser. It takes what is beyond the limit as
// text, and leaves the rest to others.
func (endings) Parse(_ ast.Node, block text.Reader, c parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 2 || line[1] != '(' {
		return nil
	}
	sought, _ := c.Get(soughtKey).(int)
	if sought < maxSought {
		c.Set(soughtKey, sought+seek(line[2:]))
		return nil
	}
	block.Advance(2)
	return ast.NewTextSegment(segment.WithStop(segment.Start + 2))
}

// seek is how many bytes goldmark looks through for the end of an address and its
// title. A title may go on in the next lines.
func seek(line []byte) int {
	open := 1
	for i, b := range line {
		switch b {
		case '(':
			open++
		case ')':
			open--
		}
		if open == 0 {
			return i
		}
	}
	return unended
}

// CloseBlock implements parser.CloseBlocker.
func (endings) CloseBlock(_ ast.Node, _ text.Reader, c parser.Context) { c.Set(soughtKey, 0) }

var soughtKey = parser.NewContextKey()
