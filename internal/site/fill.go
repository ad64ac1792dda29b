package site

import (
	"fmt"
	"html"
	"path"
	"strconv"
	"strings"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/settings"
	"lectern/internal/source"
)

// filler fills the openings in the prose of one page, and collects what the
// page has to list at its foot.
type filler struct {
	b         *builder
	by        *builder // of the language that the prose is in
	around    string   // the language of the part of the page that it stands in
	url       string
	diags     *diag.List
	lists     bool // the page has a list of terms and works of its own
	plain     bool // terms and citations are words, not links
	questions []string
	quizzes   []quizFrame
	terms     []*course.Entry
	listed    map[*course.Entry]bool
	cited     map[string]bool
	asked     map[asked]bool // the links that were followed; nil where nobody wants to know
}

// filler is for prose in one language, in a part of a page that is in another or
// in the same one.
func (b *builder) filler(url, lang, around string) *filler {
	return &filler{b: b, by: b.speaker(lang), around: around, url: url, diags: b.diags, listed: map[*course.Entry]bool{}, cited: map[string]bool{}}
}

// place is where a piece of prose was written: links in it are relative to
// that file's folder, and problems are reported there.
type place struct {
	file *source.File
	dir  string
	page *course.Page
}

func placeOf(p *course.Page) place { return place{p.File, p.Dir, p} }

// fill returns t with every opening filled for this page.
func (f *filler) fill(t prose.Text, at place) string {
	known := 0
	for _, r := range t.Refs {
		if r.Kind == prose.Question {
			known += len(f.question(r))
		}
	}
	return t.FillLarge(known, func(b *strings.Builder, r prose.Ref) {
		switch r.Kind {
		case prose.Link:
			b.WriteString(html.EscapeString(f.link(r, at)))
		case prose.Image:
			f.image(b, r, at)
		case prose.Citation, prose.Mention:
			f.citation(b, r, at)
		case prose.Icon:
			b.WriteString(f.b.theme.Icons[r.Target])
		case prose.Question:
			b.WriteString(f.question(r))
		case prose.Quiz, prose.QuizRules, prose.QuizEnd:
			f.quiz(b, r)
		case prose.Term:
			if e := f.by.course.Glossary.Entry(r.Target); e != nil && f.plain {
				f.term(e)
			} else if e != nil {
				fmt.Fprintf(b, `<a class="term" href="%s">`, html.EscapeString(f.term(e)))
			}
		case prose.TermEnd:
			if !f.plain {
				b.WriteString("</a>")
			}
		}
	})
}

// question is the whole question that stands in an opening.
func (f *filler) question(r prose.Ref) string {
	if i, err := strconv.Atoi(r.Target); err == nil && i < len(f.questions) {
		return f.questions[i]
	}
	return ""
}

// quiz writes a part of the frame around a quiz's questions.
func (f *filler) quiz(b *strings.Builder, r prose.Ref) {
	i, err := strconv.Atoi(r.Target)
	switch {
	case err != nil || i >= len(f.quizzes):
	case r.Kind == prose.Quiz:
		b.WriteString(f.quizzes[i].open)
	case r.Kind == prose.QuizRules:
		b.WriteString(f.quizzes[i].rules)
	default:
		b.WriteString("</section>")
	}
}

// link returns the address for a destination an author wrote.
func (f *filler) link(r prose.Ref, at place) string {
	dest := r.Target
	switch {
	case dest == "":
		return ""
	case strings.HasPrefix(dest, "term:"):
		return f.termLink(r, at)
	case strings.HasPrefix(dest, "#"):
		own := ""
		if at.page.File != nil {
			own = escapePath(path.Base(at.page.File.Path))
		}
		dest = own + dest
	}
	t, file, fragment, ok := f.lookup(at.dir, dest)
	if !ok || t.Anchors == nil && isSource(file) { // what is for educators is not in the site
		f.brokenLink(r, at, file)
		return ""
	}
	address := f.b.addressOf(f.url, t)
	if t.Anchors != nil && t.URL == f.url && fragment != "" {
		address = ""
	}
	if own := t.Own[fragment]; own != "" && !t.Anchors[fragment] {
		fragment = own
	}
	if t.Original[fragment] && !t.Anchors[fragment] {
		return relative(f.url, t.URL) // the page, which has other parts than its original
	}
	if fragment == "" {
		return address
	}
	if t.Anchors != nil && !t.Anchors[fragment] && !f.b.broken[settings.Content+"/"+file] {
		f.diags.Error(at.file, r.Place, "anchor-missing", fmt.Sprintf("%s has no part `#%s`", file, fragment), diag.DidYouMean(fragment, sortedKeys(t.Anchors)))
	}
	if t.Anchors["q-"+fragment] {
		fragment = "q-" + fragment
	}
	return address + "#" + escapePath(fragment)
}

// lookup finds a page in the language of who reads, and a file that is shown in
// the language of the prose.
func (f *filler) lookup(dir, dest string) (t *course.Target, file, fragment string, ok bool) {
	if f.asked != nil {
		f.asked[asked{dir, dest}] = true
	}
	t, file, fragment, ok = f.b.course.Lookup(dir, dest)
	if ok && t.Anchors == nil {
		return f.by.course.Lookup(dir, dest)
	}
	return t, file, fragment, ok
}

func (f *filler) brokenLink(r prose.Ref, at place, file string) {
	if f.b.content.Has(settings.Content + "/" + file) {
		f.diags.Error(at.file, r.Place, "link-broken", fmt.Sprintf("`%s` is no page of the course", file),
			"students see lessons that lie right in a folder of `content`; READMEs, YAML and Markdown in deeper folders are for those who write the course")
		return
	}
	known := f.b.course.Destinations()
	hint := "the file's name is written as it is in the folder, with its number: `02-next-lesson.md`"
	if near := diag.Nearest(file, known); near != "" {
		hint = "did you mean `" + relative(path.Join(at.dir, "x"), near) + "`?"
	}
	f.diags.Error(at.file, r.Place, "link-broken", fmt.Sprintf("there is no file `%s` in the course", file), hint)
}

func (f *filler) termLink(r prose.Ref, at place) string {
	id := strings.TrimPrefix(r.Target, "term:")
	e := f.by.course.Glossary.Entry(id)
	if e == nil && f.b.broken[settings.Content+"/glossary.md"] {
		return ""
	}
	if e == nil {
		f.diags.Error(at.file, r.Place, "term-unknown", fmt.Sprintf("the glossary has no term `%s`", id), diag.DidYouMean(id, f.by.course.Glossary.IDs()))
		return ""
	}
	if address := f.term(e); !f.plain {
		return address
	}
	return ""
}

// term returns the address of a term's definition: at the foot of this page
// where it lists its terms, else in the glossary.
func (f *filler) term(e *course.Entry) string {
	if !f.lists {
		return relative(f.url, f.by.course.Glossary.URL) + "#" + escapePath(e.Anchor())
	}
	if !f.listed[e] {
		f.listed[e] = true
		f.terms = append(f.terms, e)
	}
	return "#" + escapePath(e.Anchor())
}

// image writes the attributes of a picture that depend on its file.
func (f *filler) image(b *strings.Builder, r prose.Ref, at place) {
	t, file, _, ok := f.lookup(at.dir, r.Target)
	if !ok || t.Anchors != nil || isSource(file) {
		hint := "put the picture beside the lesson and write its name as it is"
		if near := diag.Nearest(file, f.b.course.Destinations()); near != "" {
			hint = "did you mean `" + relative(path.Join(at.dir, "x"), near) + "`?"
		}
		f.diags.Error(at.file, r.Place, "picture-missing", fmt.Sprintf("there is no picture `%s` in the course", file), hint)
		return
	}
	fmt.Fprintf(b, ` src="%s"`, html.EscapeString(f.b.addressOf(f.url, t)))
	if s, ok := f.b.size(t.File); ok {
		fmt.Fprintf(b, ` width="%d" height="%d"`, s.width, s.height)
	} else {
		f.diags.Warn(at.file, r.Place, "picture-size", fmt.Sprintf("the size of `%s` cannot be read", file), "use PNG, JPEG, GIF, WebP or SVG with a width and a height")
	}
}
