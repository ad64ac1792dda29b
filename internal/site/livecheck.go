package site

import (
	"path"
	"slices"
	"strings"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/settings"
)

// examine notes which pages have to be looked at for problems after a change:
// those that it is on and, when links may lead elsewhere, all.
func (l *Live) examine(change course.Change) {
	if change.Linked {
		l.examineAll()
	}
	if change.Asked {
		l.later(aboutNames)
	}
	for _, b := range l.shop.languages {
		l.later(b.folder + change.URL)
	}
}

// examineAll notes that nobody has looked at any page yet.
func (l *Live) examineAll() {
	l.notes.Lock()
	defer l.notes.Unlock()
	l.todo = nil
	if l.examined == nil {
		return
	}
	for key := range l.said { // of pages that are gone
		start, name, isPage := strings.Cut(key, " ")
		if isPage && (start+" " == aboutPage || start+" " == aboutWeight) {
			b, url := l.examined.at(name)
			if _, there := b.pageAt(url); !there {
				delete(l.said, key)
			}
		}
	}
	for _, b := range l.examined.languages {
		for _, p := range append(b.ownPages()[:1], b.listPages()...) {
			l.todo = append(l.todo, b.folder+p.url)
		}
		for _, m := range b.course.Modules {
			l.todo = append(l.todo, b.folder+m.URL)
			for _, lesson := range m.Lessons {
				l.todo = append(l.todo, b.folder+lesson.URL)
			}
		}
	}
	l.todo = append(l.todo, aboutFiles)
}

// later notes something to look at.
func (l *Live) later(name string) {
	l.notes.Lock()
	defer l.notes.Unlock()
	l.todo = append(l.todo, name)
}

// Check looks for problems at one page that may have some and that nobody has
// asked for yet, the last changed first. It returns false when there is none
// left.
func (l *Live) Check() bool {
	name, left := l.next()
	if !left {
		return false
	}
	l.parseFor(name)
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.examined == nil || l.examined == l.shop && !l.shows(name) {
		return true
	}
	var d diag.List
	page, weight := strings.CutPrefix(name, aboutWeight)
	made, _ := l.lastMade(page)
	switch {
	case weight:
		if l.examined == l.shop {
			l.shop.weigh(page, made.data, &d)
		}
		l.note(name, &d)
	case name == aboutNames:
		b := l.examined.languages[0].telling(&d)
		b.course.CheckNames(&d)
		b.checkCards()
		l.note(name, &d)
	case name == aboutFiles:
		l.examined.checkFiles(&d)
		l.note(name, &d)
	default:
		b, url := l.examined.at(name)
		if b = b.telling(&d); l.examined == l.shop || !b.lookAtAll(url) {
			b.lookAt(url)
		}
		l.notePage(name, &d)
	}
	return true
}

// next is what to look at next.
func (l *Live) next() (name string, left bool) {
	l.notes.Lock()
	defer l.notes.Unlock()
	n := len(l.todo)
	if n == 0 {
		return "", false
	}
	name = l.todo[n-1]
	l.todo = l.todo[:n-1]
	return name, true
}

// checkFiles wants a name of its own for each file of the site.
func (w *workshop) checkFiles(d *diag.List) {
	var files []File
	for _, b := range w.languages {
		for _, p := range slices.Concat(b.plan(), b.planRecall(), b.planSheets()) {
			files = append(files, File{Path: b.folder + p.url})
		}
		files = append(files, File{Path: b.folder + installFile})
	}
	for _, e := range w.languages[0].theme.Extras {
		files = append(files, File{Path: e.Path})
	}
	files = append(files, File{Path: workerFile})
	taken := newClaims(files)
	b := w.languages[0]
	for _, name := range sortedKeys(b.course.Files) {
		if t, _, _, _ := b.course.Lookup(".", escapePath(name)); !isSource(name) {
			taken.take(t.URL, settings.Content+"/"+name, d)
		}
	}
}

// lookAt fills the prose of a page, for what is wrong with it.
func (b *builder) lookAt(url string) {
	url = path.Clean(url)
	if l := b.course.LessonAt(url); l != nil {
		b.fillLesson(url, l)
		return
	}
	if p, ok := b.pageAt(url); ok {
		b.render(p)
	}
}

// lookAtAll looks at every lesson and module of one address: in a course that is
// wrong there may be several. It returns false when there is none.
func (b *builder) lookAtAll(url string) (found bool) {
	url = path.Clean(url)
	for _, m := range b.course.Modules {
		if m.URL == url && m.Slug != "" {
			b.render(b.modulePage(m))
			found = true
		}
		for _, l := range m.Lessons {
			if l.URL == url {
				b.fillLesson(url, l)
				found = true
			}
		}
	}
	return found
}

func (b *builder) fillLesson(url string, l *course.Lesson) {
	main := b.speaker(l.Lang)
	fill := b.filler(url, l.Lang, main.code)
	fill.lists = true
	fill.questions = b.questions(fill, l)
	fill.fill(l.Page.Body, placeOf(&l.Page))
	fill.footLists()
}

// lookAtUnfit fills the prose of a page that is not taken because of an error,
// for what else is wrong with it.
func (w *workshop) lookAtUnfit(c course.Change, d *diag.List) {
	for _, b := range w.languages {
		if l := c.Unfit[b.course.Language]; l != nil && l.File != nil {
			b.telling(d).fillLesson(l.URL, l)
		}
	}
}
