package diag

import (
	"strings"
	"unicode/utf8"
)

// DidYouMean returns a hint such as "did you mean `objectives`?" when one of
// known is close to word, and else names what is allowed.
func DidYouMean(word string, known []string) string {
	if best := Nearest(word, known); best != "" {
		return "did you mean `" + best + "`?"
	}
	if len(known) == 0 || len(known) > 24 {
		return ""
	}
	return "known here: " + strings.Join(known, ", ")
}

// Nearest returns the entry of known that is closest to word, or "" when none
// is near enough to be a slip of the fingers.
func Nearest(word string, known []string) string {
	signs := utf8.RuneCountInString(word)
	best, limit := "", 1+signs/3
	for _, k := range known {
		if more := utf8.RuneCountInString(k) - signs; max(more, -more) > limit {
			continue // as many letters would have to come or to go
		}
		if d := Distance(word, k); d <= limit {
			best, limit = k, d-1
		}
	}
	return best
}

// longestSlip is how many letters a word may have to be a slip of another.
const longestSlip = 64

// Distance counts the letters to insert, delete, replace or swap with their
// neighbour to turn a into b. Capitals do not count.
func Distance(a, b string) int {
	s, t := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	if len(s) > longestSlip || len(t) > longestSlip {
		return max(len(s), len(t))
	}
	var rows [3][longestSlip + 1]int
	older, old, row := &rows[0], &rows[1], &rows[2]
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(s); i++ {
		older, old, row = old, row, older
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(old[j]+1, row[j-1]+1, old[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
		}
	}
	return row[len(t)]
}
