package layouts

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// formNames are the forms that the languages of the world have of a counted
// word, as Unicode names them.
var formNames = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two, "few": plural.Few, "many": plural.Many, "other": plural.Other,
}

// formsOf returns the forms of a sentence, or nil when it has one only. Of two
// that have no names the first is for one, and the second for all others.
func formsOf(sentence string) map[plural.Form]string {
	written := strings.Split(sentence, "|")
	forms := map[plural.Form]string{}
	for _, w := range written {
		name, form, _ := strings.Cut(w, "=")
		if f, ok := formNames[name]; ok {
			forms[f] = form
		}
	}
	switch {
	case len(forms) == len(written):
		return forms
	case len(written) == 2:
		return map[plural.Form]string{plural.One: written[0], plural.Other: written[1]}
	}
	return nil
}

// formFor is the form of a sentence for n of something, by the rules of lang.
func formFor(sentence string, lang language.Tag, n any) string {
	forms := formsOf(sentence)
	if forms == nil {
		return sentence
	}
	if form, ok := forms[formOf(n, lang)]; ok {
		return form
	}
	return forms[plural.Other]
}

func formOf(n any, lang language.Tag) plural.Form {
	whole, fraction, _ := strings.Cut(plain(n), ".")
	i, err := strconv.Atoi(whole)
	if err != nil {
		return plural.Other
	}
	f, _ := strconv.Atoi(fraction) // without digits it is 0, as it should be
	return plural.Cardinal.MatchPlural(lang, i, len(fraction), len(fraction), f, f)
}

// plain is a value as a program writes it.
func plain(v any) string {
	if x, ok := v.(float64); ok {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

// value is a value as a sentence has it: a fraction with the sign that the
// language parts it with.
func (w *Words) value(v any) string {
	if _, ok := v.(float64); !ok {
		return plain(v)
	}
	half := message.NewPrinter(w.language).Sprint(number.Decimal(0.5))
	return strings.Replace(plain(v), ".", strings.Trim(half, "05"), 1)
}
