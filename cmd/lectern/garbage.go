package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	// roomy is what a program may fill before garbage is collected at all, in bytes.
	// Most commands are over before, and most courses built: docs/performance.md.
	roomy = 128 << 20
	// sooner is how much garbage there may be for what is in use beyond that, in
	// hundredths. Go's own 100 takes a third more memory for a tenth less work.
	sooner = 50
)

// collectGarbage sets when garbage is collected, unless who calls has done so.
func collectGarbage() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(roomy / leastHeap * 100)
		(&cycle{}).watch()
	}
}

// leastHeap is where Go collects first, at 100 hundredths.
const leastHeap = 4 << 20

// cycle is garbage itself, so each collection ends one.
type cycle struct{ _ *int }

// watch sets, after each collection, when the next one comes.
func (c *cycle) watch() {
	runtime.SetFinalizer(c, func(c *cycle) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		debug.SetGCPercent(percentFor(live[0].Value.Uint64()))
		c.watch()
	})
}

// percentFor is how much garbage there may be for so much that is in use.
func percentFor(live uint64) int {
	if live == 0 || live >= roomy {
		return sooner
	}
	return max(sooner, int((roomy-live)*100/live))
}
