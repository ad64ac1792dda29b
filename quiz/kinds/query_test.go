package kinds_test

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lectern/internal/prose"
)

// find returns what a selector of tags and classes names: "a", ".b", "a.b",
// "a .b" and several of these parted by commas.
func (p htmlPage) find(selectors string) (found []*html.Node) {
	for n := range p.root.Descendants() {
		for selector := range strings.SplitSeq(selectors, ",") {
			if matches(n, strings.Fields(selector)) {
				found = append(found, n)
				break
			}
		}
	}
	return found
}

func matches(n *html.Node, steps []string) bool {
	last := len(steps) - 1
	if !isA(n, steps[last]) {
		return false
	}
	if last == 0 {
		return true
	}
	for above := range n.Ancestors() {
		if matches(above, steps[:last]) {
			return true
		}
	}
	return false
}

func isA(n *html.Node, step string) bool {
	tag, class, _ := strings.Cut(step, ".")
	return n.Type == html.ElementNode && (tag == "" || n.Data == tag) &&
		(class == "" || slices.Contains(strings.Fields(attribute(n, "class")), class))
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// words is the text inside a node.
func words(n *html.Node) string {
	var b strings.Builder
	for inner := range n.Descendants() {
		if inner.Type == html.TextNode {
			b.WriteString(inner.Data)
		}
	}
	return b.String()
}

// plainWords is the text inside a node as prose.Text.Plain gives it.
func plainWords(n *html.Node) string {
	var b strings.Builder
	if err := html.Render(&b, n); err != nil {
		return ""
	}
	return prose.Text{HTML: b.String()}.Plain()
}
