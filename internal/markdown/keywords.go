package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"

	"lectern/internal/diag"
	"lectern/internal/once"
)

// dictionary maps words in small letters, in the course's language and in
// English, to the English word they stand for.
type dictionary struct {
	english map[string]string
	written []string // all of them, as they are written
}

// newDictionary takes the course's words from the interface's sentences, whose
// keys begin with prefix.
func newDictionary(o Options, prefix string, english []string) dictionary {
	d := dictionary{english: map[string]string{}}
	for _, word := range english {
		key := prefix + Slug(word)
		for _, w := range []string{o.Say(key), word} {
			if w != key {
				d.english[asInDictionary(w)] = word
				d.written = append(d.written, w)
			}
		}
	}
	return d
}

// of is the English word that a word stands for, or "".
func (d dictionary) of(word string) string { return d.english[asInDictionary(word)] }

// writtenFor are the ways to write an English word.
func (d dictionary) writtenFor(english string) []string {
	return slices.DeleteFunc(slices.Clone(d.written), func(w string) bool { return d.of(w) != english })
}

// asInDictionary makes no difference between accents written as one character
// with their letter and beside it, as some devices write them.
func asInDictionary(word string) string { return strings.ToLower(norm.NFC.String(word)) }

// keywordOf is the English keyword that a word stands for, or "".
func (p *page) keywordOf(word string) string { return p.markdown.keywords.of(word) }

var keywordPattern = once.Regexp(`^(\pL[\pL\pM ]{1,30}?)[ \x{00a0}\x{202f}]?:[ \t\x{00a0}]*`)

// wordOf returns the word before a heading's colon, and how many bytes it takes
// with the colon and the blanks after it.
func (p *page) wordOf(heading *ast.Heading) (word string, length int) {
	content := heading.Lines().Value(p.text)
	if bytes.IndexByte(content, ':') < 0 {
		return "", 0 // as most, and looking closely takes long
	}
	if m := keywordPattern.FindSubmatchIndex(content); m != nil {
		return string(content[m[2]:m[3]]), m[1]
	}
	return "", 0
}

// suggestKeyword reports a heading that would be a question but for a slip of
// the fingers, and whether it is. Only a block that looks like a question can
// be one, so that a heading such as "Respect: what it means" is left alone.
func (p *page) suggestKeyword(heading *ast.Heading, word string, nodes []ast.Node) bool {
	near := diag.Nearest(word, p.markdown.keywords.written)
	if near == "" || !p.looksLikeQuestion(nodes) {
		return false
	}
	start := heading.Lines().At(0).Start
	p.diags.Error(p.file, p.place(start, start+len(word)+1), "keyword-unknown",
		fmt.Sprintf("unknown keyword `%s:`", word), fmt.Sprintf("did you mean `%s:`?", near))
	return true
}

func (p *page) looksLikeQuestion(nodes []ast.Node) bool {
	for i, n := range nodes {
		switch node := n.(type) {
		case *ast.HTMLBlock:
			if m := comment.FindSubmatch(node.Lines().Value(p.text)); i == 0 && m != nil && looksLikeSettings(m[1]) {
				return true
			}
		case *ast.List:
			if p.hasMarkers(node) {
				return true
			}
		case *ast.Blockquote:
			if first := node.FirstChild(); first != nil && first.FirstChild() != nil {
				if label, ok := p.labelAt(first.FirstChild()); ok && p.isPartLabel(label) {
					return true
				}
			}
		}
	}
	return false
}

// warnOrphans warns about answers that belong to no question.
func (p *page) warnOrphans(n ast.Node) {
	list, ok := n.(*ast.List)
	if !ok {
		return
	}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if marker, _, _ := p.markerOf(item); marker == "(x)" {
			p.diags.Warn(p.file, p.lineOf(startOf(item)), "question-missing", "this looks like an answer, but it belongs to no question",
				"write a heading above it that begins with a keyword: `### Question: What do you say first?`")
			return
		}
	}
}
