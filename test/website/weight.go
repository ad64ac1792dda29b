package website

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Weight is what a page costs a student: bytes over the wire, texts compressed as a server compresses them.
type Weight struct {
	HTML, CSS, JS, Fonts, Other int
}

// WithoutFonts is what a reader waits for before the first word can be read.
func (w Weight) WithoutFonts() int { return w.HTML + w.CSS + w.JS + w.Other }

// Total is everything the page asks for.
func (w Weight) Total() int { return w.WithoutFonts() + w.Fonts }

func (w Weight) String() string {
	return fmt.Sprintf("%d bytes: html %d, css %d, js %d, fonts %d, other %d", w.Total(), w.HTML, w.CSS, w.JS, w.Fonts, w.Other)
}

// Weigh adds up the files of a site that a page asked for. A file asked for twice costs once, and what is in kept
// costs nothing: the browser has it from an earlier page.
func (s *Server) Weigh(t testing.TB, dir string, asked, kept []string) Weight {
	t.Helper()
	var w Weight
	for i, address := range asked {
		name, ours := strings.CutPrefix(address, s.URL)
		if !ours || slices.Contains(asked[:i], address) || slices.Contains(kept, address) {
			continue
		}
		name, _, _ = strings.Cut(name, "?")
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		file, err := url.PathUnescape(name)
		if err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		w.add(path.Ext(file), content)
	}
	return w
}

func (w *Weight) add(ext string, content []byte) {
	switch ext {
	case ".html":
		w.HTML += gzipped(content)
	case ".css":
		w.CSS += gzipped(content)
	case ".js":
		w.JS += gzipped(content)
	case ".woff2": // compressed already
		w.Fonts += len(content)
	default:
		w.Other += min(len(content), gzipped(content))
	}
}

func gzipped(content []byte) int {
	var packed bytes.Buffer
	writer := gzip.NewWriter(&packed)
	_, _ = writer.Write(content) // a buffer takes everything
	_ = writer.Close()
	return packed.Len()
}
