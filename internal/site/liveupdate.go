package site

import (
	"io/fs"
	"strings"
	"sync"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/settings"
)

// Update takes in that files have changed, come or gone: their paths, below the
// folder of the course. It returns the most that this means.
func (l *Live) Update(paths []string) Meaning {
	l.mu.Lock()
	defer l.mu.Unlock()
	pages, again, anew, most := []string{}, l.behind, l.theme == nil, Nothing
	for _, p := range paths {
		found := l.meaning(p)
		most = max(most, found)
		switch found {
		case Theme:
			anew = true
		case Course:
			again = true
			l.kept.Forget(p)
		case Page:
			pages = append(pages, p)
		case Files:
			if l.shop != nil {
				l.shop.sizes.Delete(strings.TrimPrefix(p, settings.Content+"/"))
			}
		}
	}
	switch {
	case most == Nothing:
	case anew:
		l.readSettings()
	case again || !l.renew(pages):
		l.readCourse(&diag.List{})
	}
	return most
}

// Meaning is what a changed file is to the course.
type Meaning int

// What a file can mean, from little to much.
const (
	Nothing Meaning = iota
	Page
	Files  // a picture, or another file beside the lessons
	Course // all of it has to be read again
	Theme  // or the settings
)

func (l *Live) meaning(p string) Meaning {
	top, below, _ := strings.Cut(p, "/")
	switch {
	case p == settings.File || top == settings.Theme:
		return Theme
	case top != settings.Content || strings.HasPrefix(below, ".") || strings.Contains(below, "/."):
		return Nothing
	case l.shop == nil || l.behind:
		return Course
	}
	info, err := fs.Stat(l.fsys, p)
	there, known := err == nil, l.shop.content.Has(p)
	switch {
	case there && known && info.Mode().IsRegular() && l.renewer.Knows(p):
		return Page
	case there && known && info.Mode().IsRegular() && l.shop.content.IsBeside(p):
		return Files
	case !there && !known && !l.shop.content.HasBelow(p):
		return Nothing // it came and went
	}
	return Course
}

// renew reads single pages again. It returns false when that is not enough.
func (l *Live) renew(pages []string) bool {
	l.edits++
	done := map[string]bool{}
	for _, p := range pages {
		if done[p] {
			continue
		}
		var d diag.List
		change, ok := l.renewer.Renew(p, &d)
		if !ok {
			return false
		}
		for _, file := range change.Files {
			done[file] = true
		}
		if !l.takeIn(change, &d) {
			return false
		}
	}
	return true
}

// takeIn goes on with a page that was read again; d is what is wrong with it. It
// returns false when that is not enough.
func (l *Live) takeIn(change course.Change, d *diag.List) bool {
	for _, file := range change.Files {
		l.forgetFile(file, d.Failed())
	}
	l.markBroken(change.Files, d)
	if d.Failed() {
		l.shop.lookAtUnfit(change, d)
	}
	l.say(d)
	if d.Failed() {
		return true
	}
	if !l.take(change) {
		return false
	}
	l.examine(change)
	return true
}

// markBroken notes which of some files have errors of their own: a link to a
// part of one is not said to be wrong.
func (l *Live) markBroken(files []string, d *diag.List) {
	broken := d.Broken()
	for _, b := range l.shop.languages {
		for _, file := range files {
			delete(b.broken, file)
			if broken[file] {
				b.broken[file] = true
			}
		}
	}
}

// take drops what was made once and may be another after a change of one page.
// It returns false when what pages load could not be made.
func (l *Live) take(change course.Change) bool {
	l.shop.prints.Delete(change.URL)
	l.shop.forget(change)
	for _, b := range l.shop.languages {
		menus := b.menus
		if change.Named {
			menus = &sync.Map{}
		}
		b.found = b.find(menus)
		lesson := b.course.LessonAt(change.URL)
		if lesson == nil {
			continue
		}
		needs, at := b.needsOf(lesson), b.folder+lesson.URL
		if needs != l.needs[at] && !b.join() {
			return false
		}
		l.needs[at] = needs
	}
	return true
}

// needsOf names the parts that the pages of one lesson load.
func (b *builder) needsOf(l *course.Lesson) string {
	return strings.Join(lessonParts(l, b.facilitator), " ") + "\n" + strings.Join(recallParts(l.Doc, marked(l)), " ")
}
