package course

import (
	"cmp"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/reference"
)

// Translate returns the course c as it is in another language. What nobody has
// translated is as it is in c: its Lang says so.
func (l *Folder) Translate(c *Course, language string, o Options, d *diag.List) *Course {
	r := &reader{fsys: l.fsys, language: language, translates: true, options: o, diags: d, markdown: markdown.New(o.Markdown)}
	t := &translator{reader: r, from: c, files: l.translations[language], drafts: o.Drafts}
	t.to = &Course{Language: language, References: c.References.For(language, reference.WordsIn(language)), Files: c.Files, translated: map[string]string{}}
	for original, translation := range t.files {
		t.to.translated[inContent(original)] = inContent(translation)
	}
	t.read()
	r.wait.Wait()
	t.settle()
	t.to.assembleTranslation(c, d)
	t.warnUntranslated()
	return t.to
}

// translator reads the files of one language.
type translator struct {
	*reader
	from, to *Course
	files    map[string]string // file -> its translation; paths
	drafts   bool
}

// read begins every page as the original, with what is translated in its place.
func (t *translator) read() {
	home := *t.from.Home
	t.to.Home = &home
	t.page(t.to.Home, markdown.Request{Slug: "home"})
	for _, m := range t.from.Modules {
		module := &Module{Page: m.Page, Number: m.Number, Slug: m.Slug}
		t.page(&module.Page, markdown.Request{Slug: m.Slug})
		for _, l := range m.Lessons {
			lesson := *l
			lesson.Module = module
			t.page(&lesson.Page, markdown.Request{Slug: lesson.Slug()})
			module.Lessons = append(module.Lessons, &lesson)
		}
		t.to.Modules = append(t.to.Modules, module)
	}
	if g := t.from.Glossary; g != nil {
		t.to.Glossary = &Glossary{Page: g.Page}
		t.page(&t.to.Glossary.Page, markdown.Request{Slug: "glossary", Entries: true})
	}
	t.support()
}

// page reads the translation of a page, when there is one, and puts it in the
// place of p, which is the original.
func (t *translator) page(p *Page, request markdown.Request) {
	if p.File == nil || t.files[p.File.Path] == "" {
		return
	}
	original := *p
	t.side(func() {
		read := Page{Dir: original.Dir, URL: original.URL, Original: &original}
		request.Outline = original.Doc.Headings
		if !t.reader.page(&read, t.files[original.File.Path], request) && read.File == nil {
			return
		}
		if read.Front.Draft && !t.drafts {
			return // it is as good as none
		}
		inherit(&read.Front, original.Front)
		*p = read
	})
}

// inherit gives a translation the settings that are the same in all languages,
// where it has none of its own.
func inherit(f *FrontMatter, original FrontMatter) {
	f.Minutes = cmp.Or(f.Minutes, original.Minutes)
	f.Draft = f.Draft || original.Draft
	f.Owner = cmp.Or(f.Owner, original.Owner)
	f.ReviewBy.Value = cmp.Or(f.ReviewBy.Value, original.ReviewBy.Value)
	f.Glossary = cmp.Or(f.Glossary, original.Glossary)
	if len(f.Prerequisites) == 0 {
		f.Prerequisites = original.Prerequisites
	}
}

func (t *translator) support() {
	t.to.Support = t.from.Support
	path := t.files[Dir+"/support.yaml"]
	if path == "" {
		return
	}
	t.side(func() {
		if f := t.file(path); f != nil {
			t.to.Support = readSupport(f, t.language, t.diags)
		}
	})
}

// settle ties each translation to its original, once all files are read.
func (t *translator) settle() {
	for _, m := range t.to.Modules {
		if m.Lang == t.language && m.Original != nil {
			t.wantTitle(&m.Page, "page", m.Original.Title)
		}
		for _, l := range m.Lessons {
			if l.Original != nil {
				t.lesson(l)
			}
		}
	}
	if g := t.to.Glossary; g != nil && g.Original != nil {
		t.entries(g)
	}
}

// lesson ties a lesson to its original. Where one of the two has errors, no
// more is said than those: what pairs with what is not known.
func (t *translator) lesson(l *Lesson) {
	if l.frontBroken {
		return
	}
	t.wantTitle(&l.Page, "lesson", l.Original.Title)
	if l.Front.Minutes > 0 {
		l.Minutes = l.Front.Minutes
	}
	t.objectives(l)
	t.wantWords(l)
	if broken := t.diags.Broken(); !broken[l.File.Path] && !broken[l.Original.File.Path] {
		t.questions(l)
	}
}
