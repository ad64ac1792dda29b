package browser

// Sideways names what makes the page wider than the screen; it is empty when a reader only ever scrolls down.
func (p *Page) Sideways() string {
	p.t.Helper()
	return Eval[string](p, `(() => {
		const page = document.documentElement;
		if (page.scrollWidth <= page.clientWidth) return "";
		const widest = [...document.body.querySelectorAll("*")]
			.map(e => ({e, right: e.getBoundingClientRect().right}))
			.filter(({right}) => right > page.clientWidth + 0.5)
			.sort((a, b) => b.right - a.right)[0];
		const what = widest ? widest.e.outerHTML.slice(0, 120) : "(nothing in the body)";
		return page.scrollWidth + " px of " + page.clientWidth + ": " + what;
	})()`)
}
