package markdown

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// quoteMarks are how a language quotes: outside, and inside a quotation.
type quoteMarks struct{ open, shut, innerOpen, innerShut string }

var (
	guillemets   = quoteMarks{"«", "»", "“", "”"}
	lowHigh      = quoteMarks{"„", "“", "‚", "‘"}
	lowRight     = quoteMarks{"„", "”", "«", "»"}
	bothRight    = quoteMarks{"”", "”", "’", "’"}
	frenchQuotes = quoteMarks{"«\u00a0", "\u00a0»", "“", "”"}
)

// quotesOf are the marks of the commonest languages that do not quote as English
// does, as Unicode's CLDR has them; in French inside a quotation as the Office
// québécois de la langue française has them.
var quotesOf = map[string]quoteMarks{
	"fr": frenchQuotes, "fr-CH": {"«", "»", "‹", "›"},
	"es": guillemets, "ca": guillemets, "it": guillemets, "el": guillemets, "pt-PT": guillemets,
	"ru": {"«", "»", "„", "“"}, "uk": {"«", "»", "„", "“"},
	"nb": {"«", "»", "‘", "’"}, "nn": {"«", "»", "‘", "’"}, "no": {"«", "»", "‘", "’"},
	"de": lowHigh, "cs": lowHigh, "sk": lowHigh, "sl": lowHigh, "is": lowHigh,
	"de-CH": {"«", "»", "‹", "›"},
	"pl":    lowRight, "ro": lowRight, "hu": {"„", "”", "»", "«"}, "hr": {"„", "”", "‚", "’"},
	"sv": bothRight, "fi": bothRight,
	"ja": {"「", "」", "『", "』"},
}

// smartPunctuation writes the characters themselves: every page is UTF-8.
// Quotes are English unless lang is known to quote in another way.
func smartPunctuation(lang string) goldmark.Extender {
	signs := extension.TypographicSubstitutions{
		extension.LeftSingleQuote:  []byte("‘"),
		extension.RightSingleQuote: []byte("’"),
		extension.LeftDoubleQuote:  []byte("“"),
		extension.RightDoubleQuote: []byte("”"),
		extension.EnDash:           []byte("–"),
		extension.EmDash:           []byte("—"),
		extension.Ellipsis:         []byte("…"),
		extension.LeftAngleQuote:   []byte("«"),
		extension.RightAngleQuote:  []byte("»"),
		extension.Apostrophe:       []byte("’"),
	}
	base, _, _ := strings.Cut(lang, "-")
	marks, ok := quotesOf[lang]
	if !ok {
		marks, ok = quotesOf[base]
	}
	if !ok {
		return punctuation{extension.NewTypographer(extension.WithTypographicSubstitutions(signs)), nil}
	}
	for _, sign := range []extension.TypographicPunctuation{extension.LeftSingleQuote, extension.RightSingleQuote, extension.LeftDoubleQuote, extension.RightDoubleQuote, extension.Apostrophe} {
		signs[sign] = nil // these are for quotes
	}
	return punctuation{extension.NewTypographer(extension.WithTypographicSubstitutions(signs)), &marks}
}

// punctuation is goldmark's but for long rows of quotes, and for the quotes of a
// language that has its own.
type punctuation struct {
	goldmarks goldmark.Extender
	marks     *quoteMarks // nil for goldmark's
}

func (x punctuation) Extend(m goldmark.Markdown) {
	x.goldmarks.Extend(m)
	m.Parser().AddOptions(parser.WithInlineParsers(prioritized(quoteRows{}, 9997)))
	if x.marks != nil {
		m.Parser().AddOptions(parser.WithInlineParsers(prioritized(quotes{*x.marks}, 9998)))
	}
}
