package browser_test

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"lectern/test/browser"
)

func TestATabEndsBeforeTheServerItReadsFrom(t *testing.T) {
	asked, left := make(chan struct{}), make(chan struct{})
	t.Run("a server younger than the tab", func(t *testing.T) {
		page := browser.Open(t, browser.Look{})
		host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/slow" {
				close(asked)
				<-r.Context().Done()
				close(left)
				return
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = w.Write([]byte(`<!doctype html><title>A page</title><link rel="icon" href="data:,">`))
		}))
		t.Cleanup(func() {
			select {
			case <-left:
			case <-time.After(time.Minute):
				t.Error("the server ends first")
				host.CloseClientConnections()
			}
			host.Close()
		})
		page.Visit(host.URL)
		browser.Eval[any](page, `void fetch("/slow").catch(() => {})`)
		<-asked
	})
}
