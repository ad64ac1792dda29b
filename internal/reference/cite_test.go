package reference

import (
	"reflect"
	"strings"
	"testing"
)

const shelf = `
- {id: cyr2016, type: report, title: Making the case, issued: 2016, author: [{family: Cyr, given: C.}, {family: McKee, given: H.}, {family: Priest, given: R.}]}
- {id: tracy2016, type: article-journal, title: Benefits, container-title: J, issued: 2016, author: [{family: Tracy, given: K.}, {family: Wallace, given: S. P.}]}
- {id: mhcc, type: webpage, title: Peer support, author: [{literal: Mental Health Commission of Canada}]}
- {id: plan, type: report, title: "A plan for the region and its many towns: Part 1", issued: 2018}
- {id: news, type: article-newspaper, title: "Peer-led groups in the north grow", container-title: The Example Times, issued: 2019-02-03}
- {id: short, type: book, title: Understanding of things, title-short: On things, issued: 2020}
- {id: smith2016b, type: book, title: The zebra, issued: 2016, author: [{family: Smith, given: Ann}]}
- {id: smith2016a, type: book, title: A yak, issued: 2016, author: [{family: Smith, given: Ann}]}
- {id: smith2018, type: book, title: Later, issued: 2018, author: [{family: Smith, given: Ann}]}
- {id: smithnd, type: book, title: Some day, author: [{family: Smith, given: Ann}]}
- {id: smithpress, type: book, title: Soon, issued: in press, author: [{family: Smith, given: Ann}]}
- {id: berg2001, type: book, title: Hills, issued: 2001, author: [{family: Berg, non-dropping-particle: van der, given: Jan}]}
`

func TestCitations(t *testing.T) {
	l := library(t, shelf)
	for inside, want := range map[string]string{
		"@tracy2016":                           "(Tracy & Wallace, 2016)",
		"@tracy2016, p. 143":                   "(Tracy & Wallace, 2016, p. 143)",
		"@tracy2016, pp. 143-145":              "(Tracy & Wallace, 2016, pp. 143–145)",
		"@tracy2016, 143":                      "(Tracy & Wallace, 2016, p. 143)",
		"@tracy2016, 143--145":                 "(Tracy & Wallace, 2016, pp. 143–145)",
		"@tracy2016 para. 4":                   "(Tracy & Wallace, 2016, para. 4)",
		"see @tracy2016, chapter 2":            "(see Tracy & Wallace, 2016, chapter 2)",
		"-@tracy2016, p. 143":                  "(2016, p. 143)",
		"@cyr2016":                             "(Cyr et al., 2016)",
		"@mhcc":                                "(Mental Health Commission of Canada, n.d.)",
		"@plan":                                "(A Plan for the Region, 2018)",
		"@news":                                "(“Peer-Led Groups in the North,” 2019)",
		"@short":                               "(On Things, 2020)",
		"@berg2001":                            "(van der Berg, 2001)",
		"@tracy2016; @cyr2016":                 "(Cyr et al., 2016; Tracy & Wallace, 2016)",
		"@tracy2016, p. 143; see @cyr2016":     "(Tracy & Wallace, 2016, p. 143; see Cyr et al., 2016)",
		"see @tracy2016; @cyr2016":             "(see Cyr et al., 2016; Tracy & Wallace, 2016)",
		"@tracy2016; see also @plan; @cyr2016": "(Tracy & Wallace, 2016; see also Cyr et al., 2016; A Plan for the Region, 2018)",
		"@smith2016a":                          "(Smith, 2016a)",
		"@smith2016b; @smith2016a":             "(Smith, 2016a, 2016b)",
		"@smith2018; @smithpress; @smith2016a; @smithnd": "(Smith, n.d., 2016a, 2018, in press)",
		"@smith2016a, p. 1; @smith2018, p. 2":            "(Smith, 2016a, p. 1; Smith, 2018, p. 2)",
		"@smith2018; @cyr2016; @smith2016b":              "(Cyr et al., 2016; Smith, 2016b, 2018)",
		"@news; @mhcc; @tracy2016":                       "(Mental Health Commission of Canada, n.d.; “Peer-Led Groups in the North,” 2019; Tracy & Wallace, 2016)",
	} {
		if got := PlainText(cite(t, l, inside)); got != want {
			t.Errorf("[%s]\n got %s\nwant %s", inside, got, want)
		}
	}
}

func TestNarrativeCitations(t *testing.T) {
	l := library(t, shelf)
	for _, c := range []struct {
		keys []Key
		want string
	}{
		{[]Key{{ID: "tracy2016"}}, "Tracy and Wallace (2016)"},
		{[]Key{{ID: "tracy2016", Locator: "p. 143"}}, "Tracy and Wallace (2016, p. 143)"},
		{[]Key{{ID: "cyr2016"}}, "Cyr et al. (2016)"},
		{[]Key{{ID: "mhcc"}}, "Mental Health Commission of Canada (n.d.)"},
		{[]Key{{ID: "news"}}, "“Peer-Led Groups in the North” (2019)"},
		{[]Key{{ID: "smith2016b"}}, "Smith (2016b)"},
		{[]Key{{ID: "tracy2016"}, {ID: "cyr2016"}}, "Cyr et al. (2016); Tracy and Wallace (2016)"},
	} {
		parts, ok := l.Cite(Citation{Keys: c.keys, Narrative: true})
		if got := PlainText(parts); !ok || got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestEachWorkOfACitationIsAPartOfItsOwn(t *testing.T) {
	l := library(t, shelf)
	got := cite(t, l, "see @tracy2016, p. 143; @plan; @news; also @smith2018; @smith2016a")
	want := []Part{
		{"", "(see ", "(see "},
		{"news", "“Peer-Led Groups in the North,” 2019", "“Peer-Led Groups in the North,” 2019"},
		{"", "; ", "; "},
		{"plan", "A Plan for the Region, 2018", "<em>A Plan for the Region</em>, 2018"},
		{"", "; ", "; "},
		{"tracy2016", "Tracy & Wallace, 2016, p. 143", "Tracy &amp; Wallace, 2016, p. 143"},
		{"", "; also ", "; also "},
		{"smith2016a", "Smith, 2016a", "Smith, 2016a"},
		{"", ", ", ", "},
		{"smith2018", "2018", "2018"},
		{"", ")", ")"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
}

func TestUnknownWorksAreNotCited(t *testing.T) {
	l := library(t, shelf)
	for _, c := range []Citation{{}, {Keys: []Key{{ID: "nobody"}}}, {Keys: []Key{{ID: "tracy2016"}, {ID: "nobody"}}}, {Keys: []Key{{ID: "nobody"}}, Narrative: true}} {
		if parts, ok := l.Cite(c); ok || parts != nil {
			t.Errorf("%+v is cited as %q", c, PlainText(parts))
		}
	}
	if _, ok := new(Library).Cite(Citation{Keys: []Key{{ID: "nobody"}}}); ok {
		t.Error("the empty library cites a work")
	}
}

func TestLettersTellWorksOfOneYearApart(t *testing.T) {
	l := library(t, `
- {id: b, type: report, title: The north, issued: 2016, author: [{literal: G}]}
- {id: a, type: report, title: An east, issued: 2016, author: [{literal: G}]}
- {id: dated, type: report, title: A first by title, issued: 2016-03-02, author: [{literal: G}]}
- {id: later, type: report, title: A first by title, issued: 2016-05-02, author: [{literal: G}]}
- {id: n2, type: webpage, title: West, author: [{literal: G}]}
- {id: n1, type: webpage, title: South, author: [{literal: G}]}
- {id: p2, type: book, title: West, issued: in press, author: [{literal: G}]}
- {id: p1, type: book, title: South, issued: in press, author: [{literal: G}]}
- {id: other, type: book, title: South, issued: 2017, author: [{literal: G}]}
`)
	var got strings.Builder
	for _, it := range l.Sorted() {
		got.WriteString(it.Text() + " " + PlainText(cite(t, l, "@"+it.ID)) + "\n")
	}
	const want = `G. (n.d.-a). South. (G, n.d.-a)
G. (n.d.-b). West. (G, n.d.-b)
G. (2016a). An east. (G, 2016a)
G. (2016b). The north. (G, 2016b)
G. (2016c, March 2). A first by title. (G, 2016c)
G. (2016d, May 2). A first by title. (G, 2016d)
G. (2017). South. (G, 2017)
G. (in press-a). South. (G, in press-a)
G. (in press-b). West. (G, in press-b)
`
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

func TestDifferentAuthorsAreToldApart(t *testing.T) {
	l := library(t, `
- {id: hasan1, type: book, title: T, issued: 2015, author: [{family: Hasan, given: A}, {family: Liang, given: B}, {family: Kahn, given: C}, {family: Weber, given: D}, {family: Last, given: E}]}
- {id: hasan2, type: book, title: U, issued: 2015, author: [{family: Hasan, given: A}, {family: Liang, given: B}, {family: Smith, given: C}, {family: Weber, given: D}, {family: Last, given: E}]}
- {id: hasan3, type: book, title: V, issued: 2016, author: [{family: Hasan, given: A}, {family: Liang, given: B}, {family: Smith, given: C}]}
- {id: kapoor1, type: book, title: T, issued: 2017, author: [{family: Kapoor, given: A}, {family: Bloom, given: B}, {family: Montez, given: C}]}
- {id: kapoor2, type: book, title: U, issued: 2017, author: [{family: Kapoor, given: A}, {family: Bloom, given: B}, {family: Zucker, given: C}]}
- {id: light1, type: book, title: T, issued: 2006, author: [{family: Light, given: Ivan}]}
- {id: light2, type: book, title: T, issued: 2008, author: [{family: Light, given: Mia A.}, {family: Light, given: Ivan}]}
- {id: poe1, type: book, title: T, issued: 2001, author: [{family: Poe, given: Ann}]}
- {id: poe2, type: book, title: T, issued: 2002, author: [{family: Poe, given: Ann Bea}]}
- {id: same1, type: book, title: T, issued: 2001, author: [{family: Roe, given: A}, {family: Doe, given: A}, {family: Zoe, given: A}]}
- {id: same2, type: book, title: U, issued: 2001, author: [{family: Roe, given: A}, {family: Doe, given: A}, {family: Zoe, given: A}]}
`)
	for id, want := range map[string]string{
		"hasan1":  "(Hasan, Liang, Kahn, et al., 2015)",
		"hasan2":  "(Hasan, Liang, Smith, et al., 2015)",
		"hasan3":  "(Hasan et al., 2016)",
		"kapoor1": "(Kapoor, Bloom, & Montez, 2017)",
		"kapoor2": "(Kapoor, Bloom, & Zucker, 2017)",
		"light1":  "(I. Light, 2006)",
		"light2":  "(M. A. Light & Light, 2008)",
		"poe1":    "(Poe, 2001)",
		"poe2":    "(Poe, 2002)",
		"same1":   "(Roe et al., 2001a)",
		"same2":   "(Roe et al., 2001b)",
	} {
		if got := PlainText(cite(t, l, "@"+id)); got != want {
			t.Errorf("%s: got %s, want %s", id, got, want)
		}
	}
}

func TestLetterSuffixesNeverEnd(t *testing.T) {
	for n, want := range map[int]string{0: "a", 25: "z", 26: "aa", 27: "ab", 51: "az", 52: "ba", 702: "aaa"} {
		if got := letterSuffix(n); got != want {
			t.Errorf("work %d gets %q, want %q", n, got, want)
		}
	}
}
