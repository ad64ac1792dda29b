package watch

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"time"

	"github.com/fsnotify/fsnotify"
)

// loop listens, waits for quiet, looks, and tells.
type loop struct {
	tree *tree
	pace pace
	note func(string)
	poll time.Duration // > 0: look at everything at this pace
	out  chan<- Batch

	marked map[string]bool // folders to look at; with all below them where true
	stirs  []string        // paths of the events that have not been looked after
	since  time.Time       // of the first event that has not been looked after
	held   time.Time       // since when a batch is kept back because of a doubt
	alarm  *time.Timer     // when to look
	ready  *Batch          // to be told
}

// begin looks at everything for the first time, so that what changes from now
// on is told.
func (l *loop) begin(s system) {
	l.marked, l.alarm = map[string]bool{}, time.NewTimer(time.Hour)
	l.alarm.Stop()
	if l.poll == 0 && s.share(l.tree.dir) {
		l.giveUp(onANetwork)
	}
	if l.poll == 0 {
		n, err := s.open()
		if err != nil {
			l.giveUp(excuse(err))
		} else {
			l.tree.heard = &ears{system: n, folders: map[string]fs.FileInfo{}}
		}
	}
	began := time.Now()
	l.tree.lookAll()
	clear(l.tree.was) // nobody has been told of anything
	l.minded()
	l.again(time.Since(began))
}

// giveUp stops listening, and says why.
func (l *loop) giveUp(why string) {
	if l.tree.heard != nil {
		_ = l.tree.heard.system.close()
		l.tree.heard = nil
	}
	l.poll = l.pace.poll
	l.note(fmt.Sprintf("%s Lectern looks at the files itself, every %s; edits show a little later.", why, l.poll))
}

// minded gives up listening when the system could not listen to a folder.
func (l *loop) minded() {
	if h := l.tree.heard; h != nil && h.fault != nil {
		l.giveUp(excuse(h.fault))
	}
}

// again sets the time of the next look at everything, where nothing is
// announced. Looking takes a tenth of the time at most, in a course of any
// size.
func (l *loop) again(took time.Duration) {
	if l.poll > 0 {
		l.alarm.Reset(max(l.poll, 10*took))
	}
}

func (l *loop) run(ctx context.Context) {
	defer func() {
		if h := l.tree.heard; h != nil {
			_ = h.system.close()
		}
	}()
	for {
		var events <-chan fsnotify.Event
		var errors <-chan error
		if h := l.tree.heard; h != nil {
			events, errors = h.system.events, h.system.errors
		}
		out, batch := l.tell()
		select {
		case <-ctx.Done():
			return
		case e := <-events:
			l.mark(e)
		case <-errors: // events were lost
			l.marked[top] = true
			l.soon()
		case <-l.alarm.C:
			l.look()
		case out <- batch:
			l.taken(batch)
		}
	}
}

// taken notes that a batch has been taken. What was announced before that, and
// has not been looked at, may come and go again while it is read.
func (l *loop) taken(b Batch) {
	l.ready, l.held = nil, time.Time{}
	l.tree.told(b.Paths)
	for _, p := range l.stirs {
		l.tree.stirred(p)
	}
}

// tell returns where to send the batch that is ready: nowhere when none is.
func (l *loop) tell() (chan<- Batch, Batch) {
	if l.ready == nil {
		return nil, Batch{}
	}
	return l.out, *l.ready
}

// mark notes where something happened. A folder that is named itself may be
// another one by now.
func (l *loop) mark(e fsnotify.Event) {
	p, ours := l.tree.pathOf(e.Name)
	if !ours {
		return
	}
	if _, known := l.tree.names[p]; known {
		l.marked[p] = true
	}
	l.tree.stirred(p)
	l.stirs = append(l.stirs, p)
	if parent := path.Dir(p); !l.marked[parent] {
		l.marked[parent] = false
	}
	l.soon()
}

// soon looks when it has been quiet for a moment.
func (l *loop) soon() {
	now := time.Now()
	if l.since.IsZero() {
		l.since = now
	}
	l.alarm.Reset(max(0, min(l.pace.quiet, l.pace.most-now.Sub(l.since))))
}

// look looks at what was marked, or at everything, and has what changed ready
// to be told unless it may be half of a save.
func (l *loop) look() {
	began := time.Now()
	l.since = time.Time{}
	if l.tree.heard == nil {
		l.tree.lookAll()
	} else {
		l.tree.look(l.marked)
	}
	clear(l.marked)
	l.stirs = l.stirs[:0]
	l.minded()
	l.again(time.Since(began))
	l.ready = nil
	paths, doubtful := l.tree.changes()
	if len(paths) == 0 {
		l.held = time.Time{}
		return
	}
	if left := l.left(began); doubtful && left > 0 {
		l.alarm.Reset(left)
		return
	}
	l.ready = &Batch{Paths: paths}
}

// left is how long a batch with something doubtful in it is still kept back.
func (l *loop) left(now time.Time) time.Duration {
	if l.held.IsZero() {
		l.held = now
	}
	return l.pace.doubt - now.Sub(l.held)
}
