package search

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// tea is a small course.
var tea = []Place{
	{Kind: Page, Address: "tea/pot.html", Title: "A pot of tea", Text: "Water, leaves, and time. Housing is not about tea."},
	{Kind: Section, Address: "tea/pot.html", Title: "A pot of tea", Fragment: "warm", Heading: "Warm the pot", Text: "A cosy keeps it warm. Welcome to the kettle. Élan."},
	{Kind: Question, Address: "tea/pot.html", Title: "A pot of tea", Fragment: "q-1", Heading: "What do you warm first when the kettle has boiled?"},
	{Kind: Page, Address: "home/housing.html", Title: "Housing", Text: "Where people live."},
	{Kind: Section, Address: "home/housing.html", Title: "Housing", Fragment: "rent", Heading: "Rent", Text: "l’eau chaude. The community center says: kettle kettle."},
	{Kind: Term, Address: "glossary.html", Title: "Glossary", Fragment: "term-kettle", Heading: "Kettle", Text: "What water boils in. Tea cosy."},
}

// filesOf makes an index: its files by their paths, and the one that is read first.
func filesOf(places []Place) (files map[string]string, first string) {
	files = map[string]string{}
	for i, f := range Index(places) {
		if files[f.Path] = string(f.Data); i == 0 {
			first = f.Path
		}
	}
	return files, first
}

// look returns the places found for each query, best first, and how many bytes
// were read for it.
func look(t testing.TB, places []Place, queries ...string) (found [][]int, read []int) {
	t.Helper()
	files, first := filesOf(places)
	type answer struct {
		Places  []int
		Touched []string
	}
	for _, a := range ask[[]answer](t, "search", map[string]any{"files": files, "first": first, "queries": queries}) {
		sum := 0
		for _, path := range a.Touched {
			sum += gzipped([]byte(files[path]))
		}
		found, read = append(found, a.Places), append(read, sum)
	}
	return found, read
}

func TestTheBestPlaceComesFirst(t *testing.T) {
	wanted := map[string]int{
		"housing":       3, // the title beats the text
		"warm":          1, // a heading beats what is asked
		"kettle":        5, // a term beats texts, however often they say it
		"kettl":         5, // the beginning of a word
		"boiled kettle": 2, // all words beat one
		"elan":          1, // without the accent
		"ÉLAN":          1,
		"eau":           4,
		"l'eau":         4,
		"d’eau":         4,
		"hosuing":       3, // two letters in each other's place
		"comunity":      4, // a letter is missing
		"kettlle":       5, // a letter too many
		"comunityy ":    4, // two slips in a long word
		"pot warm":      1,
		"rent housing":  4, // one word in the title above
	}
	queries := slices.Sorted(maps.Keys(wanted))
	found, _ := look(t, tea, queries...)
	for i, query := range queries {
		if len(found[i]) == 0 || found[i][0] != wanted[query] {
			t.Errorf("%q finds %v, want %d first", query, found[i], wanted[query])
		}
	}
}

func TestWhatIsNotThereIsNotFound(t *testing.T) {
	queries := []string{"zebra", "xyz", "constructor", "__proto__", "toString", "pto", "hou "}
	found, _ := look(t, tea, queries...)
	for i, query := range queries {
		if len(found[i]) > 0 {
			t.Errorf("%q finds %v", query, found[i])
		}
	}
}

func TestAnEmptyCourseHasAnIndex(t *testing.T) {
	if found, _ := look(t, nil, "tea"); len(found[0]) > 0 {
		t.Errorf("found %v in nothing", found[0])
	}
}

func TestASmallIndexIsOneFile(t *testing.T) {
	if files := Index(tea); len(files) != 1 {
		t.Errorf("it has %d files", len(files))
	}
}

func TestIndexIsTheSameToTheByte(t *testing.T) {
	places := large(100)
	want := Index(places)
	for range 3 {
		got := Index(places)
		for i := range want {
			if got[i].Path != want[i].Path || !bytes.Equal(got[i].Data, want[i].Data) {
				t.Fatalf("%s is another", want[i].Path)
			}
		}
	}
}

func TestAChangedTextLeavesMostFilesAsTheyAre(t *testing.T) {
	places := large(300)
	before := map[string]bool{}
	for _, f := range Index(places) {
		before[f.Path] = true
	}
	places[len(places)/2].Text += " Unheardof."
	changed := 0
	for _, f := range Index(places) {
		if !before[f.Path] {
			changed++
		}
	}
	if changed == 0 || changed > len(before)/4 {
		t.Errorf("%d of %d files changed", changed, len(before))
	}
}

// A search in the largest course reads no more than a page weighs.
func TestASearchInAThousandLessonsReadsLittle(t *testing.T) {
	places := large(1000)
	files := Index(places)
	var all int
	for _, f := range files {
		all += len(f.Data)
		if len(f.Data) > whole {
			t.Errorf("%s has %d bytes", f.Path, len(f.Data))
		}
	}
	t.Logf("%d places in %d files of %d bytes", len(places), len(files), all)
	vocabulary := invented(4000)
	queries := []string{"b", "ba", "bad", "dabo", "lesson", "lesson 77", vocabulary[0], vocabulary[40] + " " + vocabulary[3000], vocabulary[1] + " " + vocabulary[2] + " " + vocabulary[3]}
	found, read := look(t, places, queries...)
	for i, query := range queries {
		t.Logf("%q: %d places, %d bytes", query, len(found[i]), read[i])
		if read[i] > 60_000 {
			t.Errorf("%q reads %d bytes compressed, %d too many", query, read[i], read[i]-60_000)
		}
		if len(found[i]) == 0 {
			t.Errorf("%q finds nothing", query)
		}
	}
}

func TestEveryWordOfALargeCourseIsFound(t *testing.T) {
	places := large(200)
	for i := 0; i < len(places); i += 97 {
		places[i].Heading = fmt.Sprintf("Only%dhere Ωmega𐐀%d", i, i)
	}
	if files := Index(places); len(files) < 20 {
		t.Fatalf("only %d files: nothing is split", len(files))
	}
	var queries []string
	var want []int
	for i := 0; i < len(places); i += 97 {
		if places[i].Kind != Page {
			queries, want = append(queries, fmt.Sprintf("only%dhere", i), fmt.Sprintf("ωMEGA𐐀%d ", i)), append(want, i, i)
		}
	}
	found, _ := look(t, places, queries...)
	for i, query := range queries {
		if len(found[i]) != 1 || found[i][0] != want[i] {
			t.Errorf("%q finds %v, want %d", query, found[i], want[i])
		}
	}
}

func TestLongTextsAreCutForShowAndFoundInFull(t *testing.T) {
	long := []Place{{Kind: Page, Address: "a.html", Title: "Long", Text: strings.Repeat("много слов ", 4000) + "needle"}}
	if found, _ := look(t, long, "needle"); len(found[0]) != 1 {
		t.Error("the last word is not found")
	}
	if size := len(Index(long)[0].Data); size > 5000 {
		t.Errorf("the index has %d bytes", size)
	}
}
