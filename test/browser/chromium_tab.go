package browser

import (
	"context"
	"errors"
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

// errSamePage ends the wait for a page that is there already.
var errSamePage = errors.New("another part of the same page")

// visit waits for the very page that it asks for. chromedp.Navigate takes it for the end when the page before
// writes its own address anew meanwhile, as the search does.
func (c chromiumTab) visit(url string) error {
	var loader cdp.LoaderID
	ask := chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		answer, err := cdp.Call(ctx, tab, page.Navigate, page.NavigateParams{URL: url})
		if loader = answer.LoaderID; err == nil && answer.ErrorText != "" {
			err = errors.New(answer.ErrorText)
		}
		if err == nil && loader == "" {
			err = errSamePage
		}
		return err
	})
	isLoaded := func(e page.EventLifecycleEvent) bool { return e.LoaderID == loader && e.Name == "load" }
	_, err := run(c, chromedp.WaitEvent(page.LifecycleEvent, isLoaded, ask))
	if errors.Is(err, errSamePage) {
		return nil
	}
	return err
}

// leave waits for another page than the one that is there, of which something may still be told when the step is taken.
func (c chromiumTab) leave(step func() error) error {
	here, err := run(c, func(ctx context.Context, tab *chromedp.Target) (page.GetFrameTreeResult, error) {
		return cdp.Call(ctx, tab, page.GetFrameTree, cdp.Empty{})
	})
	if err != nil {
		return err
	}
	left := here.FrameTree.Frame
	isLoaded := func(e page.EventLifecycleEvent) bool {
		return e.FrameID == left.ID && e.LoaderID != left.LoaderID && e.Name == "load"
	}
	_, err = run(c, chromedp.WaitEvent(page.LifecycleEvent, isLoaded, chromedp.Func(func(context.Context, *chromedp.Target) error {
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
