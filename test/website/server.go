package website

import (
	"fmt"
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

	host    *httptest.Server
	mu      sync.Mutex
	asked   []string
	missing []string
	broken  string // the end of the path at which the line goes dead
	held    string // the end of the path that waits for let
	let     chan struct{}
}

// Serve hosts a folder at the root of a host.
func Serve(t testing.TB, dir string) *Server {
	return ServeUnder(t, dir, "/")
}

// ServeUnder hosts a folder below a path such as "/courses/peer/", as shared hosts do; nothing lies above it.
func ServeUnder(t testing.TB, dir, prefix string) *Server {
	t.Helper()
	s := &Server{}
	s.listen(t, s.under(dir, prefix))
	s.URL += strings.TrimPrefix(prefix, "/")
	return s
}

// ServeCut hosts a folder as some hosts do that cut the endings off: page.html leads to page, and index.html to its folder.
func ServeCut(t testing.TB, dir string) *Server {
	t.Helper()
	s := &Server{}
	pages := s.under(dir, "/")
	s.listen(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		folder, name := path.Split(r.URL.Path)
		if bare, page := strings.CutSuffix(name, ".html"); page {
			http.Redirect(w, r, folder+strings.TrimSuffix(bare, "index"), http.StatusPermanentRedirect)
			return
		}
		if name != "" && exists(os.DirFS(dir), strings.TrimPrefix(r.URL.Path, "/")+".html") {
			r.URL.Path += ".html"
		}
		pages.ServeHTTP(w, r)
	}))
	return s
}

// ServeTwo hosts two folders on one host, each below its path.
func ServeTwo(t testing.TB, dirs map[string]string) *Server {
	t.Helper()
	s := &Server{}
	rooms := http.NewServeMux()
	for prefix, dir := range dirs {
		rooms.Handle(prefix, s.under(dir, prefix))
	}
	s.listen(t, rooms)
	return s
}

func (s *Server) listen(t testing.TB, pages http.Handler) {
	s.host = httptest.NewServer(pages)
	t.Cleanup(s.Stop)
	s.URL = s.host.URL + "/"
}

func (s *Server) under(dir, prefix string) http.Handler {
	files := http.StripPrefix(strings.TrimSuffix(prefix, "/"), http.FileServerFS(os.DirFS(dir)))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, below := strings.CutPrefix(r.URL.Path, prefix)
		found := below && exists(os.DirFS(dir), name)
		breaks, wait := s.note(r.URL.Path, found)
		if breaks {
			panic(http.ErrAbortHandler)
		}
		if wait != nil {
			<-wait
		}
		if found {
			w.Header().Set("ETag", versionOf(os.DirFS(dir), name))
			files.ServeHTTP(w, r)
			return
		}
		notFound(w, dir)
	})
}

// versionOf tells one version of a file from another that was written in the same second, as servers do that name them.
func versionOf(fsys fs.FS, name string) string {
	info, err := fs.Stat(fsys, fileOf(name))
	if err != nil {
		return ""
	}
	return fmt.Sprintf(`"%x-%x"`, info.ModTime().UnixNano(), info.Size())
}

// note remembers a request, and tells whether the line breaks at it and what it has to wait for.
func (s *Server) note(path string, found bool) (breaks bool, wait <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = append(s.asked, path)
	if !found {
		s.missing = append(s.missing, path)
	}
	if s.held != "" && strings.HasSuffix(path, s.held) {
		wait = s.let
	}
	return s.broken != "" && strings.HasSuffix(path, s.broken), wait
}

// Stop takes the host off the network: nothing answers under its address any more.
func (s *Server) Stop() {
	s.host.CloseClientConnections()
	s.host.Close()
}

// Break lets the line go dead whenever somebody asks for a path with this end. With "" it holds again.
func (s *Server) Break(end string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.broken = end
}

// Hold lets whoever asks for a path with this end wait until release is called. The line holds.
func (s *Server) Hold(end string) (release func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.broken, s.held, s.let = "", end, make(chan struct{})
	return sync.OnceFunc(func() { close(s.let) })
}

// Asked hands over the paths that the server was asked for since the last time.
func (s *Server) Asked() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	asked := s.asked
	s.asked = nil
	return asked
}

// exists tells whether a request names a file, or a folder with a front page.
func exists(files fs.FS, name string) bool {
	_, err := fs.Stat(files, fileOf(name))
	return err == nil
}

// fileOf is the file that a path leads to.
func fileOf(name string) string {
	if name == "" || strings.HasSuffix(name, "/") {
		return path.Join(name, "index.html")
	}
	return name
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
