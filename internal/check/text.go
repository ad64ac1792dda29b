package check

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lectern/internal/markdown"
	"lectern/internal/once"
)

// quotations are words between quotation marks, which are somebody else's. An
// apostrophe is not the end of one.
var quotations = once.Regexp(`“[^“”]*”|«[^«»]*»|"[^"]*"|‘[^‘’]*’(?:$|[\s.,;:!?)])`)

// marks begin what quotations finds.
const marks = "“«\"‘"

// unquoted is a text without what is quoted in it. A mark of the end of a
// sentence inside stays outside.
func unquoted(s string) string {
	if !strings.ContainsAny(s, marks) {
		return s
	}
	return quotations.ReplaceAllStringFunc(s, func(q string) string {
		inner := strings.TrimRight(q, "”»\"’ \u00a0\u202f")
		if end := inner[len(inner)-1:]; strings.Contains(".!?", end) {
			return "…" + end
		}
		return "…"
	})
}

// spared are the parts of a passage that are not the author's own words in the
// page's language, as spans of its text.
func spared(p *markdown.Passage) [][]int {
	var spans [][]int
	if strings.ContainsAny(p.Text, marks) {
		spans = quotations.FindAllStringIndex(p.Text, -1)
	}
	for _, m := range p.Marked {
		spans = append(spans, []int{m.Start, m.End})
	}
	return spans
}

func within(spans [][]int, at int) bool {
	for _, s := range spans {
		if at >= s[0] && at < s[1] {
			return true
		}
	}
	return false
}

// span is a part of a text, as bytes.
type span struct{ start, end int }

// abbreviations end with a dot that ends no sentence.
var abbreviations = map[string]bool{
	"dr": true, "mr": true, "mrs": true, "ms": true, "st": true, "e.g": true, "i.e": true, "etc": true, "vs": true, "no": true, "p": true, "pp": true,
	"fig": true, "approx": true, "cf": true, "al": true, "a.m": true, "p.m": true,
	"m": true, "mme": true, "mlle": true, "p. ex": true, "ex": true, "env": true, "art": true, "chap": true,
}

// closers may stand between a sentence and its end.
var closers = once.Regexp(`^(?:[\s\x{a0}\x{202f}]*»|[”"’)])*`)

// sentences are the sentences of a text. A dot ends one when a blank and no
// small letter follow, unless it belongs to an abbreviation or an initial.
func sentences(s string) []span {
	var all []span
	start := 0
	for i, r := range s {
		if !strings.ContainsRune(".!?…", r) {
			continue
		}
		end := i + len(string(r))
		rest := s[end:]
		if !isClearOf(rest) {
			rest = rest[len(closers.FindString(rest)):]
		}
		if rest != "" && !strings.HasPrefix(rest, " ") || r == '.' && isAbbreviation(s[start:i]) || beginsSmall(rest) {
			continue
		}
		end = len(s) - len(rest)
		all = append(all, span{start, end})
		start = end
	}
	if strings.TrimSpace(s[start:]) != "" {
		all = append(all, span{start, len(s)})
	}
	return all
}

// isClearOf spares most ends of sentences the look for closers: a blank and a
// letter follow.
func isClearOf(rest string) bool {
	return len(rest) > 1 && rest[0] == ' ' && rest[1] > ' ' && rest[1] < utf8.RuneSelf
}

func isAbbreviation(before string) bool {
	word := strings.ToLower(before[strings.LastIndexAny(before, " (\u00a0")+1:])
	if runes := []rune(word); len(runes) == 1 && unicode.IsLetter(runes[0]) {
		return true
	}
	return abbreviations[word]
}

func beginsSmall(rest string) bool {
	for _, r := range strings.TrimLeft(rest, " ") {
		return unicode.IsLower(r)
	}
	return false
}

// lastSentence is the end of a stem, which is what it asks.
func lastSentence(s, _ string) string {
	all := sentences(s)
	if len(all) == 0 {
		return s
	}
	last := all[len(all)-1]
	return strings.TrimSpace(s[last.start:last.end])
}

// wordsOf are the words of a text in small letters, with their apostrophes, made
// straight, and hyphens.
func wordsOf(s string) (words []string) {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	start, joint := -1, false // where the word at hand begins; its last sign joins it to what may follow
	for i, r := range s {
		switch {
		case inWord(r):
			if start < 0 {
				start = i
			}
			joint = false
		case start < 0:
		case (r == '\'' || r == '-') && !joint:
			joint = true
		default:
			words = append(words, strings.TrimRight(s[start:i], "'-"))
			start, joint = -1, false
		}
	}
	if start >= 0 {
		words = append(words, strings.TrimRight(s[start:], "'-"))
	}
	return words
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd)
}

// simple is a text as rules compare it: words in small letters, one blank
// between two.
func simple(s string) string { return strings.Join(wordsOf(s), " ") }

// patterns are regular expressions by language, each made when it is first asked
// for: most commands ask for none. Blanks in them stand for any white space, and '
// for both apostrophes.
type patterns map[string]func() *regexp.Regexp

func byLanguage(en, fr string) patterns {
	compile := func(p string) func() *regexp.Regexp {
		return sync.OnceValue(func() *regexp.Regexp {
			return regexp.MustCompile(`(?i)` + strings.NewReplacer(" ", `[\s\x{a0}\x{202f}]+`, "'", `['’]`).Replace(p))
		})
	}
	return patterns{"en": compile(en), "fr": compile(fr)}
}

// in reports whether the pattern of a language is in s. Of a language without
// patterns nothing is known.
func (p patterns) in(lang, s string) bool { return p[lang] != nil && p[lang]().MatchString(s) }

// find is what the pattern of a language finds in s, or "".
func (p patterns) find(lang, s string) string {
	if p[lang] == nil {
		return ""
	}
	return p[lang]().FindString(s)
}
