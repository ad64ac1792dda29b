package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"lectern/internal/once"
)

// Slips that take a part of a lesson away from students, and that Markdown allows.

// reportInside reports a question in a quote or a list. Markdown takes its heading
// for the quote's, and students would read the answers with the key.
func (p *page) reportInside(heading *ast.Heading) {
	if heading.Parent().Kind() == ast.KindDocument {
		return
	}
	word, _ := p.wordOf(heading)
	if p.keywordOf(word) == "" || !p.looksLikeQuestion(siblingsAfter(heading)) {
		return
	}
	p.diags.Error(p.file, p.lineOf(startOf(heading)), "question-inside", "this question is inside a quote or a list, where nobody is asked it",
		"let its lines begin at the left, without `>` or blanks before them")
}

func siblingsAfter(n ast.Node) (after []ast.Node) {
	for next := n.NextSibling(); next != nil && next.Kind() != ast.KindHeading; next = next.NextSibling() {
		after = append(after, next)
	}
	return after
}

// warnOpenCode warns of code that goes on to the end of the file.
func (p *page) warnOpenCode(code *ast.FencedCodeBlock) {
	lines := code.Lines()
	if lines.Len() == 0 || len(bytes.TrimSpace(p.text[lines.At(lines.Len()-1).Stop:])) > 0 {
		return
	}
	above := max(bytes.LastIndexByte(p.text[:lines.At(0).Start], '\n'), 0)
	p.diags.Warn(p.file, p.lineOf(above), "code-open", "this code is never closed, so all that follows is shown as code",
		"write a line with the same signs below it, such as three backticks")
}

// blankInAddress is what would be a link, or a picture, if a file's name had no
// blank in it.
var blankInAddress = once.Regexp(`^\]\(([^\s()<>"][^\n()<>"]*[ \t][^\n()<>"]*\.(?i:md|html?|png|jpe?g|gif|svg|webp|pdf|docx?|pptx?|xlsx?|csv|txt|mp3|mp4|zip)(?:#[^\s()<>"]*)?)(?:[ \t]+"[^"\n]*")?\)`)

// reportBlankInAddress reports a link that Markdown takes for words.
func (p *page) reportBlankInAddress(words *ast.Text) {
	if words.Parent().Kind() == ast.KindCodeSpan {
		return
	}
	for at := words.Segment.Start; at < words.Segment.Stop; at++ {
		if p.text[at] != ']' {
			continue
		}
		m := blankInAddress.FindSubmatchIndex(p.text[at:])
		if m == nil || !p.opensBefore(at) {
			continue
		}
		p.diags.Error(p.file, p.place(at+m[2], at+m[3]), "link-broken", "there is a blank in this address, so it is no link",
			"put the address between < and >: `(<"+string(p.text[at+m[2]:at+m[3]])+">)`")
	}
}

// longestText is how long the text of a link is that is looked for, in bytes.
const longestText = 1000

// opensBefore reports whether a bracket is open that stands for no sign.
func (p *page) opensBefore(at int) bool {
	before := p.text[max(0, at-longestText):at]
	open := bytes.LastIndexByte(before, '[')
	return open == 0 || open > 0 && before[open-1] != '\\'
}

var commentStart, commentEnd = []byte("<!--"), []byte("-->")

// isOpenComment reports whether a comment has no end, or the end of another one
// that begins in it.
func (p *page) isOpenComment(n ast.Node) bool {
	html, ok := n.(*ast.HTMLBlock)
	if !ok || html.HTMLBlockType != ast.HTMLBlockType2 {
		return false
	}
	inside, _, ends := bytes.Cut(bytes.TrimSpace(rawBlock(html, p.text))[len(commentStart):], commentEnd)
	return !ends || bytes.Contains(inside, commentStart)
}

// reportOpenComment reports what browsers would hide to the end of the page.
func (p *page) reportOpenComment(n *ast.HTMLBlock) {
	if !p.isOpenComment(n) {
		return
	}
	said := "this comment never ends, and hides all that is below it"
	if bytes.Contains(rawBlock(n, p.text), commentEnd) {
		said = "this comment does not end before the next one begins"
	}
	p.diags.Error(p.file, p.lineOf(startOf(n)), "comment-open", said, "write `-->` where it is to end; a comment cannot hold another one")
}
