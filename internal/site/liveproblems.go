package site

import (
	"slices"
	"strings"

	"lectern/internal/diag"
)

// Keys of said, besides the paths of files.
const (
	aboutNames  = "\x00names" // of questions and quizzes
	aboutFiles  = "\x00files" // their names in the site
	aboutCourse = "\x00course"
	aboutWeight = "\x00weight " // of a page; and an address
	aboutPage   = "\x00page "   // and an address
)

// sayAfresh forgets what was said of files, and says what is wrong now.
func (l *Live) sayAfresh(d *diag.List) {
	l.notes.Lock()
	for key := range l.said {
		if !strings.HasPrefix(key, aboutPage) && !strings.HasPrefix(key, aboutWeight) {
			delete(l.said, key)
		}
	}
	clear(l.stale)
	l.notes.Unlock()
	l.say(d)
}

// say notes what is wrong, by the files that it is about.
func (l *Live) say(d *diag.List) {
	l.notes.Lock()
	defer l.notes.Unlock()
	for _, m := range d.Sorted() {
		key := aboutCourse
		if m.File != nil {
			key = m.File.Path
		} else if m.Path != "" {
			key = m.Path
		}
		l.said[key] = append(l.said[key], m)
	}
}

// forgetFile forgets all that was said about a file that is another now. stale
// is whether pages go on with what it was before.
func (l *Live) forgetFile(file string, stale bool) {
	l.notes.Lock()
	defer l.notes.Unlock()
	l.stale[file] = stale
	delete(l.said, file)
	for key, said := range l.said {
		l.said[key] = slices.DeleteFunc(slices.Clone(said), func(m diag.Message) bool { return m.File != nil && m.File.Path == file })
	}
}

// notePage replaces what was said of a page as it is shown.
func (l *Live) notePage(name string, d *diag.List) {
	l.notes.Lock()
	d.Drop(func(m diag.Message) bool { return m.File != nil && l.stale[m.File.Path] })
	l.notes.Unlock()
	l.note(aboutPage+name, d)
}

// note replaces what was said under a key.
func (l *Live) note(key string, d *diag.List) {
	l.notes.Lock()
	defer l.notes.Unlock()
	if said := d.Sorted(); len(said) > 0 {
		l.said[key] = said
	} else {
		delete(l.said, key)
	}
}

// Problems are all that is known to be wrong with the course, in order, without
// what site.yaml does not want to see. Check finds the rest.
func (l *Live) Problems() []diag.Message {
	l.mu.RLock()
	defer l.mu.RUnlock()
	l.notes.Lock()
	var all diag.List
	for _, said := range l.said {
		for _, m := range said {
			all.Add(m)
		}
	}
	l.notes.Unlock()
	if l.config != nil {
		all.Drop(func(m diag.Message) bool { return m.Severity == diag.Warning && l.config.Silenced(m.Name) })
	}
	return all.Sorted()
}
