package scenario

import "slices"

// checkWays: every step can be come to, and from every step there is a way to
// an end. Where a choice leads nobody knows where, nothing can be said of it.
func (r *reader) checkWays() {
	if r.lost || len(r.q.Opening.Ways) == 0 {
		return
	}
	met := map[*Scene]bool{}
	r.q.Opening.visit(met)
	ends := r.endings()
	for _, s := range r.q.Scenes {
		if !met[s] && !s.twin {
			r.d.Error(r.b.File, s.at, "step-unreached", "nobody comes to this step: no way from the opening leads here",
				"let a choice lead to it: `- [What one does](#"+s.link+")`; or take it out")
		}
		if len(ends) > 0 && !ends[s] {
			r.d.Error(r.b.File, s.at, "step-endless", "there is no way from this step to an end: its choices lead round in a circle",
				"let one of them, or of the steps they lead to, come to an end")
		}
	}
}

// visit notes every scene that there is a way to.
func (s *Scene) visit(met map[*Scene]bool) {
	if met[s] {
		return
	}
	met[s] = true
	for _, w := range s.Ways {
		w.To.visit(met)
	}
}

// endings are the scenes from which there is a way to an end. One from which
// nothing leads on has been reported already, and counts as an end.
func (r *reader) endings() map[*Scene]bool {
	known := map[*Scene]bool{}
	ends := func(s *Scene) bool {
		return len(s.Ways) == 0 || s.End != nil || slices.ContainsFunc(s.Ways, func(w *Way) bool { return known[w.To] })
	}
	for more := true; more; {
		more = false
		for _, s := range r.q.Scenes {
			if !known[s] && ends(s) {
				known[s], more = true, true
			}
		}
	}
	return known
}
