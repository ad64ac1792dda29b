package hostile

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lectern/test/browser"
	"lectern/test/website"
)

// The preview quotes what is wrong with a lesson, on every page.
func TestHostileTextIsOnlyTextInThePreview(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Dir(built(t)))); err != nil {
		t.Fatal(err)
	}
	address := website.Preview(t, dir) // before the tab, so that it ends after it
	tab := browser.Open(t, browser.Look{})
	tab.Visit(address + "start/read.html") // so that there is a last good site
	wrong := words.Replace("---\ntitle: \"ALL\"\n\"ALL\": x\n---\n[TAME](<TAME.md>)\n\n### Question: ALL\n\n- ( ) ALL\n")
	if err := os.WriteFile(filepath.Join(dir, "content", "01-start", "05-wrong.md"), []byte(wrong), 0o644); err != nil {
		t.Fatal(err)
	}
	waitFor(t, address+"_lectern/notes?page=start/read.html", "05-wrong.md")
	tab.Visit(address + "start/read.html")
	tab.Until(`document.querySelector(".preview-errors")?.textContent.includes("<x-evil>")`)
	wantNothingStrange(t, tab)

	// Who begins there has no page of the course yet.
	tab.Visit(website.Preview(t, dir))
	tab.Until(`document.querySelector(".preview-alone")?.innerText.includes("<x-evil>")`)
	wantNothingStrange(t, tab)
	for _, complaint := range tab.Complaints() {
		if !strings.Contains(complaint, "503") { // which is what such a page is sent with
			t.Error(complaint)
		}
	}
}

func wantNothingStrange(t *testing.T, tab *browser.Page) {
	t.Helper()
	if strange := browser.Eval[[]string](tab, `[...document.querySelectorAll("x-evil, [onerror], [onload], [onclick], img[src=x], iframe")].map(e => e.outerHTML.slice(0, 200))`); len(strange) > 0 {
		t.Errorf("on the page: %q", strange)
	}
}

// waitFor asks until an answer has a word in it: until the preview has seen an edit.
func waitFor(t *testing.T, address, word string) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); {
		answer, err := http.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		said, err := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(said), word) {
			return
		}
	}
	t.Fatalf("%s never says %q", address, word)
}
