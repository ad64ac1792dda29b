package main

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// said is a report with a slow first drawing and, where asked for, a link that says nothing.
func said(t *testing.T, performance, seo string) string {
	t.Helper()
	return written(t, `{"categories": {
		"performance": {"score": `+performance+`, "auditRefs": [{"id": "first-paint", "weight": 10}, {"id": "advice", "weight": 0}]},
		"accessibility": {"score": 1}, "best-practices": {"score": 1},
		"seo": {"score": `+seo+`, "auditRefs": [{"id": "link-text", "weight": 1}, {"id": "robots-txt", "weight": 1}]}},
		"audits": {"first-paint": {"score": 0.9, "title": "First paint", "displayValue": "2.1 s"}, "advice": {"score": 0, "title": "Advice"},
		"link-text": {"score": 0, "title": "Links say nothing"}, "robots-txt": {"score": null, "title": "Robots"}}}`)
}

func written(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.json")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestAReportNamesWhatLowersAScore(t *testing.T) {
	for name, c := range map[string]struct {
		performance, seo string
		full, butSpeed   bool
		faults           []string
	}{
		"nothing":    {"1", "1", true, true, nil},
		"only speed": {"0.99", "1", false, true, []string{"performance, first-paint: First paint 2.1 s"}},
		"a link":     {"1", "0.9", false, false, []string{"seo, link-text: Links say nothing"}},
		"both": {"0.5", "0.9", false, false,
			[]string{"performance, first-paint: First paint 2.1 s", "seo, link-text: Links say nothing"}},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := readReport(said(t, c.performance, c.seo))
			if err != nil {
				t.Fatal(err)
			}
			if r.full() != c.full || r.fullBut(speed) != c.butSpeed || !slices.Equal(r.faults(), c.faults) {
				t.Errorf("full %v, but for speed %v, faults %q", r.full(), r.fullBut(speed), r.faults())
			}
		})
	}
}

func TestAReportWithoutACategoryIsRefused(t *testing.T) {
	_, err := readReport(written(t, `{"categories": {"performance": {"score": 1}}}`))
	if err == nil || !strings.Contains(err.Error(), "accessibility") {
		t.Errorf("have %v", err)
	}
}

func TestTheHostCompressesTextsAlone(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"index.html": "a page", "a.woff2": "a face"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for address, c := range map[string]struct {
		status         int
		encoding, body string
	}{
		"/": {200, "gzip", "a page"}, "/a.woff2": {200, "", "a face"}, "/gone.html": {404, "", "404 page not found\n"}, "/../x": {404, "", "404 page not found\n"},
	} {
		answer := httptest.NewRecorder()
		compressing(dir).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, address, nil))
		var body io.Reader = answer.Body
		if c.encoding == "gzip" {
			unpacked, err := gzip.NewReader(body)
			if err != nil {
				t.Fatal(err)
			}
			body = unpacked
		}
		text, err := io.ReadAll(body)
		if err != nil || answer.Code != c.status || answer.Header().Get("Content-Encoding") != c.encoding || string(text) != c.body {
			t.Errorf("%s: %d %q %q %v", address, answer.Code, answer.Header().Get("Content-Encoding"), text, err)
		}
	}
}
