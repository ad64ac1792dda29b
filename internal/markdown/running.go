package markdown

import (
	"bytes"
	"unicode/utf8"

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
// in the course's language. The parser cuts a text where it looks for other
// things, also between a sign and its space, so the signs beside it are read too.
func (x links) unbroken(n *ast.Text, src []byte) []byte {
	words := n.Segment.Value(src)
	if !x.options.Smart || !prose.Unbreaks(x.options.Language) || !bytes.ContainsRune(words, ' ') {
		return words
	}
	before, after := beside(n, src)
	made := prose.Unbroken(string(before)+string(words)+string(after), x.options.Language)
	signs := []rune(made) // each space became one other
	return []byte(string(signs[len(before) : len(signs)-len(after)]))
}

// beside are the signs right before and right after a text that goes on there.
func beside(n *ast.Text, src []byte) (before, after []rune) {
	if was, ok := n.PreviousSibling().(*ast.Text); ok && goesOn(was, n) {
		last, _ := utf8.DecodeLastRune(was.Segment.Value(src))
		before = []rune{last}
	}
	if next, ok := n.NextSibling().(*ast.Text); ok && goesOn(n, next) {
		first, _ := utf8.DecodeRune(next.Segment.Value(src))
		after = []rune{first}
	}
	return before, after
}

func goesOn(a, b *ast.Text) bool {
	return a.Segment.Stop == b.Segment.Start && !a.SoftLineBreak() && !a.HardLineBreak() && a.Segment.Len() > 0 && b.Segment.Len() > 0
}
