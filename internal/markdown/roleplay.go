package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"lectern/internal/prose"
)

// Led is what a file holds for facilitators.
type Led struct {
	Notes     []prose.Text
	Prompts   []prose.Text // for discussions, one by one
	RolePlays []RolePlay
}

// RolePlay is one scene to play: what everyone hears, and a card for each role.
type RolePlay struct {
	Title, Situation prose.Text
	Roles            []prose.Text // each begins with the role's name in bold
}

// playTitle holds the words that name a role-play.
type playTitle struct{ ast.BaseBlock }

var kindPlayTitle = ast.NewNodeKind("PlayTitle")

func (*playTitle) Kind() ast.NodeKind           { return kindPlayTitle }
func (n *playTitle) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

func renderPlayTitle(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.WriteString(`<p class="play-title"><strong>`)
	} else {
		w.WriteString("</strong></p>\n")
	}
	return ast.WalkContinue, nil
}

// titleOf takes the words out of a paragraph that stand on its first line. It
// returns nil when there are none.
func titleOf(first ast.Node) ast.Node {
	title := &playTitle{}
	for n := first.FirstChild(); n != nil; n = first.FirstChild() {
		first.RemoveChild(first, n)
		title.AppendChild(title, n)
		if text, ok := n.(*ast.Text); ok && (text.SoftLineBreak() || text.HardLineBreak()) {
			break
		}
	}
	endLine(title)
	if !title.HasChildren() {
		return nil
	}
	return title
}

// listRoles makes a list of lines that begin with a name in bold, so that roles
// are a list however they are written.
func (p *page) listRoles(panel ast.Node) {
	for _, block := range childrenOf(panel) {
		if block.Kind() != ast.KindParagraph {
			continue
		}
		var list, role ast.Node
		lineStart := true
		for n := block.FirstChild(); n != nil; {
			next := n.NextSibling()
			if _, isName := p.labelAt(n); isName && lineStart {
				if list == nil {
					list = emptyList()
					panel.InsertAfter(panel, block, list)
				}
				endLine(role)
				role = addItem(list)
			}
			text, isText := n.(*ast.Text)
			lineStart = isText && (text.SoftLineBreak() || text.HardLineBreak())
			if role != nil {
				block.RemoveChild(block, n)
				role.AppendChild(role, n)
			}
			n = next
		}
		endLine(role)
		endLine(block)
		if !block.HasChildren() {
			panel.RemoveChild(panel, block)
		}
	}
}

func emptyList() ast.Node {
	list := ast.NewList('-')
	list.IsTight = true
	return list
}

// addItem puts an item into a list, and returns the block for its words.
func addItem(list ast.Node) ast.Node {
	item, words := ast.NewListItem(0), ast.NewTextBlock()
	item.AppendChild(item, words)
	list.AppendChild(list, item)
	return words
}

// isRoles reports whether each item of a list begins with a name in bold.
func (p *page) isRoles(n ast.Node) bool {
	if n.Kind() != ast.KindList {
		return false
	}
	for _, item := range childrenOf(n) {
		if item.FirstChild() == nil || item.FirstChild().FirstChild() == nil {
			return false
		}
		if _, ok := p.labelAt(item.FirstChild().FirstChild()); !ok {
			return false
		}
	}
	return true
}

// led reads what the tree holds for facilitators, before questions are taken
// out of it.
func (p *page) led(root ast.Node) (led Led) {
	for _, n := range all(root, kindPanel) {
		switch panel := n.(*panelNode); panel.kind.name {
		case facilitator:
			led.Notes = append(led.Notes, p.renderInside(panel))
		case discussion:
			led.Prompts = append(led.Prompts, p.prompts(panel)...)
		case rolePlay:
			led.RolePlays = append(led.RolePlays, p.rolePlay(panel))
		}
	}
	return led
}

// prompts are the items of a discussion's lists. Without a list, all of it is
// one.
func (p *page) prompts(panel *panelNode) (out []prose.Text) {
	for _, block := range childrenOf(panel) {
		if block.Kind() == ast.KindList {
			for _, item := range childrenOf(block) {
				out = append(out, p.renderInside(item))
			}
		}
	}
	if out == nil {
		return []prose.Text{p.renderInside(panel)}
	}
	return out
}

func (p *page) rolePlay(panel *panelNode) (play RolePlay) {
	var situation []ast.Node
	for _, block := range childrenOf(panel) {
		switch {
		case block.Kind() == kindPlayTitle:
			play.Title = p.renderInside(block)
		case p.isRoles(block):
			for _, item := range childrenOf(block) {
				play.Roles = append(play.Roles, p.renderInside(item))
			}
		default:
			situation = append(situation, block)
		}
	}
	play.Situation = p.renderAll(situation)
	return play
}

// ledWords counts the words that stand in the body for facilitators: a lesson
// takes students as long in either edition. footnotes are those that only
// facilitators see.
func (p *page) ledWords(root ast.Node, footnotes []ast.Node) (n int) {
	for _, panel := range all(root, kindPanel) {
		if panel.(*panelNode).kind.led {
			n += countWords(p.render(panel).Plain())
		}
	}
	for _, note := range footnotes {
		n += countWords(p.renderInside(note).Plain())
	}
	return n
}

// ledFootnotes are the footnotes that only what is led refers to.
func ledFootnotes(root ast.Node) (only []ast.Node) {
	for _, list := range all(root, extast.KindFootnoteList) {
		kept := map[int]bool{}
		_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if panel, ok := n.(*panelNode); n == list || ok && panel.kind.led {
				return ast.WalkSkipChildren, nil
			}
			if entering && n.Kind() == extast.KindFootnoteLink {
				follow(n, list, kept)
			}
			return ast.WalkContinue, nil
		})
		for _, note := range all(list, extast.KindFootnote) {
			if !kept[note.(*extast.Footnote).Index] {
				only = append(only, note)
			}
		}
	}
	return only
}
