package course

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lectern/internal/diag"
)

// Code is the canonical form of a language's code, such as "fr-CA". ok is false
// for what is no code.
func Code(code string) (canonical string, ok bool) {
	tag, err := language.Raw.Parse(code)
	return tag.String(), err == nil && strings.EqualFold(tag.String(), code)
}

// english is what a language is called in messages.
func english(code string) string {
	return fmt.Sprintf("%s (`%s`)", display.English.Tags().Name(language.Make(code)), code)
}

// splitCode takes the language out of a file's path: "what.fr.md" is "what.md"
// in French.
func splitCode(p string) (original, code string, ok bool) {
	ext := path.Ext(p)
	stem := strings.TrimSuffix(p, ext)
	if code, ok = Code(strings.TrimPrefix(path.Ext(stem), ".")); !ok {
		return "", "", false
	}
	return strings.TrimSuffix(stem, path.Ext(stem)) + ext, code, true
}

// mayBeTranslated reports whether a file is one that students read, and not a
// picture or the like: those alone make no language.
func mayBeTranslated(p string) bool {
	return path.Ext(p) == ".md" && strings.Count(p, "/") <= 2 && !isReadMe(p) || p == Dir+"/support.yaml"
}

// isReadMe reports whether a file is for who works on the course, in any
// language.
func isReadMe(p string) bool {
	if original, _, ok := splitCode(p); ok {
		p = original
	}
	return strings.EqualFold(path.Base(p), "README.md")
}

// takeTranslations notes which files are translations of others, and returns
// the rest. A picture that is one stays a file of its own.
func (l *Folder) takeTranslations(paths, further []string, d *diag.List) (rest []string) {
	there := map[string]bool{}
	for _, p := range paths {
		there[p] = true
	}
	l.Languages = slices.Clone(further)
	for _, p := range paths {
		if original, code, ok := splitCode(p); ok && mayBeTranslated(original) && there[original] && code != l.language {
			l.Languages = append(l.Languages, code)
		}
	}
	slices.Sort(l.Languages)
	l.Languages = slices.Compact(l.Languages)
	for _, p := range paths {
		if l.isRead(p, there, d) {
			rest = append(rest, p)
		}
	}
	l.Languages = slices.DeleteFunc(l.Languages, func(code string) bool { return l.Example(code) == "" })
	return rest
}

// isRead reports whether a file is one of the course in its own language, and
// notes of which file it is a translation otherwise.
func (l *Folder) isRead(p string, there map[string]bool, d *diag.List) bool {
	original, code, ok := splitCode(p)
	switch {
	case !ok:
		return true
	case code == l.language:
		if mayBeTranslated(original) && there[original] {
			d.ErrorIn(p, "translation-own", fmt.Sprintf("this would be the translation of %s into the course's own language, `%s`", path.Base(original), code),
				fmt.Sprintf("keep one of the two files, as `%s`", path.Base(original)))
			return false
		}
		return true
	case !slices.Contains(l.Languages, code):
		return true
	case original == Dir+"/references.yaml":
		d.ErrorIn(p, "references-shared", "the references are the same in all languages", "put its works into `references.yaml`, and delete this file")
		return false
	case there[original]:
		l.note(code, original, p)
		return !mayBeTranslated(original)
	case mayBeTranslated(original):
		d.ErrorIn(p, "translation-alone", fmt.Sprintf("this is a translation into %s, and what it translates is not there", english(code)), l.originalHint(p, original, there))
		return false
	}
	return true
}

// originalHint says which name a translation should have.
func (l *Folder) originalHint(p, original string, there map[string]bool) string {
	var near []string
	for other := range there {
		if _, _, ok := splitCode(other); !ok && path.Dir(other) == path.Dir(p) && path.Ext(other) == path.Ext(p) {
			near = append(near, path.Base(other))
		}
	}
	name := path.Base(original)
	if found := diag.Nearest(name, near); found != "" {
		name = found
		ext := path.Ext(name)
		_, code, _ := splitCode(p)
		return fmt.Sprintf("it has the name of what it translates: of `%s` that is `%s.%s%s`", name, strings.TrimSuffix(name, ext), code, ext)
	}
	return fmt.Sprintf("write `%s` beside it, in the course's own language, or give this file another name", name)
}

func (l *Folder) note(code, original, translation string) {
	if l.translations[code] == nil {
		l.translations[code] = map[string]string{}
	}
	l.translations[code][original] = translation
}

// Example is a file in a language, for messages; "" when there is none.
func (l *Folder) Example(code string) string {
	var all []string
	for original, p := range l.translations[code] {
		if mayBeTranslated(original) {
			all = append(all, p)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return slices.Min(all)
}
