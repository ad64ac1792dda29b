package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// unendedCode remembers which rows of backticks have no other of their length
// after them in a paragraph. goldmark would look for it from each of them.
type unendedCode struct{}

func (x unendedCode) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(prioritized(x, 90))) // before code
}

// Trigger implements parser.InlineParser.
func (unendedCode) Trigger() []byte { return []byte{'`'} }

// Parse implements parser.InlineParser. It takes a row that begins no code as
// text, and leaves the rest to others.
func (unendedCode) Parse(_ ast.Node, block text.Reader, c parser.Context) ast.Node {
	line, segment := block.PeekLine()
	row := rowOf(line)
	lone, _ := c.Get(loneRowsKey).(map[int]bool)
	if !lone[row] {
		if codeEnds(block, row) {
			return nil
		}
		if lone == nil {
			lone = map[int]bool{}
			c.Set(loneRowsKey, lone)
		}
		lone[row] = true
	}
	block.Advance(row)
	return ast.NewTextSegment(segment.WithStop(segment.Start + row))
}

// rowOf is how many backticks a line begins with.
func rowOf(line []byte) int { return len(line) - len(bytes.TrimLeft(line, "`")) }

// codeEnds reports whether there is another row of this length, and leaves the
// reader where it is.
func codeEnds(block text.Reader, row int) bool {
	at, place := block.Position()
	defer func() { block.SetPosition(at, place) }()
	block.Advance(row)
	for {
		line, _ := block.PeekLine()
		if line == nil {
			return false
		}
		for next := bytes.IndexByte(line, '`'); next >= 0; next = bytes.IndexByte(line, '`') {
			found := rowOf(line[next:])
			if found == row {
				return true
			}
			line = line[next+found:]
		}
		block.AdvanceLine()
	}
}

// CloseBlock implements parser.CloseBlocker.
func (unendedCode) CloseBlock(_ ast.Node, _ text.Reader, c parser.Context) { c.Set(loneRowsKey, nil) }

var loneRowsKey = parser.NewContextKey()
