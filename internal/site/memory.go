package site

import (
	"io/fs"
	"strings"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/search"
	"lectern/internal/together"
	"lectern/internal/witness"
)

// Memory is what a build tells the next one: of each lesson what the rest of the
// course needs, and what was made of it. With it a build parses and renders only
// the lessons whose text is another, and the pages that list lessons; the others
// stand in the site already. It is right only beside the site of that build, and
// for the same program, options and files but for its Pages.
type Memory struct {
	Pages   map[string]bool      // the files of lessons, drafts too, of modules and of the front page
	Sources string               // a digest of all other files
	Around  string               // a digest of those of them that a lesson is read with
	Made    map[string]made      // the pages of lessons, fonts and icons, and the pieces of the index and of what the pages about progress know
	Lessons map[string]*lessonIn // by their files; and so is what follows
	Digests map[string]digest    // of the files
	Said    map[string][]diag.Message
	OnPaper map[string]span // in the whole course on paper

	groups    []group
	was       *Memory         // of the build before, when lessons stand from it
	site      fs.FS           // where pages stand
	untouched map[string]bool // the files of lessons of which nothing was said and that are as they were
}

// lessonIn is a lesson in a memory. That of a lesson which stands is the very one
// of the build before.
type lessonIn struct {
	Brief  *course.Brief
	Asked  []asked // the links that its page follows
	Sees   digest  // of what its pages see of the rest of the course
	Print  string
	Places []search.Place
}

// made is a page that was made of one lesson alone.
type made struct {
	Size   int
	Print  string
	Weight int // compressed, of those that are weighed
}

// span is a range of bytes in a file.
type span struct{ Start, End int64 }

// tells reports whether the next build is told anything. Nothing is told of a
// course in several languages, where a translation takes names from its original,
// nor of the facilitator's edition, whose plan shows parts of all lessons.
func (w *workshop) tells() bool { return w.told != nil && !w.facilitator && len(w.languages) == 1 }

// tell takes down what the next build is told of each lesson, and lets go of the
// rest: all pages that show it are made.
func (b *builder) tell() {
	if !b.tells() || b.diags.Failed() {
		return
	}
	sight := b.sight()
	told := make([]*lessonIn, len(b.course.Lessons))
	_ = together.Do(len(told), func(i int) error {
		l := b.course.Lessons[i]
		told[i] = b.tellOf(l, sight)
		l.Shorten(told[i].Brief)
		return nil
	})
	for i, l := range b.course.Lessons {
		b.told[l.File.Path] = told[i]
	}
}

// tellOf is what the next build is told of a lesson.
func (b *builder) tellOf(l *course.Lesson, sight *sight) *lessonIn {
	if l.Brief != nil {
		return b.told[l.File.Path]
	}
	links, _ := b.asked.Load(l.URL)
	asked := inOneOrder(links.(map[asked]bool))
	return &lessonIn{
		Brief: course.BriefOf(l), Asked: asked, Sees: sight.from(l, asked), Print: b.printOf(l), Places: b.placesOf(l, true),
	}
}

// remember makes the memory of a site.
func (w *workshop) remember(files []File, weights []Weight) *Memory {
	b := w.languages[0]
	m := &Memory{
		Pages: map[string]bool{}, Lessons: w.told, Made: map[string]made{}, Digests: map[string]digest{}, Said: map[string][]diag.Message{},
		OnPaper: map[string]span{}, was: w.before,
	}
	for _, name := range w.content.Pages() {
		m.Pages[name] = true
	}
	for _, l := range b.course.Lessons {
		m.OnPaper[l.File.Path] = b.onWhole[l.URL]
	}
	for _, said := range w.diags.Sorted() {
		if said.File == nil || m.Lessons[said.File.Path] == nil {
			continue
		}
		name := said.File.Path
		said.File = nil
		m.Said[name] = append(m.Said[name], said)
	}
	m.noteMade(b, files, weights)
	return m
}

func (m *Memory) noteMade(b *builder, files []File, weights []Weight) {
	weighed := map[string]int{}
	for _, w := range weights {
		weighed[w.Path] = w.Bytes
	}
	extra := map[string]bool{}
	for _, e := range b.theme.Extras {
		extra[e.Path] = true
	}
	for _, f := range files {
		if p, ok := b.pageAt(f.Path); ok && p.lesson != nil || strings.HasPrefix(f.Path, "assets/") || extra[f.Path] {
			m.Made[f.Path] = made{f.Size(), f.print(), weighed[f.Path]}
		}
	}
}

// Note takes down which files the site was made from.
func (m *Memory) Note(s witness.Sources) {
	m.Sources, m.Around = s.Digest(m.Pages), s.Around()
	for name := range m.Lessons {
		m.Digests[name] = s[name]
	}
}

// Fits reports whether no file is another since but for pages. The memory then
// knows which lessons are as they were.
func (m *Memory) Fits(s witness.Sources) bool {
	m.compare(s)
	return m.Sources == s.Digest(m.Pages)
}

// FitsLessons is Fits for who makes nothing of the site: what a lesson is by itself
// depends on the settings, the theme and the glossary, and on no other file.
func (m *Memory) FitsLessons(s witness.Sources) bool {
	m.compare(s)
	return m.Around == s.Around()
}

func (m *Memory) compare(s witness.Sources) {
	m.untouched = map[string]bool{}
	for name := range m.Lessons {
		m.untouched[name] = len(m.Said[name]) == 0 && m.Digests[name] == s[name]
	}
}
