package site

import "sync"

// progress counts the pages that are rendered, for somebody who waits.
type progress struct {
	tell      func(done, all int) // nil when nobody wants to know
	mu        sync.Mutex
	done, all int
}

// expect counts the pages to come of a language.
func (p *progress) expect(b *builder) {
	if p.tell != nil {
		p.all += len(b.pages) + len(b.recalls) + len(b.sheets)
	}
}

// one counts a page.
func (p *progress) one() {
	if p.tell == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	p.tell(p.done, p.all)
}
