package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// longestTerm is how many words a term may have, and not be taken for a line of a sentence.
const longestTerm = 9

// warnSentence warns about a sentence that became a term, because its next line begins with a colon: in French a space
// stands before it, and an editor may break the line there. One warning is enough for the lines of a sentence.
func (p *page) warnSentence(n *extast.DefinitionTerm) {
	if prev := n.PreviousSibling(); prev != nil && prev.Kind() == extast.KindDefinitionTerm && isSentence(prev, p.text) {
		return
	}
	if isSentence(n, p.text) {
		p.diags.Warn(p.file, p.lineOf(startOf(n)), "term-long", "this line becomes a term, because the text goes on with a colon at the beginning of a line",
			"put the colon at the end of the line before it; of a real term, keep a few words")
	}
}

func isSentence(term ast.Node, src []byte) bool {
	return len(strings.Fields(wordsIn(term, src))) > longestTerm
}
