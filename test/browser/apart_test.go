package browser_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"lectern/test/browser"
)

// What file:// forbids must be forbidden here too; browsers that machines drive tend to allow more.
func TestAPageOnADiskReadsNoOtherFile(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"index.html": "<!doctype html><title>A page</title>", "other.html": "a secret"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	page := browser.Open(t, browser.Look{})
	page.Visit("file://" + filepath.ToSlash(dir) + "/index.html")
	read := browser.Eval[string](page, `new Promise(done => {
		const other = new XMLHttpRequest();
		other.onload = () => done(other.responseText);
		other.onerror = () => done("refused");
		other.open("GET", "other.html");
		other.send();
	})`)
	page.Complaints() // the refusal is one
	if read != "refused" {
		t.Errorf("it reads %q", read)
	}
}

func TestAPageFindsNothingThatAnotherStored(t *testing.T) {
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(`<!doctype html><title>A page</title><link rel="icon" href="data:,">`))
	}))
	t.Cleanup(host.Close)
	const stored = `document.cookie + (localStorage.getItem("name") ?? "")`
	for range 2 {
		page := browser.Open(t, browser.Look{})
		page.Visit(host.URL)
		if found := browser.Eval[string](page, stored); found != "" {
			t.Errorf("it finds %q", found)
		}
		browser.Eval[any](page, `void (document.cookie = "a=1", localStorage.setItem("name", "Ann"))`)
		if browser.Eval[string](page, stored) == "" {
			t.Error("nothing can be stored")
		}
	}
}
