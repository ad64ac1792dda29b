package markdown

import (
	"github.com/yuin/goldmark/ast"

	"lectern/internal/prose"
)

// outline lists the headings that are left once the questions are out.
func (p *page) outline(root ast.Node, doc *Document) {
	questions, quiz := 0, false
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch node := n.(type) {
		case *questionNode:
			questions++
		case *quizNode: // it stands right before its heading
			quiz = node.part == prose.Quiz
		case *ast.Heading:
			words := p.renderInside(node).Plain()
			if p.options.Smart {
				words = prose.Unbroken(words, p.options.Language)
			}
			doc.Headings = append(doc.Headings, Heading{Level: node.Level, ID: headingID(node), Text: words, After: questions, Quiz: quiz})
			quiz = false
		}
	}
}

// follow gives the headings of a translation the ids of the original's, so that
// a link to a part leads there in every language. It can do so only where both
// have the same outline; elsewhere a heading keeps the id of its own words.
func (p *page) follow(root ast.Node, doc *Document, original []Heading) {
	if !sameOutline(doc, original) {
		return
	}
	doc.Own = map[string]string{}
	i := 0
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if heading, ok := n.(*ast.Heading); ok {
			heading.SetAttributeString("id", []byte(original[i].ID))
			i++
		}
	}
	for i, h := range doc.Headings {
		delete(doc.Anchors, h.ID)
		doc.Own[h.ID] = original[i].ID
	}
	for i := range doc.Headings {
		doc.Headings[i].ID = original[i].ID
		doc.Anchors[original[i].ID] = true
	}
	for _, q := range doc.Quizzes {
		q.HeadingID = doc.Own[q.HeadingID]
	}
}

// sameOutline reports whether the headings of doc can have the original's ids.
func sameOutline(doc *Document, original []Heading) bool {
	if len(doc.Headings) != len(original) {
		return false
	}
	other := map[string]bool{} // what only a part of the page that is in no outline is called
	for id := range doc.Anchors {
		other[id] = true
	}
	for _, h := range doc.Headings {
		delete(other, h.ID)
	}
	for i, h := range doc.Headings {
		if h.Level != original[i].Level || h.Quiz != original[i].Quiz || other[original[i].ID] {
			return false
		}
	}
	return true
}
