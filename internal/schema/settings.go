package schema

import (
	"reflect"
	"strings"
	"unicode/utf8"

	"lectern/internal/settings"
)

// Settings is a site.yaml with every key there is, each below a remark about what
// it does in one of the languages of the keys' words. set holds the values of
// keys at the top, as YAML; other keys show their default.
func Settings(language string, set map[string]string) ([]byte, error) {
	w, err := wordsIn(language)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	b.WriteString("# yaml-language-server: $schema=" + SiteFile + "\n")
	p := newFile{out: &b, words: w["site"], facts: siteFacts(), set: set}
	p.remark(p.words["about"], "")
	p.keys(reflect.TypeFor[settings.Site](), "", "")
	return []byte(b.String()), nil
}

type newFile struct {
	out   *strings.Builder
	words map[string]string
	facts map[string]fact
	set   map[string]string
}

// keys writes the keys of a group.
func (p newFile) keys(t reflect.Type, prefix, indent string) {
	for _, field := range reflect.VisibleFields(t) {
		name := field.Tag.Get("yaml")
		if name == "" {
			continue
		}
		if prefix == "" {
			p.out.WriteString("\n")
		}
		key := prefix + name
		p.remark(p.words[key], indent)
		switch shown := p.facts[key].shown; {
		case p.set[key] != "":
			p.out.WriteString(name + ": " + p.set[key] + "\n")
		case strings.Contains(shown, "\n"):
			p.out.WriteString("# " + strings.ReplaceAll(shown, "\n", "\n# ") + "\n")
		case shown != "":
			p.out.WriteString(indent + shown + "\n")
		default:
			p.out.WriteString(indent + name + ":\n")
			p.keys(field.Type, key+".", indent+"  ")
		}
	}
}

// wide is how long a line of a remark may be.
const wide = 80

// remark writes words as lines of a remark.
func (p newFile) remark(words, indent string) {
	line := indent + "#"
	for _, word := range strings.Fields(words) {
		// The signs that French parts with a blank do not begin a line.
		if utf8.RuneCountInString(line+" "+word) > wide && !strings.ContainsAny(word[:1], ";:?!") {
			p.out.WriteString(line + "\n")
			line = indent + "#"
		}
		line += " " + word
	}
	p.out.WriteString(line + "\n")
}
