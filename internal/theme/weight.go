package theme

import (
	"compress/gzip"
	"sync"
)

// compressors are kept: making one takes as long as compressing a page.
var compressors = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

// hasty are compressors that take a third of the time.
var hasty = sync.Pool{New: func() any {
	w, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed) // a level that there is
	return w
}}

// counter counts what is written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

// Compressed is how many bytes data are on the way to a browser, compressed as
// servers do.
func Compressed(data []byte) int { return compressedBy(&compressors, data) }

// IsLight reports whether data are no heavier than most, compressed, without asking
// how heavy they are. Haste makes pages a fifth heavier, and some other data a
// hundredth lighter; it may say no of what is just light enough.
func IsLight(data []byte, most int) bool {
	hastily := compressedBy(&hasty, data)
	return hastily+hastily/16 <= most
}

func compressedBy(writers *sync.Pool, data []byte) int {
	var n counter
	w := writers.Get().(*gzip.Writer)
	defer writers.Put(w)
	w.Reset(&n)
	_, _ = w.Write(data) // counting cannot fail
	_ = w.Close()
	return int(n)
}
