package browser

// Ringless names what has the focus without a ring around it or around its label; it is empty when there is one.
func (p *Page) Ringless() string {
	p.t.Helper()
	return Eval[string](p, `(() => {
		const e = document.activeElement;
		if (e === document.body) return "nothing has the focus";
		const ringed = x => {
			const s = getComputedStyle(x);
			return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 && s.outlineColor !== "rgba(0, 0, 0, 0)";
		};
		const name = e.outerHTML.slice(0, 120);
		return [e, ...(e.labels ?? [])].some(ringed) ? "" : "no ring around " + name;
	})()`)
}

// LostFocus says why a person at the keyboard does not see where they are; it is empty when they do. A busy browser
// moves to what has the focus only with its next drawing, and a person sees nothing else.
func (p *Page) LostFocus() string {
	p.t.Helper()
	if p.lostNow() == "" {
		return ""
	}
	Eval[any](p, twoDrawings)
	return p.lostNow()
}

func (p *Page) lostNow() string {
	p.t.Helper()
	if ringless := p.Ringless(); ringless != "" {
		return ringless
	}
	return Eval[string](p, `(() => {
		const e = document.activeElement, name = e.outerHTML.slice(0, 120);
		const box = [...e.getClientRects()].find(box => box.width > 0 && box.height > 0); // the first line of a broken link
		if (!box) return "no place on the page for " + name;
		if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return "out of sight: " + name;
		const at = document.elementFromPoint(
			(Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2);
		return at && (e.contains(at) || at.contains(e)) ? "" : "something lies over " + name;
	})()`)
}
