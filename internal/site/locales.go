package site

import (
	"cmp"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/layouts"
)

// locale is one of the languages of a course.
type locale struct {
	code   string // BCP 47
	folder string // of its pages in the site, with a slash; "" for the course's own language
	title  string // of the course
	plain  string // the same without the mark of the facilitator's edition
	name   string // of the language, in itself
}

// LanguageKeys are the settings of a language besides the course's own.
type LanguageKeys struct {
	Name  string `yaml:"name"`  // of the language in itself; default: as Unicode has it
	Title string `yaml:"title"` // of the course; default: as in its own language
}

// furtherLanguage is a language that site.yaml names.
type furtherLanguage struct {
	code yamlx.Text
	LanguageKeys
}

// readLanguages reads the setting `languages`. It returns false after an error.
func (c *Config) readLanguages(f *source.File, d *diag.List) bool {
	if c.Languages.At == (source.Range{}) {
		return true
	}
	all := map[string]LanguageKeys{}
	ok := yamlx.DecodeNode(f, c.Languages, &all, d)
	for _, e := range c.Languages.Entries {
		canonical, known := course.Code(e.Key.Value)
		switch {
		case !known:
			d.Error(f, e.Key.At, "language-bad", fmt.Sprintf(badLanguage, e.Key.Value), codeOfLanguage)
			ok = false
			continue
		case canonical == c.Language.Value:
			d.Error(f, e.Key.At, "language-own", fmt.Sprintf("`%s` is the course's own language, and `languages` are the others", canonical), "take it out; the course's title in its own language is `title`")
			ok = false
			continue
		}
		c.further = append(c.further, furtherLanguage{yamlx.Text{Value: canonical, At: e.Key.At}, all[e.Key.Value]})
	}
	return ok
}

// furtherCodes are the languages that site.yaml names.
func (c *Config) furtherCodes() (codes []string) {
	for _, l := range c.further {
		codes = append(codes, l.code.Value)
	}
	return codes
}

// locales lists the languages of the course, its own first.
func (c *Config) locales(further []string) []locale {
	all := []locale{{code: c.Language.Value, title: c.Title.Value, name: nameInItself(c.Language.Value)}}
	for _, code := range further {
		l := locale{code: code, folder: code + "/", title: c.Title.Value, name: nameInItself(code)}
		for _, named := range c.further {
			if named.code.Value == code {
				l.title, l.name = cmp.Or(named.Title, l.title), cmp.Or(named.Name, l.name)
			}
		}
		all = append(all, l)
	}
	return all
}

// nameIn is what a language is called in another, in the middle of a sentence.
// Where that has no word for it, it is called as in itself.
func nameIn(code, in string) string {
	tag := language.Make(code)
	if names := display.Tags(language.Make(in)); names != nil && names.Name(tag) != "" {
		return names.Name(tag)
	}
	return cmp.Or(display.Self.Name(tag), code)
}

// nameInItself is what a language calls itself, at the beginning of a line.
func nameInItself(code string) string {
	tag := language.Make(code)
	name := cmp.Or(display.Self.Name(tag), display.English.Tags().Name(tag), code)
	_, first := utf8.DecodeRuneInString(name)
	return strings.ToUpper(name[:first]) + name[first:]
}

// checkLanguages wants words for every language that files are written in, and
// files for every language that site.yaml names.
func (t *theme) checkLanguages(c *Config, folder *course.Folder, d *diag.List) bool {
	ok := true
	for _, code := range folder.Languages {
		if !t.speaks(code) {
			d.ErrorIn(folder.Example(code), "language-unknown", fmt.Sprintf("by its name this file is in the language `%s`, and the theme has no sentences in it", code),
				fmt.Sprintf("add them as layouts/strings/%s.yaml; if the file is no translation, give it a name without `.%[1]s`", code))
			ok = false
		}
	}
	for _, l := range c.further {
		if folder.Example(l.code.Value) == "" {
			d.Warn(c.file, l.code.At, "language-empty", fmt.Sprintf("no file is written in `%s`, so the site does not have this language", l.code.Value),
				fmt.Sprintf("a translation lies beside its original, such as `index.%s.md` beside `index.md`", l.code.Value))
		}
	}
	return ok
}

// speaks reports whether there are sentences in a language.
func (t *theme) speaks(code string) bool {
	base, _, _ := strings.Cut(code, "-")
	for _, name := range []string{code, base} {
		if _, err := fs.Stat(t.files, "strings/"+name+".yaml"); err == nil {
			return true
		}
	}
	return base == "en"
}

// in is the theme in another language.
func (t *theme) in(code string, d *diag.List) *theme {
	other := *t
	other.language, other.assets = code, assets{}
	if other.words = layouts.ReadWords(t.files, code, d); other.words == nil {
		return nil
	}
	return &other
}
