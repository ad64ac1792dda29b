package main

import "testing"

// Little is never collected, and much sooner than Go does by itself.
func TestGarbageIsCollectedByWhatIsInUse(t *testing.T) {
	const megabyte = 1 << 20
	for live, upTo := range map[uint64]uint64{1: roomy, 10 * megabyte: roomy, 64 * megabyte: roomy, 100 * megabyte: 150 * megabyte, 400 * megabyte: 600 * megabyte} {
		got := live + live*uint64(percentFor(live))/100
		if got > upTo || got < upTo-upTo/50 {
			t.Errorf("with %d bytes in use garbage is collected at %d, want about %d", live, got, upTo)
		}
	}
}
