package settings

import (
	"fmt"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// Language is what they say of a language besides the course's own.
type Language struct {
	Name  string `yaml:"name"`  // of the language in itself; default: as Unicode has it
	Title string `yaml:"title"` // of the course; default: as in its own language
}

// Further is a language that they name.
type Further struct {
	Code yamlx.Text // BCP 47, in its usual form
	Language
}

// Further are the languages that they name besides the course's own, in order.
func (s *Site) Further() []Further { return s.further }

// readLanguages reads the setting `languages`. It returns false after an error.
func (s *Site) readLanguages(f *source.File, d *diag.List) bool {
	if s.Languages.At == (source.Range{}) {
		return true
	}
	all := map[string]Language{}
	ok := yamlx.DecodeNode(f, s.Languages, &all, d)
	for _, e := range s.Languages.Entries {
		canonical, known := course.Code(e.Key.Value)
		switch {
		case !known:
			d.Error(f, e.Key.At, "language-bad", fmt.Sprintf(badLanguage, e.Key.Value), codeOfLanguage)
			ok = false
			continue
		case canonical == s.Language.Value:
			d.Error(f, e.Key.At, "language-own", fmt.Sprintf("`%s` is the course's own language, and `languages` are the others", canonical), "take it out; the course's title in its own language is `title`")
			ok = false
			continue
		}
		s.further = append(s.further, Further{yamlx.Text{Value: canonical, At: e.Key.At}, all[e.Key.Value]})
	}
	return ok
}

// FurtherCodes are their codes.
func (s *Site) FurtherCodes() (codes []string) {
	for _, l := range s.further {
		codes = append(codes, l.Code.Value)
	}
	return codes
}
