package reference

import (
	"cmp"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// date is when a work appeared or was read. The zero date is "n.d.".
type date struct {
	year    int // below zero before the common era; 0 when not known
	month   int // 1 to 12; 13 to 16 are the seasons, spring first
	day     int
	endYear int // of a work that appeared over several years
	circa   bool
	literal string // such as "in press", instead of numbers
}

const firstSeason = 13

func (d date) isNone() bool { return d.year == 0 && d.literal == "" }

// inText is the date as citations in the text give it: the year.
func (d date) inText(w *Words, suffix string) string {
	switch {
	case d.year != 0:
		return d.yearText(w) + suffixed(d.yearText(w), suffix)
	case d.literal != "":
		text := d.literal
		if year := someYear.FindString(text); year != "" {
			text = year
		}
		return text + suffixed(text, suffix)
	}
	return w.NoDate + suffixed(w.NoDate, suffix)
}

// inList is the date as the reference list gives it: "2001a, April 4".
func (d date) inList(w *Words, suffix string) string {
	if d.literal != "" {
		return d.literal + suffixed(d.literal, suffix)
	}
	out := d.inText(w, suffix)
	if d.year == 0 || d.month == 0 || d.endYear != 0 {
		return out
	}
	return out + ", " + d.monthText(w)
}

func (d date) yearText(w *Words) string {
	out := strconv.Itoa(max(d.year, -d.year))
	if d.year < 0 {
		out += " " + w.BCE
	}
	if d.endYear != 0 {
		out += "–" + strconv.Itoa(d.endYear)
	}
	if d.circa {
		out = w.Circa + " " + out
	}
	return out
}

func (d date) monthText(w *Words) string {
	switch {
	case d.month >= firstSeason:
		return w.Seasons[d.month-firstSeason]
	case d.day == 0:
		return w.Months[d.month-1]
	}
	return fill(w.MonthDay, "{month}", w.Months[d.month-1], "{day}", d.dayText(w))
}

func (d date) dayText(w *Words) string {
	if d.day == 1 && w.FirstDay != "" {
		return w.FirstDay
	}
	return strconv.Itoa(d.day)
}

// full is the date in a sentence: "April 4, 2001".
func (d date) full(w *Words) string {
	switch {
	case d.year == 0:
		return d.literal
	case d.month == 0:
		return d.yearText(w)
	case d.day == 0 || d.month >= firstSeason:
		return d.monthText(w) + " " + d.yearText(w)
	}
	return fill(w.FullDate, "{month}", w.Months[d.month-1], "{day}", d.dayText(w), "{year}", d.yearText(w))
}

// suffixed parts the letter from words, as in "n.d.-a", and not from a year.
func suffixed(text, suffix string) string {
	last, _ := utf8.DecodeLastRuneInString(text)
	if suffix == "" || unicode.IsDigit(last) {
		return suffix
	}
	return "-" + suffix
}

// compareDates orders works of one author: undated ones, then years, and last
// those in press. A year alone comes before a day of it.
func compareDates(a, b Item) int {
	x, y := a.printedDate(), b.printedDate()
	return cmp.Or(
		cmp.Compare(x.era(), y.era()),
		cmp.Compare(x.year, y.year),
		cmp.Compare(x.month, y.month),
		cmp.Compare(x.day, y.day),
	)
}

func (d date) era() int {
	switch {
	case d.year != 0:
		return 1
	case d.literal != "":
		return 2
	}
	return 0
}

// printedDate is the date without what the reference list does not show.
func (it Item) printedDate() date {
	d := it.issued
	if it.kind.yearOnly {
		d.month, d.day = 0, 0
	}
	return d
}
