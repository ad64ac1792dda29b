package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"errors"
	"io"
	"io/fs"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/search"
)

// Memory is what a build tells the next one: of each lesson what the rest of the
// course needs, and what was made of it. With it a build parses and renders only
// the lessons whose text is another, and the pages that list lessons; the others
// stand in the site already. It is right only beside the site of that build, and
// for the same program, options and files but for its Pages.
type Memory struct {
	Pages   map[string]bool      // the files of lessons, modules and the front page
	Sources string               // a digest of all other files
	Lessons map[string]*lessonIn // by their files
	Made    map[string]made      // the pages of lessons, by their addresses

	site      fs.FS           // where they stand
	untouched map[string]bool // the files of lessons of which nothing was said and that are as they were
}

// lessonIn is a lesson in a memory.
type lessonIn struct {
	Brief   *course.Brief
	Source  digest  // of its file
	Asked   []asked // the links that its page follows
	Sees    digest  // of what its pages see of the rest of the course
	Print   string
	Places  []search.Place
	Said    []diag.Message // in its file, which is left out
	OnPaper span           // in the whole course on paper
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
	_ = sideBySide(len(told), func(i int) error {
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
		was := *b.told[l.File.Path]
		was.OnPaper = b.onWhole[l.URL]
		return &was
	}
	links, _ := b.asked.Load(l.URL)
	asked := inOneOrder(links.(map[asked]bool))
	return &lessonIn{
		Brief: course.BriefOf(l), Asked: asked, Sees: sight.from(l, asked), Print: b.printOf(l), Places: b.placesOf(l, true), OnPaper: b.onWhole[l.URL],
	}
}

// remember makes the memory of a site.
func (w *workshop) remember(files []File, weights []Weight) *Memory {
	b := w.languages[0]
	m := &Memory{Pages: map[string]bool{}, Lessons: w.told, Made: map[string]made{}}
	for _, p := range append(b.course.Pages(), b.course.Home) {
		if p.File != nil {
			m.Pages[p.File.Path] = true
		}
	}
	for _, l := range m.Lessons {
		l.Said = nil
	}
	for _, said := range w.diags.Sorted() {
		if said.File == nil {
			continue
		}
		if l := m.Lessons[said.File.Path]; l != nil {
			said.File = nil
			l.Said = append(l.Said, said)
		}
	}
	m.noteMade(b, files, weights)
	return m
}

func (m *Memory) noteMade(b *builder, files []File, weights []Weight) {
	weighed := map[string]int{}
	for _, w := range weights {
		weighed[w.Path] = w.Bytes
	}
	for _, f := range files {
		if p, ok := b.pageAt(f.Path); ok && p.lesson != nil {
			m.Made[f.Path] = made{f.Size(), f.print(), weighed[f.Path]}
		}
	}
}

// Note takes down which files the site was made from.
func (m *Memory) Note(s Sources) {
	m.Sources = s.Digest(m.Pages)
	for name, l := range m.Lessons {
		l.Source = s[name]
	}
}

// Fits reports whether no file is another since but for pages. The memory then
// knows which lessons are as they were.
func (m *Memory) Fits(s Sources) bool {
	m.untouched = map[string]bool{}
	for name, l := range m.Lessons {
		m.untouched[name] = len(l.Said) == 0 && l.Source == s[name]
	}
	return m.Sources == s.Digest(m.Pages)
}

// Bytes is the memory as it is kept: a digest of the rest, and a value for each
// lesson, so that never all of it is there twice.
func (m *Memory) Bytes() ([]byte, error) {
	var b bytes.Buffer
	b.Write(make([]byte, sha256.Size))
	e := gob.NewEncoder(&b)
	head := *m
	head.Lessons = nil
	err := e.Encode(head)
	for _, file := range sortedKeys(m.Lessons) {
		if err == nil {
			err = e.Encode(keptLesson{file, m.Lessons[file]})
		}
	}
	if err != nil {
		return nil, err
	}
	data := b.Bytes()
	sum := sha256.Sum256(data[sha256.Size:])
	copy(data, sum[:])
	return data, nil
}

// keptLesson is a lesson with its file.
type keptLesson struct {
	File string
	In   *lessonIn
}

var errForgotten = errors.New("this is no memory of a build")

// ReadMemory reads what Bytes wrote. The site that it is of lies in site.
func ReadMemory(data []byte, site fs.FS) (*Memory, error) {
	if len(data) < sha256.Size || sha256.Sum256(data[sha256.Size:]) != [sha256.Size]byte(data[:sha256.Size]) {
		return nil, errForgotten
	}
	m := &Memory{}
	d := gob.NewDecoder(bytes.NewReader(data[sha256.Size:]))
	if err := d.Decode(m); err != nil {
		return nil, err
	}
	m.site, m.Lessons = site, map[string]*lessonIn{}
	for {
		var l keptLesson
		err := d.Decode(&l)
		if err == io.EOF {
			return m, nil
		}
		if err != nil {
			return nil, err
		}
		m.Lessons[l.File] = l.In
	}
}
