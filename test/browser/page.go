package browser

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"
)

// patience bounds one step, so that a page that hangs fails its test instead of stopping all of them. It is no
// measure of speed: every step ends as soon as the thing it waits for is there.
const patience = time.Minute

// twoDrawings is a promise for when the page has been drawn as it is now, with the faces that it asks for now: the first
// drawing may have begun before.
const twoDrawings = `(function draw() {
	return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))
		.then(() => document.fonts.status === "loading" ? document.fonts.ready.then(draw) : null);
})()`

// Page is one tab. Its test fails when the page logs an error, throws, or breaks its content security policy.
type Page struct {
	t   testing.TB
	tab tab

	ended sync.Once

	mu         sync.Mutex // the browser's events arrive on a goroutine of their own
	complaints []string
	asked      []string
}

// Open opens an empty tab that shows pages in the given look.
func Open(t testing.TB, look Look) *Page {
	t.Helper()
	p := &Page{t: t}
	p.tab = current.open(t, p)
	t.Cleanup(p.end)
	p.Change(look)
	return p
}

func (p *Page) end() {
	p.ended.Do(func() {
		for _, complaint := range p.Complaints() {
			p.t.Errorf("the page complains: %s", complaint)
		}
		p.tab.close()
		if p.t.Failed() {
			p.t.Logf("this was in %s", current)
		}
	})
}

// did fails the test when a step has failed, and says which step it was.
func (p *Page) did(step string, err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatalf("%s: %v", step, err)
	}
}

// Change shows the page in another look, without loading it again. Script goes on or off with the next page.
func (p *Page) Change(look Look) {
	p.t.Helper()
	p.did("change to "+look.String(), p.tab.show(look))
}

// Visit goes to an address and waits until the page has loaded. It forgets what earlier pages asked for.
func (p *Page) Visit(url string) {
	p.t.Helper()
	p.mu.Lock()
	p.asked = nil
	p.mu.Unlock()
	p.t.Cleanup(p.end) // a server younger than the tab ends after it too: a page's icon may still be on its way
	p.did("visit "+url, p.tab.visit(url))
}

// Click clicks the first element that the selector names, once it can be seen.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.did("click "+selector, p.tab.click(selector))
}

// Follow clicks and waits for the page that the click leads to.
func (p *Page) Follow(selector string) {
	p.t.Helper()
	p.did("follow "+selector, p.tab.leave(func() error { return p.tab.click(selector) }))
}

// Leave does something that makes the page be read again, and waits until it has been.
func (p *Page) Leave(by string, do func()) {
	p.t.Helper()
	p.did("leave by "+by, p.tab.leave(func() error { do(); return nil }))
}

// Eval is the value of a JavaScript expression in the page; a promise is waited for.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	var value T
	written, err := p.tab.evaluate(expression)
	if err == nil {
		err = decode(written, &value)
	}
	p.did("evaluate "+excerpt(expression), err)
	return value
}

// decode reads a value's JSON. Nothing is a value only where a test can tell it from one.
func decode(written []byte, value any) error {
	if len(written) == 0 {
		written = []byte("null")
	}
	if kind := reflect.TypeOf(value).Elem().Kind(); string(written) == "null" &&
		!slices.Contains([]reflect.Kind{reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice}, kind) {
		return fmt.Errorf("there is no value, want a %s", kind)
	}
	return json.Unmarshal(written, value)
}

// Until waits until a JavaScript expression is true, looking again at every frame.
func (p *Page) Until(expression string) {
	p.t.Helper()
	_, err := p.tab.evaluate(fmt.Sprintf(`new Promise(done => {
		const look = () => (%s) ? done(true) : requestAnimationFrame(look);
		look();
	})`, expression))
	p.did("wait until "+expression, err)
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
