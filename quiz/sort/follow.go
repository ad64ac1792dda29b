package sort

import "lectern/quiz"

// Follow implements quiz.Question. Groups pair in the author's order, and the
// items of each likewise.
func (q *Question) Follow(original quiz.Question, p *quiz.Pairing) {
	o := original.(*Question)
	if !p.Count(len(q.Groups), len(o.Groups), "group", "groups") {
		return
	}
	names := map[string]Item{} // the original's items, by the fingerprints of ours
	for i := range q.Groups {
		a, b := &q.Groups[i], o.Groups[i]
		if !p.CountIn(a.at, b.at, "group", len(a.Items), len(b.Items), "item", "items") {
			return
		}
		a.Fingerprint = b.Fingerprint
		for j := range a.Items {
			names[a.Items[j].Fingerprint] = b.Items[j]
			a.Items[j].follow(b.Items[j])
		}
	}
	for i := range q.Items {
		q.Items[i].follow(names[q.Items[i].Fingerprint])
	}
}

func (i *Item) follow(original Item) { i.Fingerprint, i.Group = original.Fingerprint, original.Group }
