package site

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"reflect"
	"strconv"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/source"
	"lectern/internal/stencil"
	"lectern/layouts"
)

// pageTemplates are the compiled templates of all pages.
type pageTemplates struct {
	byName map[string]templateSet
	shared templateSet // the menu, and all that is for paper
}

// templateSet is a set of templates, as they were parsed and as they are
// executed.
type templateSet struct {
	parsed *template.Template
	*stencil.Set
}

// newSet begins a set with all that base has.
func newSet(base *template.Template, funcs template.FuncMap) (templateSet, error) {
	parsed, err := base.Clone()
	return templateSet{parsed, stencil.New(parsed, funcs)}, err
}

// pageViews are what the template of each page is given.
var pageViews = map[string]any{
	"home": homeView{}, "module": moduleView{}, "lesson": lessonView{}, "glossary": glossaryView{}, "references": referencesView{},
	"results": progressView{}, "progress": progressView{}, "review": reviewView{}, "practice": practiceView{}, "recall": recallView{}, "help": helpView{}, "search": lettersView{}, "letters": lettersView{}, "404": struct{ *frame }{},
}

// sharedViews are what the other templates are given that are asked for by name.
var sharedViews = map[string]any{
	"menu": menuView{}, "paper": &sheet{}, "handout": handoutView{}, "questions": questionsView{}, "answers": questionsView{},
	"notes": &notedPress{}, "people": peopleView{}, "whole-cover": coverView{}, "whole-module": wholeModule{}, "whole-ends": endsView{},
	"plan": planView{}, "cards": cardsView{},
}

// compilePages compiles the theme's templates, each page over a copy of the
// frame they share, and checks them against what they will be given. All that
// is wrong is in the error.
func compilePages(t *theme) (*pageTemplates, error) {
	funcs := template.FuncMap{
		"icon": func(name string) (template.HTML, error) {
			if drawing, ok := t.icons[name]; ok {
				return template.HTML(drawing), nil
			}
			return "", fmt.Errorf("there is no icon %q", name)
		},
		"dial":  dial,
		"whole": whole,
	}
	base := template.New("theme").Funcs(funcs)
	shared, err := fs.Glob(t.files, "parts/*.html")
	if err != nil || len(shared) == 0 {
		shared = []string{"parts/menu.html", "parts/lists.html", "parts/letters.html", "parts/practice.html", "parts/paper.html", "parts/facilitator.html"}
	}
	var faults []error
	for _, name := range append([]string{"base.html"}, shared...) {
		faults = append(faults, parseInto(base, t.files, name))
	}
	p := &pageTemplates{byName: map[string]templateSet{}}
	if p.shared, err = newSet(base, funcs); err != nil {
		return nil, err
	}
	for _, name := range layouts.Pages {
		c, err := newSet(base, funcs)
		if err != nil {
			return nil, err
		}
		faults = append(faults, parseInto(c.parsed, t.files, name+".html"))
		p.byName[name] = c
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return p, errors.Join(p.check()...)
}

// parseInto adds a file to a set. What is wrong with it is told with its name.
func parseInto(t *template.Template, files fs.FS, name string) error {
	data, err := fs.ReadFile(files, name)
	if err == nil {
		_, err = t.New(name).Parse(string(data))
	}
	return err
}

func (p *pageTemplates) execute(name string, view any, use func(made []byte)) error {
	return p.byName[name].Use("base", view, use)
}

// check finds names in the templates that stand for nothing, each once.
func (p *pageTemplates) check() (errs []error) {
	var faults []templateFault
	of := func(set *template.Template, name string, view any) {
		checker{set: set, seen: map[string]bool{}, faults: &faults}.check(name, reflect.TypeOf(view))
	}
	for _, name := range layouts.Pages {
		of(p.byName[name].parsed, "base", pageViews[name])
	}
	for _, name := range sortedKeys(sharedViews) {
		of(p.shared.parsed, name, sharedViews[name])
	}
	there := map[templateFault]bool{}
	for _, f := range faults {
		if !there[f] {
			there[f] = true
			errs = append(errs, f)
		}
	}
	return errs
}

// Error implements error.
func (f templateFault) Error() string { return "layouts/" + f.file + ": " + f.text }

// saidByTemplates is an error of the template library: file, line, and what is
// wrong.
var saidByTemplates = once.Regexp(`template: ?"?([^\s:"]+\.html)"?:(\d+)(?::(\d+))?: (.*)`)

// report tells the author of a theme what is wrong with it, and where.
func (t *theme) report(err error, d *diag.List) {
	if all, ok := err.(interface{ Unwrap() []error }); ok {
		for _, one := range all.Unwrap() {
			t.report(one, d)
		}
		return
	}
	var fault templateFault
	if errors.As(err, &fault) {
		if f := t.source(fault.file); f != nil {
			d.Error(f, source.Range{Start: fault.start, End: fault.end}, "theme", fault.text, fault.hint)
			return
		}
	}
	if m := saidByTemplates.FindStringSubmatch(err.Error()); m != nil {
		if f := t.source(m[1]); f != nil {
			d.Error(f, lineAt(f, m[2]), "theme", strings.TrimPrefix(m[4], `executing "main" at `), "")
			return
		}
	}
	d.ErrorIn("layouts", "theme", err.Error(), "")
}

// source is a file of the theme as its author wrote it.
func (t *theme) source(name string) *source.File {
	data, err := fs.ReadFile(t.files, name)
	if err != nil {
		return nil
	}
	f, err := source.New("layouts/"+name, data)
	if err != nil {
		return nil
	}
	return f
}

// lineAt is the place of a line by its number, counted from 1.
func lineAt(f *source.File, number string) source.Range {
	n, _ := strconv.Atoi(number)
	offset := 0
	for ; n > 1; n-- {
		next := bytes.IndexByte(f.Text()[offset:], '\n')
		if next < 0 {
			break
		}
		offset += next + 1
	}
	return f.LineRange(offset)
}
