package serve

import (
	"bytes"
	"sync"

	"lectern/internal/check"
	"lectern/internal/course"
	"lectern/internal/site"
)

// letters knows which short forms the course explains anywhere. The pages are
// read for it one at a time, when nobody waits for anything else, so that no
// edit costs more in a larger course. One goroutine reads, and any may ask: what
// those ask about while they look at the course is never locked by who waits for
// the course.
type letters struct {
	files map[string]lettersIn // by their paths
	todo  []string

	mu    sync.Mutex         // for what follows
	count map[inLanguage]int // how many files explain what
	read  bool               // all have been read once
}

// lettersIn is what a file explained when it was read.
type lettersIn struct {
	text      []byte
	explained []inLanguage
}

// inLanguage is a short form in one of the course's languages.
type inLanguage struct{ language, letters string }

// lookAgain notes that the pages in some files have changed.
func (l *letters) lookAgain(paths []string) {
	l.todo = append(l.todo, paths...)
}

// lookAtAll notes that any page may have changed, come or gone.
func (l *letters) lookAtAll(live *site.Live) {
	l.todo = nil
	there := map[string]bool{}
	for _, f := range live.Written() {
		there[f.Path] = true
		if was, known := l.files[f.Path]; !known || !bytes.Equal(was.text, f.Text()) {
			l.todo = append(l.todo, f.Path)
		}
	}
	for path := range l.files {
		if !there[path] {
			l.forget(path)
		}
	}
}

// readOne reads one page. It returns false when none is left.
func (l *letters) readOne(live *site.Live) bool {
	n := len(l.todo)
	if n == 0 {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.read = true
		return false
	}
	path := l.todo[n-1]
	l.todo = l.todo[:n-1]
	l.forget(path)
	live.AloneIn(path, func(c *course.Course) { l.take(path, c) })
	return true
}

func (l *letters) take(path string, c *course.Course) {
	in := lettersIn{text: textOf(c, path)}
	if g := c.Glossary; g != nil && (g.File == nil || g.File.Path != path) {
		c.Glossary = nil // it is read by itself
	}
	for name := range check.Explained(c) {
		in.explained = append(in.explained, inLanguage{c.Language, name})
	}
	if l.files == nil {
		l.files = map[string]lettersIn{}
	}
	l.files[path] = in
	l.add(in.explained, 1)
}

// textOf is what the file at path said when the course with its page alone was
// read.
func textOf(c *course.Course, path string) []byte {
	pages := append(c.Pages(), c.Home)
	if c.Glossary != nil {
		pages = append(pages, &c.Glossary.Page)
	}
	for _, p := range pages {
		if p.File != nil && p.File.Path == path {
			return p.File.Text()
		}
	}
	return nil
}

func (l *letters) forget(path string) {
	l.add(l.files[path].explained, -1)
	delete(l.files, path)
}

func (l *letters) add(explained []inLanguage, n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.count == nil {
		l.count = map[inLanguage]int{}
	}
	for _, short := range explained {
		l.count[short] += n
	}
}

// explainedIn tells what the course explains in a language, and whether all of
// it has been read.
func (l *letters) explainedIn(language string) (explained func(string) bool, read bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return func(name string) bool {
		l.mu.Lock()
		defer l.mu.Unlock()
		return l.count[inLanguage{language, name}] > 0
	}, l.read
}
