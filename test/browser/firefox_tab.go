package browser

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"testing"

	"lectern/test/browser/bidi"
)

type firefoxTab struct {
	page  *Page
	user  string      // the user context, which nobody shares
	id    string      // the browsing context, which is the tab
	loads chan string // the navigations whose pages have loaded

	scrolled string // how far the page was when it was last drawn for a click; empty when it was not
}

func openFirefox(t testing.TB, p *Page) tab {
	t.Helper()
	firefox.running(t)
	f := &firefoxTab{page: p, loads: make(chan string, 64)}
	user, err := call[struct{ UserContext string }](f, "browser.createUserContext", object{})
	if err != nil {
		t.Fatal(err)
	}
	tab, err := call[struct{ Context string }](f, "browsingContext.create", object{"type": "tab", "userContext": user.UserContext})
	if err != nil {
		t.Fatal(err)
	}
	f.user, f.id = user.UserContext, tab.Context
	firefox.mu.Lock()
	firefox.tabs[f.id] = f
	firefox.mu.Unlock()
	return f
}

// call gives one command, about the tab where it is about any.
func call[T any](f *firefoxTab, method string, params object) (T, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if f.id != "" {
		params["context"] = f.id
	}
	return bidi.Call[T](ctx, firefox.line, method, params)
}

func (f *firefoxTab) do(method string, params object) error {
	_, err := call[struct{}](f, method, params)
	return err
}

// visit waits for its own page's event too, so that leave never takes it for the next page's.
func (f *firefoxTab) visit(address string) error {
	f.scrolled = ""
	gone, err := call[struct{ Navigation string }](f, "browsingContext.navigate", object{"url": address, "wait": "complete"})
	if err != nil {
		return err
	}
	return f.loaded(func(navigation string) bool { return navigation == gone.Navigation })
}

func (f *firefoxTab) leave(step func() error) error {
	for len(f.loads) > 0 {
		<-f.loads // of a page that nobody waited for
	}
	if err := step(); err != nil {
		return err
	}
	f.scrolled = ""
	return f.loaded(func(string) bool { return true })
}

func (f *firefoxTab) loaded(right func(navigation string) bool) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for {
		select {
		case navigation := <-f.loads:
			if right(navigation) {
				return nil
			}
		case <-ctx.Done():
			return fmt.Errorf("no page has loaded: %w", ctx.Err())
		}
	}
}

func (f *firefoxTab) evaluate(expression string) ([]byte, error) {
	return evaluateIn(f.id, expression)
}

// evaluateIn is Firefox's debugger at work: neither the page's content security policy nor script being off stops it.
func evaluateIn(target, expression string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return bidi.Evaluate(ctx, firefox.line, target, expression)
}

// inWindow is the value of an expression in the browser's own window, in which tab is this tab's browsing context, as
// its developer tools know it.
func (f *firefoxTab) inWindow(expression string) ([]byte, error) {
	return evaluateIn(firefox.window, fmt.Sprintf(`(tab => %s)(ChromeUtils.importESModule(
		"chrome://remote/content/shared/NavigableManager.sys.mjs").NavigableManager.getBrowsingContextById(%q))`, expression, f.id))
}

// beside is what a function of this body returns beside the page, in its process, where Firefox's own code runs; script
// that is off in the page is not off there.
func (f *firefoxTab) beside(body string) ([]byte, error) {
	script, _ := json.Marshal("data:," + url.PathEscape("(async () => { "+body+` })().then(
		done => sendAsyncMessage("lectern:done", {done}), error => sendAsyncMessage("lectern:done", {error: String(error)}))`))
	return f.inWindow(`new Promise((done, fail) => {
		const line = tab.embedderElement.messageManager;
		line.addMessageListener("lectern:done", function hear({data}) {
			line.removeMessageListener("lectern:done", hear);
			if (data.error) fail(new Error(data.error)); else done(data.done);
		});
		line.loadFrameScript(` + string(script) + `, false);
	})`)
}

// facesCame waits for the faces that the page asks for as it is laid out now. It asks again and again: with script off, a page
// can wait for nothing.
func (f *firefoxTab) facesCame() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for ctx.Err() == nil {
		status, err := f.evaluate(`document.documentElement.offsetHeight && document.fonts.status`)
		if err != nil || string(status) != `"loading"` {
			return err
		}
	}
	return fmt.Errorf("the page's faces do not come: %w", ctx.Err())
}

func (f *firefoxTab) picture() ([]byte, error) {
	if err := f.facesCame(); err != nil {
		return nil, err
	}
	return f.shot(object{"origin": "document"})
}

func (f *firefoxTab) pictureOf(selector string) ([]byte, error) {
	quoted, _ := json.Marshal(selector)
	written, err := f.evaluate(`(({x, y, width, height}) => ({type: "box", x: x + scrollX, y: y + scrollY, width, height}))(
		document.querySelector(` + string(quoted) + `).getBoundingClientRect())`)
	if err != nil {
		return nil, err
	}
	return f.shot(object{"origin": "document", "clip": json.RawMessage(written)})
}

func (f *firefoxTab) shot(of object) ([]byte, error) {
	shot, err := call[struct{ Data string }](f, "browsingContext.captureScreenshot", of)
	if err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(shot.Data)
}

func (f *firefoxTab) close() {
	firefox.mu.Lock()
	delete(firefox.tabs, f.id)
	firefox.mu.Unlock()
	if err := f.do("browsingContext.close", object{}); err != nil {
		f.page.t.Errorf("the tab does not close: %v", err)
	}
	f.id = ""
	if err := f.do("browser.removeUserContext", object{"userContext": f.user}); err != nil {
		f.page.t.Errorf("what the tab stored stays: %v", err)
	}
}
