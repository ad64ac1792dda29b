package browser

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// patience bounds one step, so that a page that hangs fails its test instead of stopping all of them. It is no
// measure of speed: every step ends as soon as the thing it waits for is there.
const patience = time.Minute

// Page is one tab. Its test fails when the page logs an error, throws, or breaks its content security policy.
type Page struct {
	t   testing.TB
	ctx context.Context

	mu         sync.Mutex // the browser's events arrive on a goroutine of their own
	complaints []string
	asked      []string
}

// Open opens an empty tab that shows pages in the given look.
func Open(t testing.TB, look Look) *Page {
	t.Helper()
	p := &Page{t: t}
	ctx, cancel := chromedp.NewContext(running(t), chromedp.WithNewBrowserContext(), chromedp.WithListener(p.hear))
	p.ctx = ctx
	t.Cleanup(func() {
		for _, complaint := range p.Complaints() {
			t.Errorf("the page complains: %s", complaint)
		}
		cancel()
	})
	if err := chromedp.Do(ctx); err != nil { // opens the tab, which must outlive the first step's deadline
		t.Fatalf("no new tab: %v", err)
	}
	run(p, "enable audits", func(ctx context.Context, tab *chromedp.Target) (cdp.Empty, error) {
		return cdp.Call(ctx, tab, audits.Enable, cdp.Empty{})
	})
	p.Change(look)
	return p
}

// run takes one step in the tab, or fails the test and says which step it was.
func run[T any](p *Page, step string, action chromedp.Action[T]) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	result, err := chromedp.Run(ctx, action)
	if err != nil {
		p.t.Fatalf("%s: %v", step, err)
	}
	return result
}

// Change shows the page in another look, without loading it again.
func (p *Page) Change(look Look) {
	p.t.Helper()
	run(p, "change to "+look.String(), chromedp.Func(look.apply))
}

// Visit goes to an address and waits until the page has loaded. It forgets what earlier pages asked for.
func (p *Page) Visit(url string) {
	p.t.Helper()
	p.mu.Lock()
	p.asked = nil
	p.mu.Unlock()
	run(p, "visit "+url, chromedp.Navigate(url))
}

// Click clicks the first element that the selector names, once it can be seen.
func (p *Page) Click(selector string) {
	p.t.Helper()
	run(p, "click "+selector, chromedp.Click(chromedp.CSS(selector)))
}

// Follow clicks and waits for the page that the click leads to.
func (p *Page) Follow(selector string) {
	p.t.Helper()
	run(p, "follow "+selector, chromedp.WaitEvent(page.LoadEventFired, nil, chromedp.Click(chromedp.CSS(selector))))
}

// Eval is the value of a JavaScript expression in the page; a promise is waited for.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	return run(p, "evaluate "+excerpt(expression), chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// Until waits until a JavaScript expression is true, looking again at every frame.
func (p *Page) Until(expression string) {
	p.t.Helper()
	look := fmt.Sprintf(`new Promise(done => {
		const look = () => (%s) ? done(true) : requestAnimationFrame(look);
		look();
	})`, expression)
	run(p, "wait until "+expression, chromedp.Evaluate[bool](look, chromedp.EvalAwaitPromise))
}

// Location is the address of the page that the tab shows.
func (p *Page) Location() string {
	p.t.Helper()
	return Eval[string](p, "location.href")
}

// Asked lists every address the page asked for since Visit, once its faces have arrived too. The page's icon is always
// one of them: Chromium fetches it at a moment of its own.
func (p *Page) Asked() []string {
	p.t.Helper()
	icons := Eval[[]string](p, `document.fonts.ready.then(() =>
		[...document.querySelectorAll("link[rel~=icon]")].map(icon => icon.href))`)
	p.mu.Lock()
	defer p.mu.Unlock()
	return append(slices.Clone(p.asked), icons...)
}

func excerpt(text string) string {
	if len(text) > 80 {
		return text[:80] + "…"
	}
	return text
}
