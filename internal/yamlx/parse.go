package yamlx

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"gopkg.in/yaml.v3"

	"lectern/internal/diag"
	"lectern/internal/source"
)

// maxDepth is how deep lists and groups may be nested.
const maxDepth = 32

// Parse reads the YAML in the range r of f. It reports every problem to d and
// returns false after one. A text that is empty or cannot be read at all is an
// empty Mapping; a value that cannot be read is taken as it is written.
func Parse(f *source.File, r source.Range, d *diag.List) (Node, bool) {
	return (&parser{file: f, start: r.Start, diags: d}).parse(r)
}

// ParseFirst is Parse for a file that may go on after its YAML, such as the
// references at the top of a text.
func ParseFirst(f *source.File, r source.Range, d *diag.List) (Node, bool) {
	return (&parser{file: f, start: r.Start, diags: d, first: true}).parse(r)
}

func (p *parser) parse(r source.Range) (Node, bool) {
	text := p.file.Slice(r)
	p.snippet, _ = source.New(p.file.Path, []byte(text))
	root, err := p.unmarshal(text)
	for rest := text; err != nil; {
		if rest = p.explain(rest, err); rest == "" {
			return Node{Kind: Mapping, At: r}, false
		}
		root, err = p.unmarshal(rest)
	}
	if p.lost > 0 {
		p.fail(p.lineRange(p.lost), "yaml-syntax", "the settings end above this, and this would be lost", "take out the line `---` above it")
	}
	if root == nil || len(root.Content) == 0 {
		return Node{Kind: Mapping, At: r}, !p.failed
	}
	n := p.node(root.Content[0], 0)
	return n, !p.failed
}

type parser struct {
	file    *source.File
	snippet *source.File // the YAML alone, to turn its lines into offsets
	start   int
	diags   *diag.List
	first   bool // nothing after the first document is looked at
	failed  bool
	broken  map[int]string // what is written where a value cannot be read
	tried   int            // bytes that were read to find what is wrong
	lost    int            // the line of a second document, which nothing reads
}

// unmarshal guards against panics of the library: nothing an author writes
// may stop the program.
func (p *parser) unmarshal(text string) (doc *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("yaml: %v", r)
		}
	}()
	var n, more yaml.Node
	decoder := yaml.NewDecoder(strings.NewReader(text))
	if err := decoder.Decode(&n); err != nil && err != io.EOF {
		return nil, err
	}
	if p.first {
		return &n, nil
	}
	switch err := decoder.Decode(&more); {
	case err == nil && !isNothing(&more):
		p.lost = more.Content[0].Line
	case err != nil && err != io.EOF:
		return nil, err
	}
	return &n, nil
}

// isNothing reports whether a document is empty, as after a last line of dashes.
func isNothing(doc *yaml.Node) bool {
	return len(doc.Content) == 0 || doc.Content[0].Kind == yaml.ScalarNode && doc.Content[0].Value == ""
}

func (p *parser) fail(at source.Range, name, text, hint string) {
	p.failed = true
	p.diags.Error(p.file, at, name, text, hint)
}

func (p *parser) node(n *yaml.Node, depth int) Node {
	out := Node{At: p.place(n)}
	switch {
	case depth > maxDepth:
		p.fail(out.At, "yaml-depth", fmt.Sprintf("this is nested more than %d levels deep", maxDepth), "")
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		p.fail(out.At, "yaml-alias", "YAML anchors and aliases (& and *) cannot be used here", `write the value out; a value that begins with & or * needs quotes: "*like this*"`)
	case n.Kind == yaml.MappingNode:
		out.Kind = Mapping
		out.Entries = p.entries(n, depth)
	case n.Kind == yaml.SequenceNode:
		out.Kind = Sequence
		for _, c := range n.Content {
			out.Items = append(out.Items, p.node(c, depth+1))
		}
	default:
		out.Value = n.Value
		if written, isBroken := p.broken[out.At.Start]; isBroken {
			out.Value, out.broken = written, true
		}
		out.Quoted = n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
		out.Null = !out.Quoted && (n.Value == "" || n.Value == "~" || n.Value == "null")
	}
	return out
}

func (p *parser) entries(n *yaml.Node, depth int) []Entry {
	seen := map[string]bool{}
	var out []Entry
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := p.node(n.Content[i], depth+1)
		if key.Kind != Scalar {
			p.fail(key.At, "yaml-key", "a key must be a single word", "")
			continue
		}
		if seen[key.Value] {
			p.fail(key.At, "yaml-duplicate", fmt.Sprintf("`%s` is given twice", key.Value), "keep one of them")
			continue
		}
		seen[key.Value] = true
		out = append(out, Entry{key.Text(), p.node(n.Content[i+1], depth+1)})
	}
	return out
}

// place finds the bytes of a node. The library tells only where it begins.
func (p *parser) place(n *yaml.Node) source.Range {
	at := p.snippet.Offset(source.Position{Line: n.Line, Column: n.Column})
	line := p.snippet.Text()[at:p.snippet.LineRange(at).End]
	length := len(line)
	switch {
	case n.Kind != yaml.ScalarNode:
		length = min(1, length)
	case n.Style == 0 && bytes.HasPrefix(line, []byte(n.Value)):
		length = len(n.Value)
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 && length > 0:
		if end := bytes.IndexByte(line[1:], line[0]); end >= 0 {
			length = end + 2
		}
	}
	return source.Range{Start: at, End: at + length}.Shift(p.start)
}

// lineRange is the place of line n of the snippet, without its indentation.
func (p *parser) lineRange(n int) source.Range {
	line := p.snippet.Line(n)
	trimmed := strings.TrimLeft(line, " \t")
	start := p.snippet.LineStart(n) + len(line) - len(trimmed)
	return source.Range{Start: start, End: start + max(1, len(trimmed))}.Shift(p.start)
}
