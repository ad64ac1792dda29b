package check

import (
	"strings"
	"unicode/utf8"

	"lectern/internal/course"
	"lectern/internal/markdown"
	"lectern/internal/once"
)

// known are letters that need no explaining, or that everyone knows better by
// them than by the words.
var known = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`TV PC CD DVD PDF HTML CSS URL USB SMS GPS FAQ ID OK AM PM US USA UK EU UN UNO NATO NASA BBC DNA RNA HIV AIDS COVID
		ZIP PIN ATM DIY RSVP ASAP CEO IT HR PR QR LED IQ VIP SOS YES NO NOT AND OR IF ONE TWO ALL NEVER EXCEPT LEAST FIRST LAST
		B&B R&D Q&A AA
		JSON YAML XML CSV API HTTP HTTPS SVG PNG JPG JPEG GIF MP3 MP4 SCORM QTI LMS EPUB
		A4 A5 B12 H2O CO2 KM KG CM MM ML GB MB KB
		ONU UE VIH SIDA ADN ARN PDG TGV CV BD OUI NON PAS SAUF`) {
		known[w] = true
	}
}

var (
	roman     = once.Regexp(`^(?:[IVX]{1,5}|[IVXLCDM]{2,7})$`)
	shouted   = once.Regexp(`^[A-Z]{4,}$`)
	explained = once.Regexp(`\pL[\pL’'. -]*[\s\x{a0}]\(([A-Z][A-Za-z0-9&]{1,7})(?:s?\)|[\s,;:])|\b([A-Z][A-Z0-9&]{1,6})s? \([^)]*\pL{3}[^)]*\)|\b([A-Z][A-Z0-9&]{1,6})s?,? (?:stands for|means|is short for|signifie|veut dire)\b|\b(?:known as|called|named|appelée?|nommée?) (?:the |la |le )?([A-Z][A-Z0-9&]{1,6})\b`)
)

// Explained are the letters of which a course says what they stand for, on its
// pages or in its glossary.
func Explained(c *course.Course) map[string]bool {
	w := &whole{Course: c}
	w.addAll()
	return w.definedAcronyms()
}

// isExplained reports whether it is said anywhere what letters stand for.
func (w *whole) isExplained(letters string) bool {
	return w.defined[letters] || w.options.Explained != nil && w.options.Explained(letters)
}

// definedAcronyms are those that the course explains anywhere, or has in its
// glossary.
func (w *whole) definedAcronyms() map[string]bool {
	defined := map[string]bool{}
	for _, p := range w.pages {
		for _, passage := range p.passages() {
			if !hasCapitals(passage.Text) {
				continue
			}
			for _, m := range explained.FindAllStringSubmatch(passage.Text, -1) {
				for _, name := range m[1:] {
					defined[strings.TrimSuffix(name, "s")] = true
				}
			}
		}
		for _, passage := range p.Doc.Passages {
			if passage.Kind == markdown.Raw && strings.Contains(passage.Text, "<abbr") {
				for _, name := range acronym.FindAllString(passage.Text, -1) {
					defined[name] = true
				}
			}
		}
	}
	if w.Glossary != nil {
		for _, e := range w.Glossary.Entries {
			for _, name := range e.Names {
				for _, a := range acronym.FindAllString(name, -1) {
					defined[strings.TrimSuffix(a, "s")] = true
				}
			}
		}
	}
	return defined
}

// undefinedAcronym reports each once in a lesson, where it comes first.
func undefinedAcronym(p *page, say report) {
	seen := map[string]bool{}
	for _, passage := range p.passages() {
		if passage.Quoted || !hasCapitals(passage.Text) || isShouting(passage.Text) {
			continue
		}
		skip := spared(passage)
		for _, at := range acronym.FindAllStringIndex(passage.Text, -1) {
			name := strings.TrimSuffix(passage.Text[at[0]:at[1]], "s")
			if !alone(passage.Text, at[0], at[1]) || known[name] || p.whole.isExplained(name) || seen[name] || roman.MatchString(name) || within(skip, at[0]) || !twoLetters.MatchString(name) {
				continue
			}
			seen[name] = true
			say(passage.Place(at[0], at[1]), "nobody explains what %s stands for", name)
		}
	}
}

// hasCapitals reports whether two capitals stand side by side, which few texts
// have.
func hasCapitals(s string) bool {
	before := false
	for i := range len(s) {
		now := s[i] >= 'A' && s[i] <= 'Z'
		if now && before {
			return true
		}
		before = now
	}
	return false
}

var twoLetters = once.Regexp(`[A-Z].*[A-Z]`)

// alone reports whether a part of a text is a whole word: no part of a longer
// one, of a code such as AB-12, or of an address.
func alone(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	joins := func(r rune) bool { return isWordRune(r) || strings.ContainsRune("-_/@#.’'&", r) }
	return !joins(before) && (!isWordRune(after) && !strings.ContainsRune("-_/@&", after))
}

// isShouting reports whether a text has two neighbouring words in capitals,
// which are shouted rather than short for something.
func isShouting(text string) bool {
	run := 0
	for _, w := range strings.Fields(text) {
		if shouted.MatchString(strings.Trim(w, ".,;:!?")) {
			if run++; run == 2 {
				return true
			}
		} else {
			run = 0
		}
	}
	return false
}
