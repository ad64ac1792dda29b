package serve

import (
	"bytes"
	"embed"
	"fmt"
	"html"
	"io"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"lectern/internal/diag"
)

// ourDir holds what is of the preview and not of the site. No page of a course
// can have its name: those begin with a letter or a digit.
const ourDir = "/_lectern/"

var (
	//go:embed preview/*.js
	parts embed.FS
	//go:embed preview/preview.css
	style []byte
	//go:embed unsaved.js
	unsaved []byte
)

// script is the preview's part of a page, in one piece.
var script = sync.OnceValue(func() (script []byte) {
	for _, name := range []string{"shared", "place", "sources", "box", "listen"} {
		part, _ := parts.ReadFile("preview/" + name + ".js")
		script = append(script, part...)
	}
	return script
})

const (
	typeHTML   = "text/html; charset=utf-8"
	typeScript = "text/javascript; charset=utf-8"
)

// answer sends a file of the site, or one of the preview's own.
func (s *Server) answer(w http.ResponseWriter, r *http.Request) {
	switch name := r.URL.Path; {
	case name == ourDir+"preview.js":
		write(w, r, http.StatusOK, typeScript, script())
	case name == ourDir+"preview.css":
		write(w, r, http.StatusOK, "text/css; charset=utf-8", style)
	case name == ourDir+"notes":
		s.sendNotes(w, r)
	case name == "/_report" && s.options.Report != nil:
		s.sendReport(w, r)
	case strings.HasPrefix(name, mapDir):
		s.sendMap(w, r, strings.TrimPrefix(name, mapDir))
	case name == "/sw.js" && r.Header.Get("Service-Worker") != "":
		write(w, r, http.StatusOK, typeScript, unsaved)
	default:
		s.sendFile(w, r)
	}
}

// mapDir holds a page for each scenario, by the id of its question.
const mapDir = "/_scenario/"

// sendMap sends the map of a scenario, which the facilitator's edition has in the
// lesson. Its script reads it again when the map is another.
func (s *Server) sendMap(w http.ResponseWriter, r *http.Request, id string) {
	page, ok := s.live.Map(id)
	if !ok {
		s.sendMissing(w, r)
		return
	}
	name := strings.TrimPrefix(mapDir, "/") + id
	write(w, r, http.StatusOK, typeHTML, s.withOurs(name, page, ""))
}

func (s *Server) sendReport(w http.ResponseWriter, r *http.Request) {
	s.reports.Lock() // each takes as much memory as a build
	page, err := s.options.Report()
	s.reports.Unlock()
	if err != nil {
		write(w, r, http.StatusInternalServerError, "text/plain; charset=utf-8", []byte(err.Error()+"\n"))
		return
	}
	write(w, r, http.StatusOK, typeHTML, page)
}

// sendFile sends a file of the site, or its page for what is not there.
func (s *Server) sendFile(w http.ResponseWriter, r *http.Request) {
	defer s.woken()
	name, ok := fileName(r.URL.Path)
	if !s.live.Ready() {
		s.sendTrouble(w, r)
		return
	}
	if ok && !strings.HasSuffix(r.URL.Path, "/") && path.Ext(name) == "" {
		if _, folder := s.live.File(name + "/index.html"); folder {
			http.Redirect(w, r, (&url.URL{Path: "/" + name + "/"}).EscapedPath(), http.StatusFound)
			return
		}
	}
	if film, beside := s.live.Beside(name); ok && beside {
		defer film.Close()
		sendParts(w, r, name, film)
		return
	}
	if data, found := s.live.File(name); ok && found {
		if path.Ext(name) == ".html" {
			write(w, r, http.StatusOK, typeHTML, s.forPreview(r, name, data, ""))
			return
		}
		sendParts(w, r, name, bytes.NewReader(data))
		return
	}
	if ok && !s.live.Shows(name) {
		s.sendTrouble(w, r)
		return
	}
	if way := s.belowBase(r.URL.Path); way != "" {
		http.Redirect(w, r, way, http.StatusFound)
		return
	}
	s.sendMissing(w, r)
}

// sendParts sends a file, or the parts of it that are asked for, as players of
// films do. Of one that is shorter by now comes less than was promised, and the
// browser asks again.
func sendParts(w http.ResponseWriter, r *http.Request, name string, file io.ReadSeeker) {
	w.Header().Set("Content-Type", mediaType(name))
	http.ServeContent(w, r, "", time.Time{}, file)
}

// sendMissing sends the site's page for what is not there.
func (s *Server) sendMissing(w http.ResponseWriter, r *http.Request) {
	const missing = "404.html"
	data, _ := s.live.File(missing)
	// It is shown under any address, and its links are those of the top.
	write(w, r, http.StatusNotFound, typeHTML, s.forPreview(r, missing, data, `<base href="/">`))
}

// fileName is the path of a file in the site for an address's. ok is false for
// what can be none: hidden files and ways out. What there is a name for is looked up
// among the site's names, so a sign that a system reads in its own way leads nowhere.
func fileName(address string) (name string, ok bool) {
	name, ok = strings.CutPrefix(address, "/")
	if !ok || strings.Contains(name, "\x00") || !utf8.ValidString(name) || strings.Contains(address, "//") || strings.Contains(address, "/.") {
		return "", false
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name, true
}

// belowBase is where a page is whose address has the path that the site will
// have where base_url says.
func (s *Server) belowBase(address string) string {
	config := s.live.Config()
	base, err := url.Parse(config.BaseURL.Value)
	if err != nil || strings.Trim(base.Path, "/") == "" {
		return ""
	}
	rest, below := strings.CutPrefix(address, strings.TrimSuffix(base.Path, "/")+"/")
	if name, ok := fileName("/" + rest); below && ok {
		if s.has(name) {
			return (&url.URL{Path: "/" + rest}).EscapedPath()
		}
	}
	return ""
}

// has reports whether the site has a file, and reads no film for it.
func (s *Server) has(name string) bool {
	if film, beside := s.live.Beside(name); beside {
		film.Close()
		return true
	}
	_, found := s.live.File(name)
	return found
}

// mediaType is what a browser is told of a file.
func mediaType(name string) string {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".html":
		return typeHTML
	case ".js", ".mjs":
		return typeScript
	case ".webmanifest":
		return "application/manifest+json"
	case ".woff2":
		return "font/woff2"
	case ".md", ".txt", ".vtt":
		return "text/plain; charset=utf-8"
	default:
		if media := mime.TypeByExtension(ext); media != "" {
			return media
		}
		return "application/octet-stream"
	}
}

// forPreview adds the preview's own script and style to a page that somebody
// looks at. Who fetches it as a file gets the file.
func (s *Server) forPreview(r *http.Request, name string, data []byte, more string) []byte {
	looked := r.Header.Get("Sec-Fetch-Dest")
	if path.Ext(name) != ".html" || looked != "" && looked != "document" && looked != "iframe" {
		return data
	}
	return s.withOurs(name, data, more)
}

// withOurs is a page with what the preview has in its head besides.
func (s *Server) withOurs(name string, data []byte, more string) []byte {
	at := bytes.Index(data, []byte("</head>"))
	if at < 0 {
		return data
	}
	added := s.added(name, s.prints(data), more)
	return bytes.Join([][]byte{data[:at], []byte(added), data[at:]}, nil)
}

// added is what a page has in its head besides.
func (s *Server) added(name, print, more string) string {
	return more + fmt.Sprintf(`<link rel="stylesheet" href="%spreview.css" data-preview><script defer src="%[1]spreview.js" data-page="%s" data-print="%s"></script>`,
		ourDir, html.EscapeString(name), html.EscapeString(print)) + "\n"
}

// wrong are the errors and the warnings among problems.
func wrong(problems []diag.Message) (errors, warnings []diag.Message) {
	for _, m := range problems {
		if m.Severity == diag.Error {
			errors = append(errors, m)
		} else {
			warnings = append(warnings, m)
		}
	}
	return errors, warnings
}
