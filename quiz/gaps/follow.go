package gaps

import (
	"slices"

	"lectern/quiz"
)

// Follow implements quiz.Question. Blanks pair in the order of the text, and
// the choices of a menu in the author's. The wordings of a typed blank are each
// language's own, and all are accepted in each.
func (q *Question) Follow(original quiz.Question, p *quiz.Pairing) {
	o := original.(*Question)
	p.Setting("accents", accents(q.IgnoreAccents), accents(o.IgnoreAccents))
	q.IgnoreAccents = o.IgnoreAccents
	if !p.Count(len(q.Blanks), len(o.Blanks), "blank", "blanks") {
		return
	}
	for i := range q.Blanks {
		q.Blanks[i].follow(o.Blanks[i], p)
	}
}

func accents(ignore bool) string {
	if ignore {
		return "ignore"
	}
	return "keep"
}

func (b *Blank) follow(o Blank, p *quiz.Pairing) {
	b.ID = o.ID
	if b.Menu() != o.Menu() {
		p.Agree(b.Menu(), o.Menu(), b.at, o.at, "blank", "a menu")
		return
	}
	if !p.CountIn(b.at, o.at, "menu", len(b.Options), len(o.Options), "choice", "choices") {
		return
	}
	for i := range b.Options {
		a := &b.Options[i]
		pair := o.Options[slices.IndexFunc(o.Options, func(other Option) bool { return other.place == a.place })]
		if a.right && !pair.right {
			p.Differs(b.at, o.at, "another choice of this menu is right than in the one it translates", "keep the choices in the order of the original")
		}
		a.Fingerprint = pair.Fingerprint
	}
}

// elsewhere are the wordings that other languages accept in blank i.
func (q *Question) elsewhere(i int) (wordings []string) {
	for _, other := range q.base.Others() {
		if blanks := other.(*Question).Blanks; i < len(blanks) && !blanks[i].Menu() {
			wordings = append(wordings, blanks[i].Accepted...)
		}
	}
	return wordings
}
