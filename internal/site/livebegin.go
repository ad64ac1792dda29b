package site

import (
	"lectern/internal/course"
	"lectern/internal/diag"
)

// begin reads a course of which a build has told: lessons that are as they were
// stand as briefs, until a page of theirs is looked at. It returns false when
// anything is wrong: then all is read.
func (l *Live) begin(m *Memory) bool {
	var d diag.List
	config, look := configured(l.fsys, l.options, &d)
	if look == nil || l.options.Facilitator {
		return false
	}
	briefs, told := map[string]*course.Brief{}, map[string]*lessonIn{}
	for name, lesson := range m.Lessons {
		if m.untouched[name] {
			briefs[name], told[name] = lesson.Brief, lesson
		}
	}
	l.config, l.theme, l.kept = config, look, course.Begin(briefs)
	t := *look
	w := &workshop{fsys: l.fsys, config: config, diags: &d, told: told}
	whole := w.read(&t, l.options, l.kept)
	l.kept.Begun()
	if !whole || d.Failed() || len(w.languages) != 1 {
		return false
	}
	for _, lesson := range w.languages[0].course.Lessons {
		if lesson.Brief != nil {
			w.prints.Store(lesson.URL, told[lesson.File.Path].Print)
		}
	}
	l.put(w)
	return true
}

// briefFor are the lessons that a file of the site is made of, and of which only a
// brief is known.
func (w *workshop) briefFor(name string) (brief []*course.Lesson) {
	if len(w.told) == 0 {
		return nil
	}
	b := w.languages[0]
	of := b.course.Lessons
	if name != wholeCourse {
		p, ok := b.pageAt(name)
		if !ok || p.lesson == nil {
			return nil
		}
		of = []*course.Lesson{p.lesson}
	}
	for _, lesson := range of {
		if lesson.Brief != nil {
			brief = append(brief, lesson)
		}
	}
	return brief
}

// forget drops what was told of a lesson that is known by itself now.
func (w *workshop) forget(change course.Change) {
	for _, file := range change.Files {
		delete(w.told, file)
	}
}

// Shows reports whether a file can be shown, if it is there. None can before the
// course has once been right, and no page of a lesson that was never read since
// the preview began and is wrong by now.
func (l *Live) Shows(name string) bool {
	l.parseFor(name)
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.shows(name)
}

func (l *Live) shows(name string) bool { return l.shop != nil && len(l.shop.briefFor(name)) == 0 }

// parseFor parses the lessons that a file is made of.
func (l *Live) parseFor(name string) {
	for _, url := range l.unparsed(name) {
		l.mu.Lock()
		l.parse(url)
		l.mu.Unlock()
	}
}

// unparsed are the addresses of the lessons that have to be parsed for a file.
func (l *Live) unparsed(name string) (urls []string) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.shop != nil {
		for _, lesson := range l.shop.briefFor(name) {
			urls = append(urls, lesson.URL)
		}
	}
	return urls
}

// parse puts a lesson into the place of its brief. When its file is another by now,
// that is an edit of which the watcher has not told yet.
func (l *Live) parse(url string) {
	lesson := l.shop.languages[0].course.LessonAt(url)
	if lesson == nil || lesson.Brief == nil {
		return // somebody else has done so meanwhile
	}
	was := lesson.Brief
	var d diag.List
	change, ok := l.renewer.Renew(lesson.File.Path, &d)
	if ok && !d.Failed() && was.IsOf(lesson.File) {
		l.shop.forget(change)
		l.say(&d)
		return
	}
	l.edits++
	if !ok || !l.takeIn(change, &d) {
		l.readCourse(&diag.List{})
	}
}
