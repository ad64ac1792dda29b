package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"lectern/internal/watch"
)

// The times that a request may take. A slow client holds up nobody else, and
// itself not for ever.
const (
	maxHeader  = 16 << 10
	toAsk      = 10 * time.Second
	toTake     = 60 * time.Second
	toStayOpen = 2 * time.Minute
	toLeave    = time.Second
)

// HTTP is what listens for s.
func (s *Server) HTTP() *http.Server {
	return &http.Server{
		Handler: s, MaxHeaderBytes: maxHeader,
		ReadHeaderTimeout: toAsk, ReadTimeout: toAsk, IdleTimeout: toStayOpen,
	}
}

// Serve answers at l until ctx ends, taking in changes meanwhile, and then lets
// those go who still listen.
func (s *Server) Serve(ctx context.Context, l net.Listener, changes <-chan watch.Batch) error {
	ended := make(chan struct{})
	go func() { defer close(ended); s.Run(ctx, changes) }()
	web, shut := s.HTTP(), make(chan struct{})
	go func() {
		defer close(shut)
		<-ended // the pages that wait for edits have been let go
		soon, cancel := context.WithTimeout(context.Background(), toLeave)
		defer cancel()
		if web.Shutdown(soon) != nil {
			_ = web.Close() // whoever is this slow is not waited for
		}
	}()
	if err := web.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-shut
	return nil
}
