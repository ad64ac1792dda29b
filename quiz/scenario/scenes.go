package scenario

import (
	"fmt"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/quiz"
)

// part is what the author wrote below one heading.
type part struct {
	heading quiz.Piece
	pieces  []quiz.Piece
}

// cut parts a question at its headings. What stands above the first belongs to
// the question as a whole.
func cut(b *quiz.Block) (top *quiz.Block, parts []part) {
	whole := *b
	whole.Pieces = nil
	for _, p := range b.Pieces {
		switch last := len(parts) - 1; {
		case p.Heading != nil:
			parts = append(parts, part{heading: p})
		case last < 0:
			whole.Pieces = append(whole.Pieces, p)
		default:
			parts[last].pieces = append(parts[last].pieces, p)
		}
	}
	return &whole, parts
}

func newScene(b *quiz.Block, p part, number int) *Scene {
	h := p.heading.Heading
	return &Scene{
		Number: number, ID: quiz.FingerprintOf(h.Words, b.File.Slice(p.heading.At)), Anchor: h.ID,
		Name: h.Words, link: h.Name, at: p.heading.At,
	}
}

// reader reads one scenario. It reports everything it finds.
type reader struct {
	b    *quiz.Block
	d    *diag.List
	q    *Question
	ways int
	lost bool // a choice leads nobody knows where
}

// nameAll refuses names that cannot tell the steps apart.
func (r *reader) nameAll() {
	taken := map[string]bool{}
	for _, s := range r.q.Scenes {
		switch {
		case s.Name.Empty():
			r.d.Error(r.b.File, s.at, "step-nameless", "this step has no name", "write one after the `#`: `#### Wait with Sam`")
		case taken[s.ID] || taken[s.link]:
			r.d.Error(r.b.File, s.at, "step-twice", fmt.Sprintf("this scenario has another step called “%s”", s.Name.Plain()), "give each step a name of its own")
		}
		s.twin = s.Name.Empty() || taken[s.ID] || taken[s.link]
		taken[s.ID], taken[s.link] = true, true
	}
}

// fill reads what stands below a scene's heading. The text and the labels of
// the opening are the question's own, and have been read.
func (r *reader) fill(s *Scene, pieces []quiz.Piece) {
	opening := s == r.q.Opening
	for _, p := range pieces {
		switch {
		case p.List != nil && anyLeadsOn(p.List):
			for _, item := range p.List.Items {
				r.addWay(s, item)
			}
		case p.Label == quiz.LabelEnd && opening:
			r.d.Error(r.b.File, p.At, "end-first", "a scenario cannot end where it begins", "give the end a step of its own: a heading, and `> **End:** …` below it")
		case p.Label == quiz.LabelEnd:
			r.addEnd(s, p)
		case opening:
		case p.Label != "":
			r.d.Error(r.b.File, p.At, "step-label", fmt.Sprintf("`%s:` has no place in a step", p.Label), "put it above the first step, where it belongs to the whole scenario")
		default:
			s.Text = prose.Join(s.Text, p.Text)
		}
	}
	r.wantWayOn(s)
}

// wantWayOn: where one stands there are choices or an end, and not both.
func (r *reader) wantWayOn(s *Scene) {
	switch {
	case s.End != nil && len(s.Ways) > 0:
		r.d.Error(r.b.File, s.End.at, "end-and-choices", "this step ends, and it has choices as well", "take the choices out, or give the end a step of its own")
	case s.End != nil || len(s.Ways) > 0:
	case s == r.q.Opening:
		r.d.Error(r.b.File, s.at, "opening-stuck", "this scenario begins without a choice",
			"write what one can choose above the first step, as links to steps: `- [Wait with Sam](#wait)`")
	default:
		r.d.Error(r.b.File, s.at, "step-stuck", "nothing leads on from this step, and it is no end",
			"write choices below it as links to steps: `- [Wait with Sam](#wait)`;\nif the story ends here: `> **End:** …`")
	}
}

// refuseSettings: other ways are what a scenario is for, and an end is reached
// before anybody could be asked how sure they are.
func (r *reader) refuseSettings() {
	for name, why := range map[string]string{"tries": "one may try as many ways as one likes", "confidence": "one chooses without knowing what comes of it"} {
		if n, found := r.b.Settings.Get(name); found {
			r.d.Error(r.b.File, n.At, "setting-scenario", fmt.Sprintf("`%s` means nothing here: %s", name, why), "take it out")
		}
	}
}
