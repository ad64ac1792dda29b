package main

import (
	"fmt"
	"io"
	"time"
)

// When somebody who waits is told for how long still.
const (
	patience = time.Second            // before the first word
	pace     = 100 * time.Millisecond // between one and the next
)

// waiting is a line on a terminal that says how far work has come. It appears
// only when the work lasts, and is gone at its end.
type waiting struct {
	out         io.Writer // nil when nobody looks
	what        string    // "pages rendered"
	now         func() time.Time
	began, last time.Time
	shown       bool
}

func newWaiting(out io.Writer, what string) *waiting {
	if !isTerminal(out) {
		out = nil
	}
	return &waiting{out: out, what: what, now: time.Now, began: time.Now()}
}

// told is what the work calls, one call at a time; nil when nobody looks.
func (w *waiting) told() func(done, all int) {
	if w.out == nil {
		return nil
	}
	return func(done, all int) {
		now := w.now()
		if now.Sub(w.began) < patience || now.Sub(w.last) < pace {
			return
		}
		w.last, w.shown = now, true
		fmt.Fprintf(w.out, "\r\x1b[K%d of %d %s", done, all, w.what)
	}
}

// end takes the line away.
func (w *waiting) end() {
	if w.shown {
		fmt.Fprint(w.out, "\r\x1b[K")
	}
	w.shown = false
}
