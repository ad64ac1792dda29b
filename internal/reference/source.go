package reference

import (
	"strings"

	"lectern/internal/once"
)

// source is what holds the work: a periodical or a book.
func (it Item) source() rich {
	switch it.layout() {
	case periodical:
		return it.inPeriodical()
	case part:
		return it.inBook()
	}
	return nil
}

// inPeriodical is "Journal, 7(2), 143–154" with journal and volume in italics.
func (it Item) inPeriodical() rich {
	out := emphasised(marked(it.csl.Container))
	if len(out) == 0 {
		return nil
	}
	number := emphasised(text(enDashed(it.csl.Volume)))
	if it.csl.Issue != "" {
		number = join(number, text("("+enDashed(it.csl.Issue)+")"))
	}
	if len(number) > 0 {
		out = join(out, text(", "), number)
	}
	switch {
	case it.csl.Page != "":
		out = join(out, text(", "+pageRange(it.csl.Page)))
	case it.csl.Number != "":
		out = join(out, text(", "+it.words.Article+" "+it.csl.Number))
	}
	return out
}

// inBook is "In A. Editor (Ed.), Book (2nd ed., pp. 1–2)".
func (it Item) inBook() rich {
	w := it.words
	out := text(w.In + " ")
	if len(it.editors) > 0 {
		out = join(out, text(straightNames(it.editors, w)+" ("+one(it.editors, w.Editor, w.Editors)+"), "))
	}
	out = join(out, emphasised(marked(it.csl.Container)))
	pages := ""
	if it.csl.Page != "" {
		pages = pageLabel(it.csl.Page, w) + " " + pageRange(it.csl.Page)
	}
	details := commaed(it.edition(), it.volume(), pages)
	if len(it.translators) > 0 {
		translated := straightNames(it.translators, w) + ", " + w.Translator
		details = strings.TrimSuffix(translated+"; "+details, "; ")
	}
	if details != "" {
		out = join(out, text(" ("+details+")"))
	}
	return out
}

// publisher is left out of periodicals, and where it would repeat the author.
func (it Item) publisher() rich {
	name := it.csl.Publisher
	switch {
	case it.layout() == periodical && it.csl.Container != "", it.csl.Type.Value == "thesis":
		return nil
	case it.csl.Type.Value == "speech":
		name = commaed(firstOf(it.csl.Event, it.csl.OldEvent, name), it.csl.EventPlace)
	case it.layout() != part:
		name = firstOf(it.siteName(), name, it.csl.Container)
	}
	for _, a := range it.authors {
		if a.Literal != "" && strings.EqualFold(letters(a.Literal), letters(name)) {
			return nil
		}
	}
	return marked(name)
}

// siteName is the site of a web page, which APA names rather than its owner.
func (it Item) siteName() string {
	if it.csl.Type.Value == "webpage" || it.csl.Type.Value == "post" {
		return it.csl.Container
	}
	return ""
}

func firstOf(choices ...string) string {
	for _, c := range choices {
		if c != "" {
			return c
		}
	}
	return ""
}

var (
	anyDash    = once.Regexp(`\s*[-‐‑‒–—−]+\s*`)
	numberDash = once.Regexp(`(\d)\s*[-‐‑‒–—−]+\s*(\d)`)
)

// pageRange writes every dash as the en dash that ranges have.
func pageRange(pages string) string { return anyDash.ReplaceAllString(pages, "–") }

// enDashed does so between numbers only: a hyphen elsewhere is a hyphen.
func enDashed(s string) string { return numberDash.ReplaceAllString(s, "$1–$2") }

func pageLabel(pages string, w *Words) string {
	if anyDash.MatchString(pages) || strings.ContainsAny(pages, ",&;") {
		return w.Pages
	}
	return w.Page
}
