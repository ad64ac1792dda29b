package check

import (
	"fmt"
	"math"
	"strings"
	"unicode"

	"lectern/internal/course"
	"lectern/internal/markdown"
	"lectern/internal/once"
)

// readingRules look at how hard the words are to read.
var readingRules = []Rule{
	{
		Name: "reading-grade", Finds: "A section that is hard to read", page: readingGrade,
		Why:    "Many readers are tired, in a hurry, or reading in their second language. The figure is an estimate from the lengths of words and sentences: it knows nothing of what you say.",
		Source: "Kincaid et al. (1975), Derivation of new readability formulas; Kandel and Moles (1958), Application de l'indice de Flesch à la langue française.",
		Fix:    "shorter sentences help most, and then everyday words; read it aloud",
	},
	{
		Name: "long-sentence", Finds: "A very long sentence", page: longSentence,
		Why:    "Whoever reads on a small screen, listens, or is learning the language has lost its beginning at its end.",
		Source: "Government Digital Service, Sentence length: why 25 words is our limit; this rule waits until 40.",
		Fix:    "make two sentences of it, or a list",
	},
	{
		Name: "undefined-acronym", Finds: "Letters that nobody explains", page: undefinedAcronym,
		Why:    "To insiders they are words. To a newcomer they are a closed door.",
		Source: "Plain Language Action and Information Network, Federal Plain Language Guidelines.",
		Fix:    "write it out where it comes first, as in `community health worker (CHW)`, or put it into the glossary",
	},
}

// Limits of what is warned about.
const (
	hardGrade     = 13.0 // Flesch-Kincaid: more years of school than most adults have
	hardEase      = 30.0 // Kandel-Moles: "very difficult" below
	enoughWords   = 100  // fewer say little about a text
	longWords     = 40
	enoughPhrases = 4
)

// Reading is how hard a text is to read, as formulas estimate it.
type Reading struct {
	Words, Sentences, Syllables int
	Language                    string
	seen                        spoken
}

// add counts a text.
func (r *Reading) add(text string) {
	if r.seen == nil {
		r.seen = spoken{}
	}
	for _, s := range sentences(text) {
		words := wordsOf(text[s.start:s.end])
		if len(words) == 0 {
			continue
		}
		r.Sentences++
		for _, w := range words {
			r.Words++
			n, ok := r.seen[w]
			if !ok {
				n = syllables(w, r.Language)
				r.seen[w] = n
			}
			r.Syllables += n
		}
	}
}

// Known reports whether there is a formula for the language and text enough
// for it.
func (r Reading) Known() bool {
	return (r.Language == "en" || r.Language == "fr") && r.Words >= enoughWords && r.Sentences >= enoughPhrases
}

// Score is the grade by Flesch and Kincaid in English, from about 0 (easy) up;
// in French the ease by Kandel and Moles, from about 100 (easy) down.
func (r Reading) Score() float64 {
	long := float64(r.Words) / float64(r.Sentences)
	heavy := float64(r.Syllables) / float64(r.Words)
	if r.Language == "fr" {
		return 207 - 1.015*long - 73.6*heavy
	}
	return 0.39*long + 11.8*heavy - 15.59
}

// Hard reports whether a text is too hard for most readers.
func (r Reading) Hard() bool {
	if r.Language == "fr" {
		return r.Score() < hardEase
	}
	return r.Score() > hardGrade
}

func (r Reading) String() string {
	if r.Language == "fr" {
		return fmt.Sprintf("about %.0f on the Kandel-Moles scale of 0 (hard) to 100 (easy)", math.Max(0, r.Score()))
	}
	if r.Score() > 17 {
		return "about grade 17 or more" // beyond school and college, the number means nothing
	}
	return fmt.Sprintf("about grade %.0f", r.Score())
}

// ReadingOf is how hard a page's text is to read: its paragraphs without
// quotations and questions. The page was read with its passages.
func ReadingOf(p *course.Page) Reading {
	view := viewOf(p)
	r := Reading{Language: view.lang}
	for _, s := range view.sections() {
		for _, passage := range s.passages {
			r.add(passage.Text)
		}
	}
	return r
}

func readingGrade(p *page, say report) {
	seen := p.whole.spokenIn(p.lang)
	defer p.whole.giveBack(p.lang, seen)
	for _, s := range p.sections() {
		r := Reading{Language: p.lang, seen: seen}
		for _, passage := range s.passages {
			r.add(passage.Text)
		}
		if r.Known() && r.Hard() {
			say(s.at, "this section reads at %s, which is an estimate", r)
		}
	}
}

func longSentence(p *page, say report) {
	for _, passage := range p.passages() {
		if passage.Kind != markdown.Paragraph || passage.Quoted {
			continue
		}
		for _, s := range sentences(passage.Text) {
			text := passage.Text[s.start:s.end]
			if n := len(wordsOf(unquoted(text))); n > longWords {
				start := s.start + len(text) - len(strings.TrimLeft(text, " "))
				say(passage.Place(start, s.end), "this sentence has %d words", n)
			}
		}
	}
}

// acronym is a word in capitals, with or without a small plural s.
var acronym = once.Regexp(`[A-Z][A-Z0-9&]{1,6}s?`)

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
