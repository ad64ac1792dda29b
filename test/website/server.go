package website

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"strings"
	"sync"
	"testing"
)

// Server hosts a folder on this machine, as a plain static host does, and remembers what it was asked.
type Server struct {
	URL string // ends with a slash: the address of the site's front page

	mu      sync.Mutex
	missing []string
}

// Serve hosts a folder at the root of a host.
func Serve(t testing.TB, dir string) *Server {
	return ServeUnder(t, dir, "/")
}

// ServeUnder hosts a folder below a path such as "/courses/peer/", as shared hosts do; nothing lies above it.
func ServeUnder(t testing.TB, dir, prefix string) *Server {
	t.Helper()
	s := &Server{}
	files := http.StripPrefix(strings.TrimSuffix(prefix, "/"), http.FileServerFS(os.DirFS(dir)))
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, below := strings.CutPrefix(r.URL.Path, prefix)
		if below && exists(os.DirFS(dir), name) {
			files.ServeHTTP(w, r)
			return
		}
		s.mu.Lock()
		s.missing = append(s.missing, r.URL.Path)
		s.mu.Unlock()
		notFound(w, dir)
	}))
	t.Cleanup(host.Close)
	s.URL = host.URL + prefix
	return s
}

// exists tells whether a request names a file, or a folder with a front page.
func exists(files fs.FS, name string) bool {
	if name == "" || strings.HasSuffix(name, "/") {
		name = path.Join(name, "index.html")
	}
	_, err := fs.Stat(files, name)
	return err == nil
}

// notFound answers with the site's own page for it, when it has one.
func notFound(w http.ResponseWriter, dir string) {
	page, err := fs.ReadFile(os.DirFS(dir), "404.html")
	if err != nil {
		page = []byte("not found")
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(page)
}

// Missing lists the paths that the server was asked for and does not have.
func (s *Server) Missing() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.missing...)
}
