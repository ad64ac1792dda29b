package reference

import (
	"strings"
	"testing"
)

func TestDates(t *testing.T) {
	for _, c := range []struct{ issued, inList, inText string }{
		{"{date-parts: [[2001, 4, 4]]}", "2001, April 4", "2001"},
		{`{date-parts: [["2001", "4", ""]]}`, "2001, April", "2001"},
		{"{date-parts: [[2001]], circa: true}", "ca. 2001", "ca. 2001"},
		{"{date-parts: [[2001], [2004]]}", "2001–2004", "2001–2004"},
		{"{date-parts: [[2001, 5, 1], [2001, 5, 3]]}", "2001, May 1", "2001"},
		{"{date-parts: [[-350]]}", "350 B.C.E.", "350 B.C.E."},
		{"{date-parts: [[2001]], season: 2}", "2001, Summer", "2001"},
		{"{date-parts: [[2001]], season: Winter}", "2001, Winter", "2001"},
		{"{date-parts: [[2001, 21]]}", "2001, Spring", "2001"},
		{"{date-parts: []}", "n.d.", "n.d."},
		{"{date-parts: [[]]}", "n.d.", "n.d."},
		{"[{year: 2001, month: 4, day: 4}]", "2001, April 4", "2001"},
		{"[{year: 2001}, {year: 2002}]", "2001–2002", "2001–2002"},
		{"{year: 2001, month: 12}", "2001, December", "2001"},
		{"2001", "2001", "2001"},
		{"2001-04-04", "2001, April 4", "2001"},
		{`"2001-04-04"`, "2001, April 4", "2001"},
		{"2001-04-04T10:20:30Z", "2001, April 4", "2001"},
		{"2001-04", "2001, April", "2001"},
		{"2001~", "ca. 2001", "ca. 2001"},
		{"2001/2003", "2001–2003", "2001–2003"},
		{"in press", "in press", "in press"},
		{"{literal: forthcoming}", "forthcoming", "forthcoming"},
		{"{raw: 2001-04-04}", "2001, April 4", "2001"},
		{"{literal: Easter 2001}", "Easter 2001", "2001"},
		{"Spring 2001", "Spring 2001", "2001"},
		{"n.d.", "n.d.", "n.d."},
		{"null", "n.d.", "n.d."},
	} {
		l := library(t, "- {id: it, type: report, title: T, author: [{literal: G}], issued: "+c.issued+"}\n")
		it, _ := l.Item("it")
		if got, want := it.Text(), "G. ("+c.inList+"). T."; got != want {
			t.Errorf("issued: %s: got %q, want %q", c.issued, got, want)
		}
		if got, want := PlainText(cite(t, l, "@it")), "(G, "+c.inText+")"; got != want {
			t.Errorf("issued: %s: got %q, want %q", c.issued, got, want)
		}
	}
}

func TestARetrievalNoteIsForUndatedWorksOnly(t *testing.T) {
	const page = "type: webpage\ntitle: T\nauthor: [{literal: G}]\n"
	const address = "URL: https://example.org/\n"
	for _, c := range []struct{ fields, want string }{
		{page + address + "accessed: 2020-10-11", "G. (n.d.). T. Retrieved October 11, 2020, from https://example.org/"},
		{page + address + "accessed: 2020", "G. (n.d.). T. Retrieved 2020, from https://example.org/"},
		{page + address, "G. (n.d.). T. https://example.org/"},
		{page + address + "accessed: 2020-10-11\nissued: 2019", "G. (2019). T. https://example.org/"},
		{page + "accessed: 2020-10-11", "G. (n.d.). T."},
		{page + address + "accessed: 2020-10-11\nDOI: 10.1234/a", "G. (n.d.). T. https://doi.org/10.1234/a"},
	} {
		if got := item(t, c.fields).Text(); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", strings.TrimSpace(c.fields), got, c.want)
		}
	}
}
