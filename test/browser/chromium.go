package browser

import (
	"context"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"lectern/test/tools"
)

// One Chromium serves all tests of a package: starting it costs more than most tests. Every tab has a browser
// context of its own, so that no test sees what another one stored.
var chromium chromiumProcess

type chromiumProcess struct {
	start sync.Once
	ctx   context.Context
	close func()
	err   error
}

func (c *chromiumProcess) running(t testing.TB) context.Context {
	t.Helper()
	path := tools.Program(t, "chromium", "chromium-browser", "google-chrome")
	c.start.Do(func() {
		allocator, stop := chromedp.NewExecAllocator(context.Background(), flags(path)...)
		ctx, cancel := chromedp.NewContext(allocator)
		c.ctx = ctx
		c.close = func() { cancel(); stop() }
		c.err = chromedp.Do(ctx)
	})
	if c.err != nil {
		t.Fatalf("Chromium does not start: %v", c.err)
	}
	return c.ctx
}

// flags keep Chromium from asking anybody but the pages under test; chromedp gives it a new, empty profile.
func flags(path string) []chromedp.ExecAllocatorOption {
	options := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	options = append(options, chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Env("TZ="+noon()))
	for _, name := range []string{"disable-quic", "disable-component-update", "no-pings"} {
		options = append(options, chromedp.Flag(name, true))
	}
	return options
}

func (c *chromiumProcess) end() {
	if c.close != nil {
		c.close()
		c.close = nil
	}
}
