package course

import (
	"bytes"
	"slices"
	"sync"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/source"
	"lectern/quiz"
)

// Kept holds what was read of pages in a course's own language, so that reading
// the course again takes no longer than what has changed. It is for one set of
// options. The zero Kept is empty; it is safe for several goroutines.
type Kept struct {
	mu     sync.Mutex
	pages  map[string]keptPage
	briefs map[string]*Brief // in their place, what a build kept for the next one
	// The files of briefs that are as they were then, and need not be read.
	untouched map[string]bool
	builds    bool // it is of a build, and keeps nothing besides
	begins    bool // it is of a preview that begins
}

// standing is a page of which there is a brief and whose file is as it was. A preview
// may have to show a place in the file, and then reads it.
func (k *Kept) standing(path string, request markdown.Request, text func() ([]byte, error)) (f *source.File, read readPage, stands bool) {
	if k == nil || !k.untouched[path] {
		return nil, read, false
	}
	b := k.briefs[path]
	if b == nil || !b.isReadAs(request) {
		return nil, read, false
	}
	f = source.Unread(path)
	if k.begins {
		f = source.Later(path, text)
	}
	return f, b.page(f), true
}

// keptPage is a page as it was read, and what was said of it then.
type keptPage struct {
	file    *source.File
	slug    string
	entries bool
	read    readPage
	said    []diag.Message
}

// page returns what was read of f, or what read makes of it now. The file may
// be another value with the same text.
func (k *Kept) page(f *source.File, request markdown.Request, d *diag.List, read func(*diag.List) readPage) (*source.File, readPage) {
	if k == nil {
		return f, read(d)
	}
	if k.builds {
		if b := k.briefs[f.Path]; b != nil && b.isOf(f, request) {
			return f, b.page(f)
		}
		return f, read(d)
	}
	k.mu.Lock()
	was, ok := k.pages[f.Path]
	k.mu.Unlock()
	if !ok || isFollowed(was.read.doc) || was.slug != request.Slug || was.entries != request.Entries || !bytes.Equal(was.file.Text(), f.Text()) {
		var own diag.List
		was = keptPage{file: f, slug: request.Slug, entries: request.Entries, read: read(&own)}
		was.said = own.Sorted()
		k.mu.Lock()
		if k.pages == nil {
			k.pages = map[string]keptPage{}
		}
		k.pages[f.Path] = was
		k.mu.Unlock()
	}
	for _, m := range was.said {
		d.Add(m)
	}
	return was.file, was.read
}

// isFollowed reports whether questions of a page know their translations, which
// may be others by now.
func isFollowed(doc *markdown.Document) bool {
	return slices.ContainsFunc(doc.Questions, func(q quiz.Question) bool { return len(q.Base().Others()) > 0 })
}

// Forget drops what was read of a file.
func (k *Kept) Forget(path string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.pages, path)
}
