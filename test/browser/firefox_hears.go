package browser

import (
	"encoding/json"
	"fmt"
	"strings"

	"lectern/test/browser/bidi"
)

var heardInFirefox = []string{
	"log.entryAdded", "network.beforeRequestSent", "network.responseCompleted", "network.fetchError", "browsingContext.load",
}

// firefoxEvent has what any of those events tells.
type firefoxEvent struct {
	Context    string
	Navigation string
	Request    struct{ URL string }
	Response   struct{ Status int }
	ErrorText  string

	Source struct{ Context string }
	Level  string
	Type   string
	Text   string
}

// leftFirst is what Firefox says of a request that a page had not finished when it was left; the page is not to blame.
const leftFirst = "NS_BINDING_ABORTED"

// leftWorker begins what Firefox says of the same when a service worker was to answer: it names no address then.
const leftWorker = "Failed to load ‘’."

// hear receives every event of the browser, in order, and gives it to the tab it is about.
func (f *firefoxProcess) hear(event bidi.Event) {
	var e firefoxEvent
	if json.Unmarshal(event.Params, &e) != nil {
		return
	}
	f.mu.Lock()
	tab := f.tabs[e.Context+e.Source.Context] // one of them says it
	f.mu.Unlock()
	if tab != nil {
		tab.hear(event.Method, e)
	}
}

func (f *firefoxTab) hear(method string, e firefoxEvent) {
	switch method {
	case "browsingContext.load":
		select {
		case f.loads <- e.Navigation:
		default: // nobody waits for so many
		}
	case "network.beforeRequestSent":
		f.page.asksFor(e.Request.URL)
	case "network.responseCompleted":
		if e.Response.Status >= 400 {
			f.page.complains(fmt.Sprintf("network: status %d (%s)", e.Response.Status, e.Request.URL))
		}
	case "network.fetchError":
		if e.ErrorText != leftFirst {
			f.page.complains(fmt.Sprintf("network: %s (%s)", e.ErrorText, e.Request.URL))
		}
	case "log.entryAdded":
		if e.Level == "error" && !strings.HasPrefix(e.Text, leftWorker) {
			f.page.complains(e.Type + ": " + e.Text)
		}
	}
}
