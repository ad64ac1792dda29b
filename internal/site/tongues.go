package site

import (
	"fmt"
	"html/template"

	"golang.org/x/text/language"

	"lectern/internal/course"
)

// leftward are the scripts that are written from right to left.
var leftward = map[string]bool{"Arab": true, "Hebr": true, "Thaa": true, "Syrc": true, "Nkoo": true, "Adlm": true, "Rohg": true, "Samr": true, "Mand": true}

// direction is the way a language is written, "ltr" or "rtl".
func direction(code string) string {
	if script, _ := language.Make(code).Script(); leftward[script.String()] {
		return "rtl"
	}
	return "ltr"
}

// addressOf is how a page refers to what a link leads to: a page of the same
// language, or a file that lies beside the lessons.
func (b *builder) addressOf(from string, t *course.Target) string {
	if t.Anchors == nil {
		return b.way(from, t.URL)
	}
	return relative(from, t.URL)
}

// way is how a page refers to a file that is there once for all languages.
func (b *builder) way(from, file string) string {
	return relative(b.folder+from, file)
}

// speaker is the builder of the language that a text is in: its words, its
// glossary and its scripts go with the text. What is not translated is in the
// course's own language.
func (b *builder) speaker(code string) *builder {
	if code == b.code {
		return b
	}
	return b.languages[0]
}

// langOf says in HTML that what an element holds is in a language, when what
// is around it is in another one.
func langOf(code, around string) template.HTMLAttr {
	if code == around {
		return ""
	}
	attributes := fmt.Sprintf(` lang="%s"`, template.HTMLEscapeString(code))
	if way := direction(code); way != direction(around) {
		attributes += ` dir="` + way + `"`
	}
	return template.HTMLAttr(attributes)
}

// dirOf says in HTML that a page is written from right to left.
func dirOf(code string) template.HTMLAttr {
	if direction(code) == "rtl" {
		return ` dir="rtl"`
	}
	return ""
}

// version is a page in another language.
type version struct {
	Link
	Code string
}

// versions are the ways from a page to the same one in the other languages, or
// to their first pages where they have none like it.
func (b *builder) versions(url string) (others []version) {
	for _, o := range b.languages {
		if o.code == b.code {
			continue
		}
		to := homePage
		if _, there := o.pageAt(url); there && url != notFound {
			to = url
		}
		link := Link{URL: relative(b.folder+b.seenAt(url), o.folder+to), Title: o.name, In: langOf(o.code, b.code)}
		others = append(others, version{link, o.code})
	}
	return others
}

// alternate is a page's whole address in a language, for search engines.
type alternate struct{ Code, URL string }

// alternates are all that a page is written in, its own language included; none
// when that is but one, or when the site's address is not known. A page that
// stands in for its translation is not one.
func (b *builder) alternates(url string) (all []alternate) {
	for _, o := range b.languages {
		if p, there := o.pageAt(url); there && o.isOwn(p) && url != notFound {
			all = append(all, alternate{o.code, o.absolute(url)})
		}
	}
	if len(all) < 2 || b.config.BaseURL.Value == "" {
		return nil
	}
	if all[0].Code == b.languages[0].code { // for who reads none of them
		all = append(all, alternate{"x-default", all[0].URL})
	}
	return all
}

// isOwn reports whether a page's text is in the builder's own language.
func (b *builder) isOwn(p page) bool { return p.lang == "" || p.lang == b.code }
