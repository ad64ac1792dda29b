package reference

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"lectern/internal/once"
	"lectern/internal/yamlx"
)

// dateFields is a date as CSL writes it: numbers in date-parts, or, in older
// exports, one key for each.
type dateFields struct {
	Parts   [][]string `yaml:"date-parts"` // the first day and, of a range, the last
	Year    string     `yaml:"year"`
	Month   string     `yaml:"month"`
	Day     string     `yaml:"day"`
	Season  string     `yaml:"season"`
	Circa   string     `yaml:"circa"`
	Literal string     `yaml:"literal"`
	Raw     string     `yaml:"raw"`
}

// OpenKeys allows what programs add for themselves.
func (dateFields) OpenKeys() {}

// date reads the value of key, which may be absent, a text such as
// `2001-04-04` or "in press", or one of the forms of dateFields.
func (r *reader) date(key string, n yamlx.Node) date {
	d, ok := parseDate(n.Value)
	if n.Kind != yamlx.Scalar {
		var list []dateFields
		if !yamlx.DecodeNode(r.file, n, &list, r.diags) {
			return date{}
		}
		d, ok = dateOfFields(list)
	}
	if !ok {
		r.fail(n.At, "reference-date", fmt.Sprintf("`%s` is not a date", key), fmt.Sprintf("write it as `%s: 2001-04-04`, or with the year alone; leave it out when there is none", key))
	}
	return d
}

// dateOfFields takes the oldest form as well, where the two ends of a range
// are two groups of keys.
func dateOfFields(list []dateFields) (date, bool) {
	if len(list) == 0 {
		return date{}, true
	}
	points := list[0].Parts
	for _, f := range list {
		if f.Year != "" {
			points = append(points, []string{f.Year, f.Month, f.Day})
		}
	}
	first := list[0]
	if len(points) == 0 && first.Literal != "" {
		return date{literal: first.Literal}, true
	}
	if len(points) == 0 {
		return parseDate(first.Raw)
	}
	d, ok := dateOf(points[0])
	if ok && len(points) > 1 {
		var end date
		end, ok = dateOf(points[1])
		d = d.until(end)
	}
	if d.month == 0 && d.year != 0 {
		d.month = season(first.Season)
	}
	d.circa = first.Circa != "" && first.Circa != "false" && first.Circa != "0"
	return d, ok
}

// dateOf reads year, month and day; what comes last may be missing.
func dateOf(parts []string) (date, bool) {
	var n [3]int
	for i, part := range parts {
		if i >= len(n) {
			return date{}, false
		}
		if part == "" {
			continue
		}
		var err error
		if n[i], err = strconv.Atoi(part); err != nil {
			return date{}, false
		}
	}
	d := date{year: n[0], month: n[1], day: n[2]}
	if 21 <= d.month && d.month <= 24 { // seasons are numbered so in ISO 8601-2
		d.month += firstSeason - 21
	}
	ok := -9999 <= d.year && d.year <= 9999 && 0 <= d.month && d.month < firstSeason+4 && 0 <= d.day && d.day <= 31
	if !ok {
		return date{}, false
	}
	return d, true
}

func season(s string) int {
	for i, name := range English.Seasons {
		if s == strconv.Itoa(i+1) || strings.EqualFold(s, name) {
			return firstSeason + i
		}
	}
	return 0
}

// until makes d a range of years. The list shows days only of a single date.
func (d date) until(end date) date {
	if end.year > d.year {
		d.endYear = end.year
	}
	return d
}

var (
	// ISO 8601, with a time that is passed over and the mark of an uncertain date.
	isoDate  = once.Regexp(`^(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T[\d:.Z+-]*)?([~?%]?)$`)
	someYear = once.Regexp(`\d{4}`)
)

// parseDate reads a date written as one text: ISO 8601, or words ("in press"),
// which are kept. It refuses other numbers: nobody knows what 4/5/2001 is.
func parseDate(text string) (date, bool) {
	if strings.EqualFold(text, English.NoDate) {
		return date{}, true
	}
	begin, end, isRange := strings.Cut(text, "/")
	d, ok := parseDay(begin)
	if ok && !isRange {
		return d, true
	}
	if last, endOK := parseDay(end); ok && endOK {
		return d.until(last), true
	}
	inWords := text == "" || strings.ContainsFunc(text, unicode.IsLetter)
	return date{literal: text}, inWords
}

func parseDay(text string) (date, bool) {
	m := isoDate.FindStringSubmatch(text)
	if m == nil {
		return date{}, false
	}
	d, ok := dateOf(m[1:4])
	d.circa = m[4] != ""
	return d, ok && d.year != 0
}
