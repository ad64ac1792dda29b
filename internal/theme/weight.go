package theme

import (
	"compress/gzip"
	"sync"
)

// compressors are kept: making one takes as long as compressing a page.
var compressors = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

// counter counts what is written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

// Compressed is how many bytes data are on the way to a browser, compressed as
// servers do.
func Compressed(data []byte) int {
	var n counter
	w := compressors.Get().(*gzip.Writer)
	defer compressors.Put(w)
	w.Reset(&n)
	_, _ = w.Write(data) // counting cannot fail
	_ = w.Close()
	return int(n)
}
