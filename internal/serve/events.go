package serve

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

// hub tells all open pages that something has changed.
type hub struct {
	mu     sync.Mutex
	told   int
	closed bool
	pages  map[chan int]bool
}

// maxPages is how many pages hear of edits at the same time.
const maxPages = 2000

// tell tells of one more change. A page that has not yet heard of the last one
// hears of both at once.
func (h *hub) tell() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.told++
	for page := range h.pages {
		select {
		case page <- h.told:
		default:
			select {
			case <-page:
			default:
			}
			page <- h.told
		}
	}
}

// join adds a page. It returns false when there are too many, or the preview
// ends.
func (h *hub) join() (chan int, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed || len(h.pages) >= maxPages {
		return nil, false
	}
	if h.pages == nil {
		h.pages = map[chan int]bool{}
	}
	page := make(chan int, 1)
	page <- h.told
	h.pages[page] = true
	return page, true
}

func (h *hub) leave(page chan int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.pages, page)
}

// close lets all pages go.
func (h *hub) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for page := range h.pages {
		close(page)
	}
	h.pages = nil
}

// Times of a page that listens.
const (
	toHear    = 10 * time.Second // for a line to arrive
	stillHere = 25 * time.Second // between two lines that say nothing, so that a page that is gone is noticed
)

// serve tells one page of changes, by server-sent events, until it is closed.
func (h *hub) serve(w http.ResponseWriter, r *http.Request) {
	page, ok := h.join()
	if !ok {
		http.Error(w, "Too many pages are open.", http.StatusServiceUnavailable)
		return
	}
	defer h.leave(page)
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	connection := http.NewResponseController(w)
	quiet := time.NewTicker(stillHere)
	defer quiet.Stop()
	for {
		line := ":\n\n"
		select {
		case <-r.Context().Done():
			return
		case n, open := <-page:
			if !open {
				return
			}
			line = fmt.Sprintf("data: %d\n\n", n)
		case <-quiet.C:
		}
		_ = connection.SetWriteDeadline(time.Now().Add(toHear)) // without one, the next line fails all the same
		if _, err := w.Write([]byte(line)); err != nil || connection.Flush() != nil {
			return
		}
	}
}
