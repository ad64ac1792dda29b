package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/parser"
)

// parserFor is the parser for a text. Looking for addresses that stand in it
// without markup asks at each word, a fifth of all that parsing takes; where there
// can be none, nothing asks.
func (m *Markdown) parserFor(text []byte) parser.Parser {
	if mayHoldBare(text) || bytes.Contains(text, manyBlanks) {
		return m.goldmark.Parser()
	}
	return m.unlinked.Parser()
}

// manyBlanks are more than make a hard break at the end of a line. goldmark keeps
// them while it asks at each word, and drops them else.
var manyBlanks = []byte("   \n")

// mayHoldBare reports whether a text may hold an address without markup, of a page
// or for mail.
func mayHoldBare(text []byte) bool {
	if bytes.Contains(text, []byte("://")) || bytes.Contains(text, []byte("www.")) {
		return true
	}
	for from := 0; ; {
		at := bytes.IndexByte(text[from:], '@')
		if at < 0 {
			return false
		}
		if at += from; at > 0 && !bytes.ContainsRune([]byte(" \n\t[(;"), rune(text[at-1])) {
			return true // an address for mail has something before it; a citation has not
		}
		from = at + 1
	}
}
