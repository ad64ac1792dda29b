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
	address := website.Preview(t, dir) // before the tabs, so that it ends after them
	waitFor(t, address+"start/read.html", "</html>")
	wrong := words.Replace("---\ntitle: \"ALL\"\n\"ALL\": x\n---\n[TAME](<TAME.md>)\n\n### Question: ALL\n\n- ( ) ALL\n")
	website.WriteAtOnce(t, filepath.Join(dir, "content", "01-start", "05-wrong.md"), wrong)
	waitFor(t, address+"_lectern/notes?page=start/read.html", "05-wrong.md")
	wantOnlyText(t, address+"start/read.html", ".preview-errors")
	// Who begins there has no page of the course yet.
	wantOnlyText(t, website.Preview(t, dir), ".preview-alone")
}

// wantOnlyText opens a page of the preview that tells of the lesson that is wrong.
func wantOnlyText(t *testing.T, address, told string) {
	t.Helper()
	tab := browser.Open(t, browser.Look{})
	tab.Visit(address)
	tab.Until(`document.querySelector("` + told + `")?.textContent.includes("<x-evil>")`)
	if strange := browser.Eval[[]string](tab, `[...document.querySelectorAll("x-evil, [onerror], [onload], [onclick], img[src=x], iframe")].map(e => e.outerHTML.slice(0, 200))`); len(strange) > 0 {
		t.Errorf("on the page: %q", strange)
	}
	for _, complaint := range tab.Complaints() {
		if !strings.Contains(complaint, "503") { // which a page is sent with that is none of the course
			t.Error(complaint)
		}
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
