package theme

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/source"
	"lectern/internal/stencil"
	"lectern/layouts"
)

// Views are what templates are given, one of each type, by the templates' names.
// Templates are checked against them.
type Views struct {
	Pages  map[string]any // the pages of layouts.Pages
	Shared map[string]any // the other templates that are asked for by name
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

// compilePages compiles the theme's templates, each page over a copy of the
// frame they share, and checks them against what they will be given. All that
// is wrong is in the error.
func (t *Theme) compilePages(v Views) error {
	funcs := template.FuncMap{"icon": t.icon, "dial": dial, "whole": whole}
	base := template.New("theme").Funcs(funcs)
	shared, err := fs.Glob(t.files, "parts/*.html")
	if err != nil || len(shared) == 0 {
		shared = []string{"parts/menu.html", "parts/lists.html", "parts/letters.html", "parts/practice.html", "parts/paper.html", "parts/facilitator.html"}
	}
	var faults []error
	for _, name := range append([]string{"base.html"}, shared...) {
		faults = append(faults, parseInto(base, t.files, name))
	}
	if t.shared, err = newSet(base, funcs); err != nil {
		return err
	}
	t.pages = map[string]templateSet{}
	for _, name := range layouts.Pages {
		c, err := newSet(base, funcs)
		if err != nil {
			return err
		}
		faults = append(faults, parseInto(c.parsed, t.files, name+".html"))
		t.pages[name] = c
	}
	if err := errors.Join(faults...); err != nil {
		return err
	}
	return errors.Join(t.check(v)...)
}

func (t *Theme) icon(name string) (template.HTML, error) {
	if drawing, ok := t.Icons[name]; ok {
		return template.HTML(drawing), nil
	}
	return "", fmt.Errorf("there is no icon %q", name)
}

// parseInto adds a file to a set. What is wrong with it is told with its name.
func parseInto(t *template.Template, files fs.FS, name string) error {
	data, err := fs.ReadFile(files, name)
	if err == nil {
		_, err = t.New(name).Parse(string(data))
	}
	return err
}

// Page makes a page, one of layouts.Pages, which use has until it returns.
func (t *Theme) Page(name string, view any, use func(made []byte)) error {
	return t.pages[name].Use("base", view, use)
}

// Sheet makes a page for paper, which use has until it returns.
func (t *Theme) Sheet(view any, use func(made []byte)) error { return t.shared.Use("paper", view, use) }

// Fragment makes a piece of a page by one of the shared templates.
func (t *Theme) Fragment(name string, view any) (string, error) { return t.shared.String(name, view) }

// Slow lists the templates that are left to html/template, which are right and slow.
func (t *Theme) Slow(v Views) (names []string) {
	for _, name := range layouts.Pages {
		for _, part := range []string{"base", "main"} {
			if !t.pages[name].Follows(part) {
				names = append(names, part+" of "+name)
			}
		}
	}
	for name := range v.Shared {
		if !t.shared.Follows(name) {
			names = append(names, name)
		}
	}
	return names
}

// check finds names in the templates that stand for nothing, each once.
func (t *Theme) check(v Views) (errs []error) {
	var faults []templateFault
	of := func(set *template.Template, name string, view any) {
		checker{set: set, seen: map[string]bool{}, faults: &faults}.check(name, reflect.TypeOf(view))
	}
	for _, name := range layouts.Pages {
		of(t.pages[name].parsed, "base", v.Pages[name])
	}
	for _, name := range slices.Sorted(maps.Keys(v.Shared)) {
		of(t.shared.parsed, name, v.Shared[name])
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

// Report tells the author of a theme what is wrong with it, and where.
func (t *Theme) Report(err error, d *diag.List) {
	if all, ok := err.(interface{ Unwrap() []error }); ok {
		for _, one := range all.Unwrap() {
			t.Report(one, d)
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
func (t *Theme) source(name string) *source.File {
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
