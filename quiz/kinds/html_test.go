package kinds_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"lectern/internal/prose"
)

// htmlPage is a rendered question as a browser reads it.
type htmlPage struct {
	t      *testing.T
	source string
	root   *html.Node
}

func parsePage(t *testing.T, source string) htmlPage {
	t.Helper()
	root, err := html.Parse(strings.NewReader("<!doctype html><title>A question</title><body>" + source))
	if err != nil {
		t.Fatal(err)
	}
	return htmlPage{t, source, root}
}

// wantNoRepairs: a parser repairs whatever it gets, so a page is well-formed
// when what it made of it has the same tags in the same order.
func (p htmlPage) wantNoRepairs() {
	p.t.Helper()
	var parsed strings.Builder
	for n := range p.find("form")[0].Parent.ChildNodes() {
		if err := html.Render(&parsed, n); err != nil {
			p.t.Fatal(err)
		}
	}
	if written, read := tags(p.source), tags(parsed.String()); !slices.Equal(written, read) {
		p.t.Errorf("a browser repairs this page: it has\n%v\nand reads\n%v", written, read)
	}
}

func tags(source string) (all []string) {
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch token := z.Next(); token {
		case html.ErrorToken:
			return all
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			all = append(all, map[bool]string{true: "/"}[token == html.EndTagToken]+string(name))
		}
	}
}

// wantWholeReferences: what an attribute points at is there, once.
func (p htmlPage) wantWholeReferences() {
	p.t.Helper()
	ids := map[string]int{}
	for n := range p.root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			ids[id]++
		}
	}
	for id, n := range ids {
		if n > 1 {
			p.t.Errorf("the id %s is there %d times", id, n)
		}
	}
	for n := range p.root.Descendants() {
		for _, name := range []string{"for", "aria-labelledby", "aria-describedby"} {
			for _, id := range strings.Fields(attribute(n, name)) {
				if ids[id] == 0 {
					p.t.Errorf("%s of <%s> points at %s, which is not there", name, n.Data, id)
				}
			}
		}
	}
}

// wantLabels: everything to fill in has a label with words, or a name of its own in the run of a sentence.
func (p htmlPage) wantLabels() {
	p.t.Helper()
	for _, field := range p.find("input, textarea, select") {
		if attribute(field, "type") == "hidden" {
			continue // nothing to fill in
		}
		label := attribute(field, "aria-label")
		for n := range field.Ancestors() {
			if n.Data == "label" {
				label = words(n)
			}
		}
		for _, n := range p.find("label") {
			if id := attribute(field, "id"); id != "" && attribute(n, "for") == id {
				label = words(n)
			}
		}
		if strings.TrimSpace(label) == "" {
			p.t.Errorf("<%s name=%q value=%q> has no label", field.Data, attribute(field, "name"), attribute(field, "value"))
		}
	}
}

// wantParts: the places say a text that may have blanks in it.
func (p htmlPage) wantParts(places string, text prose.Text) {
	p.t.Helper()
	parts, _ := text.Cut(prose.Blank)
	for _, part := range parts {
		p.wantWords(places, part)
	}
}

// wantWords: one of the places says exactly this much or more.
func (p htmlPage) wantWords(places string, text prose.Text) {
	p.t.Helper()
	want := text.Plain()
	for _, place := range p.find(places) {
		if strings.Contains(plainWords(place), want) {
			return
		}
	}
	if want != "" {
		p.t.Errorf("%s does not say %q", places, want)
	}
}
