package browser

// complains and asksFor are called by the browser's events, on a goroutine of their own.
func (p *Page) complains(complaint string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.complaints = append(p.complaints, complaint)
}

func (p *Page) asksFor(url string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked = append(p.asked, url)
}

// Complaints hands over what the page complained about so far and forgets it. A test that makes a page complain on
// purpose calls it; otherwise every complaint fails the test when it ends.
func (p *Page) Complaints() []string {
	p.t.Helper()
	Eval[int](p, "1") // what the page said before this answer has been heard
	p.mu.Lock()
	defer p.mu.Unlock()
	complaints := p.complaints
	p.complaints = nil
	return complaints
}
