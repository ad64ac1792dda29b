package course

import (
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"sync"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/reference"
	"lectern/internal/source"
)

// Options are what the site decides for its course.
type Options struct {
	Markdown markdown.Options
	Drafts   bool
	Kept     *Kept // of an earlier reading with the same options; may be nil
	// Keep takes the text of a page away once it is parsed, and returns how to read
	// it again, for messages. Nil leaves it in the memory.
	Keep func(text []byte) (read func(room []byte) ([]byte, error), err error)
}

// maxFile is the largest text file that is read, in bytes.
const maxFile = 16 << 20

// Read reads the course in its own language. With errors in d the course is
// incomplete.
func (l *Folder) Read(o Options, d *diag.List) *Course {
	r := &reader{fsys: l.fsys, language: l.language, options: o, diags: d, markdown: markdown.New(o.Markdown)}
	c := &Course{
		Language: l.language, Files: l.files, Home: &Page{Dir: ".", URL: "index.html", Lang: l.language, Doc: &markdown.Document{}},
		Support: &Support{Lang: l.language}, References: &reference.Library{},
	}
	r.modules(c, l)
	r.singles(c, l)
	r.wait.Wait()
	c.dropDrafts(o.Drafts)
	c.assemble(d)
	return c
}

// reader reads files side by side, as many as there are cores.
type reader struct {
	fsys     fs.FS
	language string
	// It reads translations.
	translates bool

	options  Options
	diags    *diag.List
	markdown *markdown.Markdown
	wait     sync.WaitGroup
	slots    chan struct{}
}

func (r *reader) side(work func()) {
	if r.slots == nil {
		r.slots = make(chan struct{}, runtime.GOMAXPROCS(0))
	}
	r.wait.Add(1)
	r.slots <- struct{}{}
	go func() {
		defer func() { <-r.slots; r.wait.Done() }()
		work()
	}()
}

func (r *reader) modules(c *Course, found *Folder) {
	for _, fm := range found.modules {
		m := &Module{Slug: fm.slug}
		m.Dir, m.URL, m.Lang, m.Doc = inContent(fm.dir), fm.slug+"/index.html", r.language, &markdown.Document{}
		m.Title = TitleFromName(fm.slug)
		if fm.index != "" {
			r.side(func() { r.page(&m.Page, fm.index, markdown.Request{Slug: fm.slug}) })
		}
		for _, fl := range fm.lessons {
			l := &Lesson{Module: m}
			l.Dir, l.URL = m.Dir, strings.TrimPrefix(fm.slug+"/"+fl.slug+".html", "/")
			m.Lessons = append(m.Lessons, l)
			r.side(func() { r.lesson(l, fl) })
		}
		c.Modules = append(c.Modules, m)
	}
}

func (r *reader) singles(c *Course, found *Folder) {
	if found.home != "" {
		r.side(func() { r.page(c.Home, found.home, markdown.Request{Slug: "home"}) })
	}
	if found.glossary != "" {
		c.Glossary = &Glossary{Page: Page{Dir: ".", URL: "glossary.html"}}
		r.side(func() {
			r.page(&c.Glossary.Page, found.glossary, markdown.Request{Slug: "glossary", Entries: true})
		})
	}
	if found.references != "" {
		r.side(func() {
			if f := r.file(found.references); f != nil {
				lang := r.options.Markdown.Language
				c.References = reference.Parse(f, r.diags).For(lang, reference.WordsIn(lang))
			}
		})
	}
	if found.support != "" {
		r.side(func() {
			if f := r.file(found.support); f != nil {
				c.Support = readSupport(f, r.language, r.diags)
			}
		})
	}
}

func (r *reader) file(p string) *source.File {
	info, err := fs.Stat(r.fsys, p)
	if err == nil && info.Size() > maxFile {
		err = fmt.Errorf("it is larger than %d MB", maxFile>>20)
	}
	var data []byte
	if err == nil {
		data, err = fs.ReadFile(r.fsys, p)
	}
	if err != nil {
		r.diags.ErrorIn(p, "unreadable", "this file cannot be read: "+err.Error(), "")
		return nil
	}
	f, err := source.New(p, data)
	if err != nil {
		r.diags.ErrorIn(p, "encoding", err.Error(), "editors offer it under a name such as `Save with encoding`")
		return nil
	}
	return f
}

// page reads what every page has. It returns false when the settings at its top
// could not be read.
func (r *reader) page(p *Page, path string, request markdown.Request) (ok bool) {
	p.Lang, p.Doc = r.language, &markdown.Document{}
	file, read, stands := r.kept().standing(path, request, func() ([]byte, error) { return fs.ReadFile(r.fsys, path) })
	if !stands {
		f := r.file(path)
		if f == nil {
			return false
		}
		file, read = r.kept().page(f, request, r.diags, func(d *diag.List) readPage { return r.parse(f, request, d) })
		r.letGo(file)
	}
	p.File, p.Front, p.Doc, p.Brief, p.frontBroken = file, read.front, read.doc, read.brief, !read.ok
	p.Body = p.Doc.Body
	p.Summary = p.Front.Summary
	if t := p.Front.Title.Value; t != "" {
		p.Title = t
	} else if p.Doc.Title != "" {
		p.Title = p.Doc.Title
	}
	return read.ok
}

// letGo takes the text of a file out of the memory where that is wanted.
func (r *reader) letGo(f *source.File) {
	if r.options.Keep == nil {
		return
	}
	if read, err := r.options.Keep(f.Text()); err == nil {
		f.LetGo(func() ([]byte, error) { return read(nil) })
	}
}

// readPage is what a page's file says.
type readPage struct {
	front FrontMatter
	doc   *markdown.Document
	ok    bool // the settings at its top could be read
	brief *Brief
}

func (r *reader) parse(f *source.File, request markdown.Request, d *diag.List) (p readPage) {
	p.front, request.Body, p.ok = readFront(f, d)
	request.LiftTitle = p.front.Title.Value == ""
	if r.options.Markdown.Smart {
		p.front.setSpaces(r.options.Markdown.Language)
	}
	p.doc = r.markdown.Parse(f, request, d)
	return p
}

// kept is what an earlier reading kept. Of a translation nothing is: its
// questions take names from the original's.
func (r *reader) kept() *Kept {
	if r.translates {
		return nil
	}
	return r.options.Kept
}

func (r *reader) lesson(l *Lesson, found foundLesson) {
	if !r.page(&l.Page, found.path, markdown.Request{Slug: found.slug}) {
		return
	}
	if l.Title == "" && len(l.Doc.Headings) > 0 {
		l.Title = l.Doc.Headings[0].Text // of a page that was not written for a course; it stays where it is, too
	}
	r.wantTitle(&l.Page, "lesson", TitleFromName(found.slug))
	for _, o := range l.Front.Objectives {
		l.Objectives = append(l.Objectives, Objective{ID: o.Key.Value, Text: o.Value.Value})
	}
	l.Minutes = l.Front.Minutes
	if l.Minutes <= 0 {
		l.Minutes = l.Reckoned()
	}
}

func (r *reader) wantTitle(p *Page, what, example string) {
	if p.Title == "" && !p.Doc.Refused {
		r.diags.Error(p.File, p.File.LineRange(0), "title-missing", "this "+what+" has no title",
			fmt.Sprintf("begin the file with a heading: `# %s`;\nor with settings:\n---\ntitle: %[1]s\n---", example))
	}
}

// inContent is a path without its leading "content/".
func inContent(p string) string {
	if p == Dir {
		return "."
	}
	return strings.TrimPrefix(p, Dir+"/")
}

// TitleFromName makes "What it is" of "what-it-is".
func TitleFromName(slug string) string {
	words := strings.ReplaceAll(slug, "-", " ")
	for i := range words {
		if i > 0 {
			return strings.ToUpper(words[:i]) + words[i:]
		}
	}
	return strings.ToUpper(words)
}

// minutes estimates how long a lesson takes: 180 words a minute, which is slow
// for a story and usual for learning, and half a minute a question.
func minutes(words, questions int) int { return max(1, (words/90+questions+1)/2) }
