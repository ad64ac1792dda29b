package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// heaviest is how many pages are listed by their weight for people.
const heaviest = 10

func contains(list []string, item string) bool { return slices.Contains(list, item) }

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func points(n float64) string {
	if n == 1 {
		return "1 point"
	}
	return strconv.FormatFloat(n, 'f', -1, 64) + " points"
}

func kilobytes(n int) string { return fmt.Sprintf("%.1f KB", float64(n)/1000) }

func unlessNone(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// ordinal is 1st, 2nd, 3rd, 4th …
func ordinal(n int) string {
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			return strconv.Itoa(n) + "st"
		case 2:
			return strconv.Itoa(n) + "nd"
		case 3:
			return strconv.Itoa(n) + "rd"
		}
	}
	return strconv.Itoa(n) + "th"
}

// spaced is "1 3".
func spaced(numbers []int) string {
	return strings.Trim(fmt.Sprint(numbers), "[]")
}

// When says how long it is until a review, in words.
func (v Review) When() string {
	switch {
	case v.Overdue:
		return fmt.Sprintf("%s overdue", plural(-v.Days, "day"))
	case v.Days == 0:
		return "today"
	}
	return "in " + plural(v.Days, "day")
}

// Unused are the terms of the glossary that no lesson uses.
func (r Report) Unused() (names []string) {
	for _, t := range r.Terms {
		if len(t.UsedIn) == 0 {
			names = append(names, t.Name)
		}
	}
	return names
}
