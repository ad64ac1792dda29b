package search

import (
	"strings"
	"testing"
	"unicode"
)

// Whatever somebody looks up, in an index of one file and of many, the page answers with places that there are, and finds
// the words that Go does.
func FuzzQuery(f *testing.F) {
	for _, query := range append([]string{
		"", " ", "kettle", "kettl", "hosuing ", "<img src=x onerror=evil()>", "__proto__ constructor hasOwnProperty", "*", "kett*", "%", "\\", "'", "a b c d e f g h i j",
		strings.Repeat("'", 100_000) + "x" + strings.Repeat("'", 100_000) + "x", strings.Repeat("a ", 200_000), strings.Repeat("k", 100_000), strings.Repeat("qu'", 30_000),
	}, knots...) {
		f.Add(query)
	}
	courses := [][]Place{tea, large(20)}
	var indexes []map[string]any
	for _, places := range courses {
		files, first := filesOf(places)
		indexes = append(indexes, map[string]any{"files": files, "first": first})
	}
	ask[int](f, "hold", indexes)
	f.Fuzz(func(t *testing.T, query string) {
		query = strings.ToValidUTF8(query, "?")
		for i, found := range ask[[][]int](t, "searchHeld", query) {
			there := map[int]bool{}
			for _, place := range found {
				if place < 0 || place >= len(courses[i]) || there[place] {
					t.Errorf("%.80q finds place %d of %d, or finds it twice", query, place, len(courses[i]))
				}
				there[place] = true
			}
		}
		if !strings.ContainsFunc(query, func(r rune) bool { return unicode.Is(unicode.Cn, r) }) {
			wordsAlike(t, []string{query})
		}
	})
}
