// Package watch tells which files of a folder have other bytes than before,
// until it is told to stop. It hears from the system which folders to look at,
// believes only the bytes it finds there, and looks by itself, at intervals,
// where the system cannot tell.
package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Options say how to watch. The zero value is right for most.
type Options struct {
	Poll   time.Duration          // > 0: ask the system nothing and look at everything at this pace
	Ignore func(path string) bool // files and folders to leave out, beside those that never count; slash paths below the folder
	Note   func(string)           // what the educator should know, a sentence or two; may be called from another goroutine
}

// Batch is what changed since the batch before: one rebuild's worth.
type Batch struct {
	// Paths lists, sorted, what was made, removed, got other bytes or became of
	// another kind: files and folders, as slash paths below the folder. It may be
	// as it was again. To read now what is listed is to know what is there.
	Paths []string
}

// Watcher watches a folder.
type Watcher struct {
	batches chan Batch
}

// Batches is closed when the context of Watch ends.
func (w *Watcher) Batches() <-chan Batch { return w.batches }

// Watch tells of changes below dir from the moment it returns until ctx ends.
// It fails when dir is no folder that can be read; everything else, such as a
// system that can watch no more folders, it gets round and says so in a note.
func Watch(ctx context.Context, dir string, o Options) (*Watcher, error) {
	return start(ctx, dir, o, thisSystem, usual)
}

// pace says how long to wait for what.
type pace struct {
	quiet time.Duration // without an event, before looking
	most  time.Duration // from the first event to looking, however many follow
	doubt time.Duration // before believing that a file is gone or empty
	poll  time.Duration // between two looks at everything, where the system cannot tell
}

// An editor that saves removes or empties the file and then writes it, within
// a millisecond or two. 100 ms is long enough for a slow disk, and nobody
// notices it when a lesson is really deleted.
var usual = pace{quiet: 10 * time.Millisecond, most: 100 * time.Millisecond, doubt: 100 * time.Millisecond, poll: 500 * time.Millisecond}

func start(ctx context.Context, dir string, o Options, s system, p pace) (*Watcher, error) {
	real, err := filepath.EvalSymlinks(dir)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		return nil, fmt.Errorf("the folder cannot be watched: %w", err)
	}
	root, err := os.OpenRoot(real)
	if err != nil {
		return nil, fmt.Errorf("the folder cannot be watched: %w", err)
	}
	if o.Note == nil {
		o.Note = func(string) {}
	}
	w := &Watcher{batches: make(chan Batch)}
	l := &loop{pace: p, note: o.Note, out: w.batches, poll: o.Poll}
	l.tree = newTree(root, real, o.Ignore)
	l.begin(s)
	go func() {
		defer close(w.batches)
		defer root.Close()
		l.run(ctx)
	}()
	return w, nil
}
