package watch

import (
	"maps"
	"slices"
	"strings"
)

// set notes what was found at a path. Who was told of it may have read it between
// two looks, so then any sign of another write counts.
func (t *tree) set(p string, now entry) {
	before := t.seen[p]
	if _, noted := t.was[p]; !noted && (!now.same(before) || !now.untouched(before) && t.beingRead(p)) {
		t.was[p] = before
	}
	if now.kind == absent {
		delete(t.seen, p)
		return
	}
	t.seen[p] = now
}

// stirred notes that something happened at a path. Of what was gone when it was
// told nothing is left to see if it came back, was read, and went again: the
// event alone says so.
func (t *tree) stirred(p string) {
	for _, told := range t.last {
		for q := range told {
			if _, noted := t.was[q]; !noted && (q == p || strings.HasPrefix(q, p+"/")) && t.seen[q].kind != file {
				t.was[q] = t.seen[q]
			}
		}
	}
}

// beingRead tells whether who is told of changes may have read a path since the
// look before. They read what a batch names until they take the next one, which
// may have been made before they read.
func (t *tree) beingRead(p string) bool {
	_, last := t.last[0][p]
	_, before := t.last[1][p]
	return last || before
}

// changes returns what was seen to differ from what was told, sorted, and
// whether any of it may be half of a save. It counts even if it is again as it
// was: who was told of something else may have read it in between.
func (t *tree) changes() (paths []string, doubtful bool) {
	for p, before := range t.was {
		doubtful = doubtful || t.seen[p].doubtful(before)
	}
	return slices.Sorted(maps.Keys(t.was)), doubtful
}

// told begins the next batch, after one with these paths.
func (t *tree) told(paths []string) {
	last := map[string]struct{}{}
	for _, p := range paths {
		last[p] = struct{}{}
		delete(t.was, p)
	}
	t.last = [2]map[string]struct{}{last, t.last[0]}
}
