package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// quoteRows leaves a row of equal quotes as it is that is too long to quote
// anything: a line drawn with them. goldmark would look through the rest of the
// row for each of its signs, in the square of their number.
type quoteRows struct{}

// maxRow is how many equal quotes may stand in a row and still be quotes.
const maxRow = 16

// Trigger implements parser.InlineParser.
func (quoteRows) Trigger() []byte { return []byte{'"', '\''} }

// Parse implements parser.InlineParser.
func (quoteRows) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	row := 1
	for row < len(line) && line[row] == line[0] && row <= maxRow {
		row++
	}
	if row <= maxRow {
		return nil
	}
	row = len(line) - len(bytes.TrimLeft(line, string(line[0])))
	block.Advance(row)
	return ast.NewTextSegment(segment.WithStop(segment.Start + row))
}

// quotes turns straight quotes into the marks of a language. goldmark's own are
// made for English, where 'em and 'til begin with an apostrophe and a quotation
// such as 'elle' does not.
type quotes struct{ marks quoteMarks }

// Trigger implements parser.InlineParser.
func (quotes) Trigger() []byte { return []byte{'"', '\''} }

// Parse implements parser.InlineParser.
func (q quotes) Parse(_ ast.Node, block text.Reader, c parser.Context) ast.Node {
	line, _ := block.PeekLine()
	s := sign{line[0], block.PrecendingCharacter(), ' '}
	if len(line) > 1 {
		s.after, _ = utf8.DecodeRune(line[1:])
	}
	if in := quotedIn(c); len(in.open) > maxQuoted {
		in.cut(0) // nobody quotes that deep: they were all something else
	}
	mark := q.double
	if s.char == '\'' {
		mark = q.single
	}
	node := mark(s, quotedIn(c))
	if node == nil {
		return nil // it stays as it is
	}
	block.Advance(1)
	return node
}

// CloseBlock implements parser.CloseBlocker. What opened and never closed, and
// could be an apostrophe, was one.
func (quotes) CloseBlock(_ ast.Node, _ text.Reader, c parser.Context) { quotedIn(c).cut(0) }

func (q quotes) double(s sign, in *quoted) ast.Node {
	depth := 0
	for _, o := range in.open {
		if o.char == '"' {
			depth++
		}
	}
	open, shut := q.marks.open, q.marks.shut
	if depth%2 == 1 {
		open, shut = q.marks.innerOpen, q.marks.innerShut
	}
	isOpen := in.last('"') >= 0
	switch {
	case isOpen && s.ends():
		return in.shut('"')
	case s.begins():
		return in.add(s, open, shut)
	case isOpen && !unicode.IsSpace(s.before):
		return in.shut('"')
	}
	return nil
}

func (q quotes) single(s sign, in *quoted) ast.Node {
	switch {
	case in.last('\'') >= 0 && s.ends() && !s.elides():
		return in.shut('\'')
	case s.begins():
		return in.add(s, q.marks.innerOpen, q.marks.innerShut)
	}
	return written(apostrophe)
}

const apostrophe = "’"

// sign is a straight quote and what stands around it.
type sign struct {
	char          byte
	before, after rune
}

// begins reports whether a quotation can begin here.
func (s sign) begins() bool {
	return !unicode.IsSpace(s.after) && (unicode.IsSpace(s.before) || strings.ContainsRune(`'"*_/>=~`, s.before) || unicode.In(s.before, unicode.Ps, unicode.Pi, unicode.Pd))
}

// ends reports whether a quotation is likely to end here.
func (s sign) ends() bool {
	return !unicode.IsSpace(s.before) && !unicode.IsLetter(s.after) && !unicode.IsDigit(s.after) && s.after != '('
}

// elides reports whether this is the apostrophe of l'*eau* or d'[ici](here.md).
func (s sign) elides() bool {
	return unicode.IsLetter(s.before) && strings.ContainsRune("*_[`<\"«", s.after)
}

// maxQuoted is how many quotations may be open in a block: each sign looks
// through them all.
const maxQuoted = 200

// quoted are the quotations of a block that have not ended.
type quoted struct{ open []opened }

type opened struct {
	char byte
	mark *ast.String
	shut string
}

var quotedKey = parser.NewContextKey()

func quotedIn(c parser.Context) *quoted {
	in, ok := c.Get(quotedKey).(*quoted)
	if !ok {
		in = &quoted{}
		c.Set(quotedKey, in)
	}
	return in
}

// last is where in the list the innermost quotation with this sign is, or -1.
func (in *quoted) last(char byte) int {
	for i := len(in.open) - 1; i >= 0; i-- {
		if in.open[i].char == char {
			return i
		}
	}
	return -1
}

func (in *quoted) add(s sign, open, shut string) ast.Node {
	mark := written(open)
	in.open = append(in.open, opened{s.char, mark, shut})
	return mark
}

func (in *quoted) shut(char byte) ast.Node {
	at := in.last(char)
	mark := written(in.open[at].shut)
	in.cut(at + 1)
	in.open = in.open[:at]
	return mark
}

// cut forgets the quotations from place at on, which never ended.
func (in *quoted) cut(at int) {
	for _, o := range in.open[at:] {
		if o.char == '\'' {
			o.mark.Value = []byte(apostrophe)
		}
	}
	in.open = in.open[:at]
}

// written is text as it goes into the page.
func written(words string) *ast.String {
	node := ast.NewString([]byte(words))
	node.SetCode(true)
	return node
}
