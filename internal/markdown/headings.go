package markdown

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
	"golang.org/x/text/unicode/norm"

	"lectern/internal/once"
)

// headings writes headings with an id made from their words, so that lessons
// can link to a part of a lesson.
type headings struct{}

func (headings) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(headings{}, 100)))
}

func (headings) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindHeading, renderHeading)
}

func renderHeading(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n, rec := node.(*ast.Heading), recorderOf(w)
	if !entering {
		rec.quiet--
		fmt.Fprintf(w, "</h%d>\n", n.Level)
		return ast.WalkContinue, nil
	}
	rec.quiet++
	fmt.Fprintf(w, "<h%d", n.Level)
	if id := headingID(n); id != "" {
		fmt.Fprintf(w, ` id="%s"`, util.EscapeHTML([]byte(id)))
	}
	return ast.WalkContinue, w.WriteByte('>')
}

func headingID(n ast.Node) string {
	if id, ok := n.AttributeString("id"); ok {
		if b, ok := id.([]byte); ok {
			return string(b)
		}
	}
	return ""
}

// ids gives every heading of a page an id of its own.
type ids struct {
	used map[string]bool
	last map[string]int // the highest number given after the same words
}

// reserved are ids the page templates use.
var reserved = []string{"main", "contents", "words", "references", "next", "on-this-page", "objectives", "key-ideas", "top"}

// taken are beginnings of ids that the page templates make of other names.
var taken = once.Regexp(`^(?:term|ref|q|letter|gloss|drawing)-`)

func newIDs() *ids {
	i := &ids{used: map[string]bool{}, last: map[string]int{}}
	for _, id := range reserved {
		i.used[id] = true
	}
	return i
}

// Generate implements parser.IDs.
func (i *ids) Generate(value []byte, _ ast.NodeKind) []byte {
	base := Slug(string(value))
	if base == "" {
		base = "part"
	}
	if taken.MatchString(base) {
		base = "on-" + base
	}
	id := base
	for n := max(2, i.last[base]+1); i.used[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
		i.last[base] = n
	}
	i.used[id] = true
	return []byte(id)
}

// Put implements parser.IDs.
func (i *ids) Put(value []byte) { i.used[string(value)] = true }

var markup = once.Regexp("\\]\\([^)]*\\)|\\[@[^\\]]*\\]|<[^>]*>|[*`]")

// Slug makes a name for addresses from words: small letters of any script,
// digits, and hyphens between words.
func Slug(words string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(norm.NFC.String(markup.ReplaceAllString(words, ""))) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r == '\'' || r == '’':
			// "person's" is one word
		default:
			gap = true
		}
	}
	return b.String()
}

// liftTitle takes the page's own title out of the body.
func (p *page) liftTitle(root ast.Node, doc *Document) {
	h, ok := root.FirstChild().(*ast.Heading)
	if !ok || h.Level != 1 {
		return
	}
	doc.Title = p.renderInside(h).Plain()
	root.RemoveChild(root, h)
}
