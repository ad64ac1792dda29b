package judge

import (
	"fmt"

	"lectern/quiz"
)

// Follow implements quiz.Question. Replies pair in the author's order, and the
// panel's votes are the same.
func (q *Question) Follow(original quiz.Question, p *quiz.Pairing) {
	o := original.(*Question)
	if !p.Count(len(q.Replies), len(o.Replies), "reply", "replies") {
		return
	}
	if q.Panel != o.Panel {
		p.Differs(q.Replies[0].at, o.Replies[0].at, fmt.Sprintf("the panel has %d people here and %d in the original", q.Panel, o.Panel), samePanel)
		return
	}
	for i := range q.Replies {
		a, b := &q.Replies[i], o.Replies[i]
		if a.Votes != b.Votes {
			p.Differs(a.at, b.at, fmt.Sprintf("%d of the panel chose this reply, and %d the one it translates", a.Votes, b.Votes), samePanel)
		}
		a.Fingerprint = b.Fingerprint
	}
}

const samePanel = "it is the same panel: keep its votes, and the order of the original"
