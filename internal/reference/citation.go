package reference

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/internal/source"
)

// Citation is one place in a lesson that cites works.
type Citation struct {
	Keys      []Key
	Narrative bool // the authors are part of the sentence: "Tracy and Wallace (2016)"
}

// Key is one cited work.
type Key struct {
	ID       string
	Prefix   string       // "see"; it holds for the keys after it as well
	Locator  string       // "p. 143", as written
	YearOnly bool         // written -@key: the sentence names the authors already
	At       source.Range // of the id, in the text that was parsed
}

// ParseCitation reads what stands between the brackets of
// `[@tracy2016, p. 143; see @cyr2016]`. It returns false when that is anything
// but works parted by semicolons, each with its @; the text is then no
// citation.
func ParseCitation(text string) (Citation, bool) {
	var c Citation
	start := 0
	for _, one := range strings.Split(text, ";") {
		key, ok := parseKey(one)
		if !ok {
			return Citation{}, false
		}
		key.At = key.At.Shift(start)
		c.Keys = append(c.Keys, key)
		start += len(one) + len(";")
	}
	return c, true
}

func parseKey(text string) (Key, bool) {
	at := findMark(text)
	if at < 0 {
		return Key{}, false
	}
	before, yearOnly := strings.CutSuffix(text[:at], "-")
	id, size := ScanKey(text[at+1:])
	rest := text[at+1+size:]
	if id == "" || findMark(rest) >= 0 || rest != "" && !strings.HasPrefix(rest, ",") && !startsWithSpace(rest) {
		return Key{}, false
	}
	idStart := at + 1 + strings.Index(text[at+1:], id)
	return Key{
		ID:       id,
		Prefix:   strings.TrimSpace(before),
		Locator:  strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(rest), ",")),
		YearOnly: yearOnly,
		At:       source.Range{Start: idStart, End: idStart + len(id)},
	}, true
}

// findMark returns where an @ begins a word, or -1: the one in an e-mail
// address does not.
func findMark(text string) int {
	for i := range len(text) {
		if text[i] != '@' {
			continue
		}
		before := strings.TrimSuffix(text[:i], "-")
		last, size := utf8.DecodeLastRuneInString(before)
		if size == 0 || unicode.IsSpace(last) {
			return i
		}
	}
	return -1
}

func startsWithSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// ScanKey reads the id at the start of text, which is what follows an @, and
// returns it with the bytes it takes. Letters, digits and _ may be parted by
// single marks of :.#$%&-+?<>~/ so that the full stop of a sentence is not
// part of an id; {…} holds any other id. It returns "" and 0 when there is
// none.
func ScanKey(text string) (id string, size int) {
	if inner, ok := strings.CutPrefix(text, "{"); ok {
		id, _, closed := strings.Cut(inner, "}")
		if !closed || id == "" || strings.ContainsFunc(id, unicode.IsSpace) {
			return "", 0
		}
		return id, len(id) + len("{}")
	}
	end := 0
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_':
			end = i + utf8.RuneLen(r)
		case end < i || i == 0 || !strings.ContainsRune(":.#$%&-+?<>~/", r):
			return text[:end], end
		}
	}
	return text[:end], end
}
