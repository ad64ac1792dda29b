package site

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/settings"
	"lectern/internal/theme"
)

// locale is one of the languages of a course.
type locale struct {
	code   string // BCP 47
	folder string // of its pages in the site, with a slash; "" for the course's own language
	title  string // of the course
	plain  string // the same without the mark of the facilitator's edition
	name   string // of the language, in itself
}

// localesOf lists the languages of the course, its own first.
func localesOf(s *settings.Site, further []string) []locale {
	all := []locale{{code: s.Language.Value, title: s.Title.Value, name: nameInItself(s.Language.Value)}}
	for _, code := range further {
		l := locale{code: code, folder: code + "/", title: s.Title.Value, name: nameInItself(code)}
		for _, named := range s.Further() {
			if named.Code.Value == code {
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
func checkLanguages(t *theme.Theme, s *settings.Site, folder *course.Folder, d *diag.List) bool {
	ok := true
	for _, code := range folder.Languages {
		if !t.Speaks(code) {
			d.ErrorIn(folder.Example(code), "language-unknown", fmt.Sprintf("by its name this file is in the language `%s`, and the theme has no sentences in it", code),
				fmt.Sprintf("add them as layouts/strings/%s.yaml; if the file is no translation, give it a name without `.%[1]s`", code))
			ok = false
		}
	}
	for _, l := range s.Further() {
		if folder.Example(l.Code.Value) == "" {
			d.Warn(s.Source(), l.Code.At, "language-empty", fmt.Sprintf("no file is written in `%s`, so the site does not have this language", l.Code.Value),
				fmt.Sprintf("a translation lies beside its original, such as `index.%s.md` beside `index.md`", l.Code.Value))
		}
	}
	return ok
}
