package scenario

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

// link is a text with a link in it, taken apart.
type link struct {
	words         prose.Text // the text as it is without the link
	before, after string     // what of it stands outside the link
	to            string
	at            source.Range // where the author wrote the destination
}

const tag = `<a href="`

// linkIn takes the first link of a text apart; ok is false when there is none.
func linkIn(t prose.Text) (l link, ok bool) {
	open, shut := strings.Index(t.HTML, tag), strings.Index(t.HTML, "</a>")
	if open < 0 || shut < open {
		return link{}, false
	}
	dest := open + len(tag)
	inside := dest + strings.IndexByte(t.HTML[dest:], '>') + 1
	if inside > shut { // HTML that an author wrote, with a tag in its address
		return link{}, false
	}
	l.to, _, _ = strings.Cut(t.HTML[dest:], `"`)
	for _, r := range t.Refs {
		if r.Kind == prose.Link && r.At == dest {
			l.to, l.at = r.Target, r.Place
		}
	}
	l.before, l.after = prose.Text{HTML: t.HTML[:open]}.Plain(), prose.Text{HTML: t.HTML[shut:]}.Plain()
	l.words = t.Without(shut, shut+len("</a>")).Without(open, inside)
	return l, true
}

// leadsOn accepts items that begin with a link to a part of the page.
func leadsOn(item quiz.Item) bool {
	l, ok := linkIn(item.Text)
	return ok && l.before == "" && strings.HasPrefix(l.to, "#")
}

func anyLeadsOn(l *quiz.List) bool { return slices.ContainsFunc(l.Items, leadsOn) }

// addWay reads one choice of a scene.
func (r *reader) addWay(s *Scene, item quiz.Item) {
	r.ways++
	way := &Way{Number: r.ways, From: s, Feedback: item.Feedback, at: item.At}
	s.Ways = append(s.Ways, way)
	r.b.OneParagraph(item, r.d)
	if item.Marker != "" {
		r.d.Error(r.b.File, item.At, "choice-marked", "a choice is not marked as right or wrong: it leads on",
			"take `"+item.Marker+"` out; what a way is worth is written at its end: `> **End:** … (score 1)`")
	}
	if !item.LeftOut.Empty() {
		r.d.Error(r.b.File, item.At, "left-out-unread", "`If left out:` has no place here: every choice but one is left out", "write what one learns from this choice, without a label: `> …`")
	}
	l, ok := linkIn(item.Text)
	switch {
	case !ok:
		r.d.Error(r.b.File, item.At, "choice-not-link", "this choice leads nowhere", fmt.Sprintf("make it a link to a step: `- [%s](#%s)`", item.Source, r.anyName()))
	case l.before != "" || strings.Trim(l.after, ".!?…,;:") != "":
		r.d.Error(r.b.File, item.At, "choice-part-link", "only a part of this choice is a link", fmt.Sprintf("put all of its words between `[` and `]`: `- [%s](%s)`", l.words.Plain(), l.to))
	case !strings.HasPrefix(l.to, "#"):
		r.d.Error(r.b.File, at(l, item), "choice-elsewhere", fmt.Sprintf("a choice leads to a step of its scenario, and this one leads to `%s`", l.to),
			"put the link into the text above, and let the choice lead to a step: `#"+r.anyName()+"`")
	case l.words.Plain() == "":
		r.d.Error(r.b.File, item.At, "choice-wordless", "this choice has no words", "write them between `[` and `]`; a picture can stand in the step")
	default:
		way.Text = l.words
		r.lead(way, l, item)
		return
	}
	r.lost = true
}

// at is the place of a link's destination, as near as it is known.
func at(l link, item quiz.Item) source.Range {
	if l.at == (source.Range{}) {
		return item.At
	}
	return l.at
}

// anyName is a step's name, for examples.
func (r *reader) anyName() string {
	if len(r.q.Scenes) > 0 {
		return r.q.Scenes[0].link
	}
	return "wait"
}

// lead finds the scene that a choice leads to. One whose name was misspelled
// is taken for what was meant, so that nothing else is reported because of it.
func (r *reader) lead(way *Way, l link, item quiz.Item) {
	name, err := url.PathUnescape(l.to[1:])
	if err != nil {
		name = l.to[1:]
	}
	var known []string
	for _, s := range r.q.Scenes {
		known = append(known, "#"+s.link)
	}
	if way.To = r.scene(name); way.To == nil && len(known) > 0 {
		r.d.Error(r.b.File, at(l, item), "choice-nowhere", fmt.Sprintf("this scenario has no step `#%s`", name), diag.DidYouMean("#"+name, known))
		way.To = r.scene(strings.TrimPrefix(diag.Nearest("#"+name, known), "#"))
	}
	r.lost = r.lost || way.To == nil
	if way.To != nil && !way.Feedback.Empty() {
		way.To.Came = append(way.To.Came, way)
	}
}

// scene is the one with a name. Another part of the page may have the same
// name; then the scene's id has a number, and either will do.
func (r *reader) scene(name string) *Scene {
	for _, s := range r.q.Scenes {
		if name != "" && (s.link == name || s.Anchor == name) {
			return s
		}
	}
	return nil
}
