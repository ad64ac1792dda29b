package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"mime"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// compressing is a plain static host: files as they lie in a folder, texts compressed as hosts compress them.
func compressing(dir string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := path.Clean(r.URL.Path)
		if strings.HasSuffix(r.URL.Path, "/") {
			name = path.Join(name, "index.html")
		}
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		kind := mime.TypeByExtension(path.Ext(name))
		if path.Ext(name) == ".webmanifest" {
			kind = "application/manifest+json"
		}
		w.Header().Set("Content-Type", kind)
		if path.Ext(name) == ".woff2" || path.Ext(name) == ".png" { // compressed already
			_, _ = w.Write(content)
			return
		}
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(packed(content))
	})
}

func packed(content []byte) []byte {
	var b bytes.Buffer
	writer := gzip.NewWriter(&b)
	_, _ = io.Copy(writer, bytes.NewReader(content)) // a buffer takes everything
	_ = writer.Close()
	return b.Bytes()
}
