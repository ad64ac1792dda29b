package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"lectern/internal/prose"
)

// renderText writes text as goldmark does, and notes that it is running text.
func (x links) renderText(w util.BufWriter, src []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n, rec := node.(*ast.Text), recorderOf(w)
	start := rec.Len()
	if n.IsRaw() {
		html.DefaultWriter.RawWrite(w, n.Segment.Value(src))
		return ast.WalkContinue, nil
	}
	html.DefaultWriter.Write(w, x.unbroken(n, src))
	switch {
	case n.HardLineBreak():
		w.WriteString("<br>\n")
		return ast.WalkContinue, nil
	case n.SoftLineBreak():
		w.WriteByte('\n')
	}
	rec.running(start)
	return ast.WalkContinue, nil
}

// unbroken is the source of a text, with the spaces that must not break a line
// in the course's language.
func (x links) unbroken(n *ast.Text, src []byte) []byte {
	words := n.Segment.Value(src)
	if !x.options.Smart || !prose.Unbreaks(x.options.Language) || !bytes.ContainsRune(words, ' ') {
		return words
	}
	return []byte(prose.Unbroken(string(words), x.options.Language))
}
