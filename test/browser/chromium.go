// Package browser lets a test use pages as a person does: look, press keys, follow links, print. It drives the
// Chromium of this machine, and fails the test when a page complains.
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
var chromium struct {
	start sync.Once
	ctx   context.Context
	close func()
	err   error
}

func running(t testing.TB) context.Context {
	t.Helper()
	path := tools.Program(t, "chromium", "chromium-browser", "google-chrome")
	chromium.start.Do(func() {
		allocator, stop := chromedp.NewExecAllocator(context.Background(), flags(path)...)
		ctx, cancel := chromedp.NewContext(allocator)
		chromium.ctx = ctx
		chromium.close = func() { cancel(); stop() }
		chromium.err = chromedp.Do(ctx)
	})
	if chromium.err != nil {
		t.Fatalf("the browser does not start: %v", chromium.err)
	}
	return chromium.ctx
}

// flags keep Chromium from asking anybody but the pages under test; chromedp gives it a new, empty profile.
func flags(path string) []chromedp.ExecAllocatorOption {
	options := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	options = append(options, chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU)
	for _, name := range []string{"disable-quic", "disable-component-update", "no-pings"} {
		options = append(options, chromedp.Flag(name, true))
	}
	return options
}

// Close ends the browser and removes its profile; a TestMain calls it after the tests.
func Close() {
	if chromium.close != nil {
		chromium.close()
	}
}
