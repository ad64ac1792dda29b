// Package serve shows a course while it is being written: the very files that a
// build would write, over HTTP and to this computer alone, each made when it is
// asked for. A page hears of edits and of what is wrong from a script that is
// only here.
package serve

import (
	"context"
	"io/fs"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"lectern/internal/site"
	"lectern/internal/watch"
)

// Options say for whom a course is shown.
type Options struct {
	Course fs.FS    // the course's folder
	Dir    string   // its whole path, for links that open an editor
	Names  []string // what the computer may be called in an address, besides localhost
	Open   bool     // other computers may ask, too
	// Report is the page at /_report; nil when there is none.
	Report func() ([]byte, error)
}

// Server shows one course.
type Server struct {
	live    *site.Live
	options Options
	hub     hub
	wake    chan struct{} // somebody has asked for a page, which may have problems
	beside  atomic.Int64  // how often files beside the lessons have changed
	letters letters       // which short forms the course explains
	reports sync.Mutex    // of who has a report made
}

// New is a server for a course.
func New(live *site.Live, o Options) *Server {
	s := &Server{live: live, options: o, wake: make(chan struct{}, 1)}
	s.letters.lookAtAll(live)
	return s
}

// Changed takes in that files have changed, and tells the pages.
func (s *Server) Changed(paths []string) {
	meaning := s.live.Update(paths)
	switch meaning {
	case site.Nothing:
		return
	case site.Files, site.Course:
		s.beside.Add(1) // a page may show another picture under the same name
	}
	if meaning >= site.Course {
		s.letters.lookAtAll(s.live)
	} else {
		s.letters.lookAgain(paths)
	}
	s.hub.tell()
}

// look looks at one page for what is wrong and for what others need to know. It
// returns false when all have been looked at.
func (s *Server) look() bool { return s.live.Check() || s.letters.readOne(s.live) }

// Run takes in changes until ctx ends or there are no more, and looks for
// problems in between.
func (s *Server) Run(ctx context.Context, changes <-chan watch.Batch) {
	defer s.hub.close()
	looking := true
	for {
		if looking {
			select {
			case batch, ok := <-changes:
				if !ok {
					return
				}
				s.Changed(batch.Paths)
			case <-ctx.Done():
				return
			default:
				if looking = s.look(); !looking {
					s.hub.tell() // the pages ask what was found
				}
			}
			continue
		}
		select {
		case batch, ok := <-changes:
			if !ok {
				return
			}
			s.Changed(batch.Paths)
			looking = true
		case <-s.wake:
			for s.live.Check() {
			}
		case <-ctx.Done():
			return
		}
	}
}

// woken notes that somebody has asked for a page.
func (s *Server) woken() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if code, why := s.refuse(r); code != 0 {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		if code == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", "GET, HEAD")
		}
		w.WriteHeader(code)
		_, _ = w.Write([]byte(why + "\n")) // who hung up needs no answer
		return
	}
	head := w.Header()
	head.Set("Cache-Control", "no-store")
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Cross-Origin-Resource-Policy", "same-origin")
	if r.URL.Path == ourDir+"events" {
		s.hub.serve(w, r)
		return
	}
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(toTake)) // a connection without deadlines has none
	s.answer(w, r)
}

// write sends a whole answer.
func write(w http.ResponseWriter, r *http.Request, code int, media string, data []byte) {
	w.Header().Set("Content-Type", media)
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	w.WriteHeader(code)
	if r.Method != http.MethodHead {
		_, _ = w.Write(data) // who hung up needs no answer
	}
}
