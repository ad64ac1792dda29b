package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// Addresses are asked when somebody wants it, and again only after days.
func TestAddressesAreAskedOnlyWhenWanted(t *testing.T) {
	var requests atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requests.Add(1)
		http.NotFound(w, r)
	}))
	defer server.Close()
	course := t.TempDir()
	for name, text := range map[string]string{
		"site.yaml":               "title: A course\n",
		"content/1-a/1-lesson.md": "---\ntitle: Yeast\nsummary: What it is.\n---\n\nRead [all of it](" + server.URL + "/gone).\n",
	} {
		name = filepath.Join(course, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	check := func(args ...string) string {
		var out, errs bytes.Buffer
		if code := run(append([]string{"check", "-C", course}, args...), &out, &errs); code != exitFine || errs.Len() > 0 {
			t.Errorf("%v ends with %d: %s", args, code, errs.String())
		}
		return out.String()
	}
	if said := check(); strings.Contains(said, "link-dead") || requests.Load() > 0 {
		t.Errorf("without --external %d requests were made:\n%s", requests.Load(), said)
	}
	want := "content/1-a/1-lesson.md:6:18: warning: `" + server.URL + "/gone` does not answer: 404 Not Found [link-dead]"
	for range 2 {
		if said := check("--external"); !strings.HasPrefix(said, want) {
			t.Errorf("got\n%s\nwant\n%s", said, want)
		}
		if requests.Load() != 2 { // one for the head, one for the page
			t.Errorf("%d requests were made", requests.Load())
		}
	}
	if kept, err := os.ReadFile(filepath.Join(course, ".lectern", ".gitignore")); err != nil || string(kept) != "*\n" {
		t.Errorf("what is kept would go into version control: %q (%v)", kept, err)
	}
}
