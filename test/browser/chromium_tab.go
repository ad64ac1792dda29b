package browser

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

type chromiumTab struct {
	ctx    context.Context
	cancel context.CancelFunc
}

func openChromium(t testing.TB, p *Page) tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(chromium.running(t), chromedp.WithNewBrowserContext(), chromedp.WithListener(p.hearChromium))
	if err := chromedp.Do(ctx); err != nil { // opens the tab, which must outlive the first step's deadline
		t.Fatalf("no new tab: %v", err)
	}
	c := chromiumTab{ctx, cancel}
	if _, err := run(c, func(ctx context.Context, tab *chromedp.Target) (cdp.Empty, error) {
		return cdp.Call(ctx, tab, audits.Enable, cdp.Empty{})
	}); err != nil {
		t.Fatalf("no audits: %v", err)
	}
	return c
}

// run takes one step in the tab.
func run[T any](c chromiumTab, action chromedp.Action[T]) (T, error) {
	ctx, cancel := context.WithTimeout(c.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, action)
}

func (c chromiumTab) visit(url string) error {
	_, err := run(c, chromedp.Navigate(url))
	return err
}

func (c chromiumTab) leave(step func() error) error {
	_, err := run(c, chromedp.WaitEvent(page.LoadEventFired, nil, chromedp.Func(func(context.Context, *chromedp.Target) error {
		return step()
	})))
	return err
}

func (c chromiumTab) click(selector string) error {
	_, err := run(c, chromedp.Click(chromedp.CSS(selector)))
	return err
}

func (c chromiumTab) evaluate(expression string) ([]byte, error) {
	return run(c, chromedp.Evaluate[[]byte](expression, chromedp.EvalAwaitPromise))
}

func (c chromiumTab) picture() ([]byte, error) {
	if err := c.drawn(); err != nil {
		return nil, err
	}
	return run(c, chromedp.FullScreenshot(100))
}

func (c chromiumTab) pictureOf(selector string) ([]byte, error) {
	if err := c.drawn(); err != nil {
		return nil, err
	}
	return run(c, chromedp.Screenshot(chromedp.CSS(selector)))
}

// drawn waits until the page has been drawn in its present look: the picture's size is that of the last drawing.
func (c chromiumTab) drawn() error {
	_, err := c.evaluate(twoDrawings)
	return err
}

func (c chromiumTab) close() { c.cancel() }
