package search

import (
	"encoding/json"
	"fmt"
	"testing"
)

func TestTextsAreWrittenAsJSON(t *testing.T) {
	for _, text := range []string{"", "plain", `"quoted"`, `back\slash`, "a\nb\tc\x00", "<b> & </b>", "’« été » 日本 𝄞", "\u2028\u2029", "half \xe2\x80", "\x7f\xff"} {
		got := string(appendTexts(nil, text, text))
		one := string(encoded(text))
		if got != one+","+one {
			t.Errorf("%q is written as %s, want %s twice", text, got, one)
		}
	}
}

func TestPlacesAreWrittenByTheirPages(t *testing.T) {
	place := func(page, fragment string) Place {
		return Place{Kind: Section, Address: page + ".html", Title: page, Fragment: fragment, Heading: `"` + fragment + `"`, Text: "words"}
	}
	for _, c := range []struct {
		places []Place
		want   string
	}{
		{nil, ""},
		{[]Place{place("a", "x")}, `[["a.html","a",[[1,"x","\"x\"","words"]]]]`},
		{
			[]Place{place("a", "x"), place("a", "y"), place("b", "x")},
			`[["a.html","a",[[1,"x","\"x\"","words"],[1,"y","\"y\"","words"]]],["b.html","b",[[1,"x","\"x\"","words"]]]]`,
		},
	} {
		got := string(appendPlaces(nil, c.places))
		if got != c.want || got != "" && !json.Valid([]byte(got)) {
			t.Errorf("%s\nwant\n%s", got, c.want)
		}
	}
}

func TestNoPlaceIsLostWhereTheListIsCut(t *testing.T) {
	var places []Place
	for i := range 50 {
		places = append(places, Place{Address: fmt.Sprintf("%d.html", i/3), Text: fmt.Sprintf("text %d", i)})
	}
	var joined []Place
	pieces := cutPlaces(places, 40)
	for _, piece := range pieces {
		joined = append(joined, piece...)
	}
	if len(pieces) < 10 || fmt.Sprint(joined) != fmt.Sprint(places) {
		t.Errorf("%d pieces: %v", len(pieces), joined)
	}
}
