package markdown

import (
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"lectern/internal/once"
)

// code highlights fenced code with classes alone, so that one markup serves
// light and dark.
type code struct{}

func (code) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(code{}, 100)))
}

func (code) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindFencedCodeBlock, renderCode)
}

func renderCode(w util.BufWriter, src []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.FencedCodeBlock)
	language, text := string(n.Language(src)), string(n.Lines().Value(src))
	w.WriteString("<pre><code")
	if language != "" {
		w.WriteString(` class="language-`)
		html.DefaultWriter.Write(w, []byte(language)) // escapes and entities resolved
		w.WriteByte('"')
	}
	w.WriteByte('>')
	if tokens := tokenise(language, text); tokens != nil {
		writeTokens(w, tokens)
	} else {
		w.Write(util.EscapeHTML([]byte(text)))
	}
	w.WriteString("</code></pre>\n")
	return ast.WalkContinue, nil
}

// lexersOf are those that were asked for.
var lexersOf once.Each[string, chroma.Lexer]

// languages are what code may be called, in small letters: the names of lexers, and
// those of files or their endings. A name that chroma does not know it compares with
// every pattern of file names that it has, for 7 ms and more.
var languages = once.Value(func() map[string]bool {
	known := map[string]bool{}
	for _, lexer := range lexers.GlobalLexerRegistry.Lexers {
		c := lexer.Config()
		for _, name := range slices.Concat([]string{c.Name}, c.Aliases, c.Filenames, c.AliasFilenames) {
			known[strings.ToLower(strings.TrimPrefix(name, "*."))] = true
		}
	}
	return known
})

// languageOf is the name by which code is known: of a file's, it is the ending.
// It is empty when there is no such language.
func languageOf(written string) string {
	for _, name := range []string{written, written[strings.LastIndexByte(written, '.')+1:]} {
		if languages()[strings.ToLower(name)] {
			return name
		}
	}
	return ""
}

// tokenise returns nil when the code is to be shown as it is.
func tokenise(language, text string) []chroma.Token {
	if language == "" || !isHighlighted(text) {
		return nil
	}
	if language = languageOf(language); language == "" {
		return nil
	}
	lexer := lexersOf.Get(language, lexers.Get)
	if lexer == nil || isTooMuch(lexer.Config().Name, len(text)) {
		return nil
	}
	tokens := tokensOf(lexer, text)
	if chroma.Stringify(tokens...) != text {
		return nil // never show other code than was written
	}
	return tokens
}

// tokensOf are the tokens, those side by side of one type as one. It returns what
// it has when the lexer gives up, or does not get on.
func tokensOf(lexer chroma.Lexer, text string) (tokens []chroma.Token) {
	defer func() { _ = recover() }()
	next, err := lexer.Tokenise(nil, text)
	if err != nil {
		return nil
	}
	const stuck = 1000 // a lexer that matches nothing in one place does so for ever
	empty := 0
	for t := next(); t != chroma.EOF && empty < stuck; t = next() {
		last := len(tokens) - 1
		switch {
		case t.Value == "":
			empty++
			continue
		case last >= 0 && tokens[last].Type == t.Type && len(tokens[last].Value) < maxCodeLine:
			tokens[last].Value += t.Value
		default:
			tokens = append(tokens, t)
		}
		empty = 0
	}
	return tokens
}

func writeTokens(w util.BufWriter, tokens []chroma.Token) {
	for _, t := range tokens {
		text := util.EscapeHTML([]byte(t.Value))
		if class := classOf(t.Type); class != "" {
			fmt.Fprintf(w, `<span class="hl-%s">%s</span>`, class, text)
		} else {
			w.Write(text)
		}
	}
}

// classOf brings chroma's hundred token types down to the few that a reader
// tells apart.
func classOf(t chroma.TokenType) string {
	switch {
	case t.InCategory(chroma.Comment):
		return "comment"
	case t.InCategory(chroma.Keyword) || t == chroma.NameTag:
		return "keyword"
	case t.InSubCategory(chroma.LiteralString):
		return "string"
	case t.InSubCategory(chroma.LiteralNumber):
		return "number"
	case t == chroma.NameFunction || t == chroma.NameClass || t == chroma.NameAttribute:
		return "name"
	case t == chroma.GenericInserted:
		return "added"
	case t == chroma.GenericDeleted:
		return "removed"
	}
	return ""
}
