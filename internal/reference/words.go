package reference

import (
	"strconv"
	"strings"
)

// Words is everything the style says in a human language. A course in another
// language gives its own with Library.For.
type Words struct {
	NoDate string // "n.d."
	Circa  string // before a year that is not certain
	BCE    string // after a year before the common era

	And         string // between names in a sentence
	Ampersand   string // between names in brackets and in the reference list
	EtAl        string
	SerialComma bool // one before And and Ampersand in a longer list

	Editor, Editors     string // "Ed.", "Eds."
	Director, Directors string
	Translator          string // "Trans.", of one or several
	In                  string // before the book that holds a chapter

	Edition string             // after the ordinal
	Ordinal func(n int) string // nil leaves the bare number
	Volume  string
	Page    string
	Pages   string
	Article string // before an article number
	Report  string // before "No." when a report does not say what it is
	Number  string // "No."
	Version string

	Retrieved string // holds {date}; the address follows it
	FullDate  string // holds {year}, {month}, {day}
	MonthDay  string // holds {month}, {day}
	FirstDay  string // the first of a month, where it is not "1"
	Months    [12]string
	Seasons   [4]string // spring first

	OpenQuote, CloseQuote string // around the title of a part of a work
	CommaInQuotes         bool
	TitleCase             bool     // titles are cited With Capital Letters
	SmallWords            []string // and these are not capitalised
	Articles              []string // passed over at the start when sorting

	// Kinds says, by CSL type, what a work is that is not a text.
	Kinds map[string]string
}

// English is the wording of the Publication Manual itself.
var English = Words{
	NoDate: "n.d.", Circa: "ca.", BCE: "B.C.E.",
	And: "and", Ampersand: "&", EtAl: "et al.", SerialComma: true,
	Editor: "Ed.", Editors: "Eds.", Director: "Director", Directors: "Directors",
	Translator: "Trans.", In: "In",
	Edition: "ed.", Ordinal: englishOrdinal, Volume: "Vol.", Page: "p.", Pages: "pp.",
	Article: "Article", Report: "Report", Number: "No.", Version: "Version",
	Retrieved: "Retrieved {date}, from", FullDate: "{month} {day}, {year}", MonthDay: "{month} {day}",
	Months: [12]string{"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December"},
	Seasons:   [4]string{"Spring", "Summer", "Fall", "Winter"},
	OpenQuote: "“", CloseQuote: "”", CommaInQuotes: true, TitleCase: true,
	SmallWords: []string{"a", "an", "and", "as", "at", "but", "by", "for", "if", "in", "nor",
		"of", "off", "on", "or", "per", "so", "the", "to", "up", "via", "yet"},
	Articles: []string{"a", "an", "the"},
	Kinds: map[string]string{
		"broadcast": "Broadcast", "dataset": "Data set", "map": "Map",
		"motion_picture": "Film", "software": "Computer software", "thesis": "Thesis",
	},
}

func (w *Words) ordinal(n int) string {
	if w.Ordinal == nil {
		return strconv.Itoa(n)
	}
	return w.Ordinal(n)
}

func englishOrdinal(n int) string {
	ending := "th"
	if tens := n / 10 % 10; tens != 1 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return strconv.Itoa(n) + ending
}

// fill replaces {name} in a pattern by its value; pairs alternates the two.
func fill(pattern string, pairs ...string) string {
	return strings.NewReplacer(pairs...).Replace(pattern)
}
