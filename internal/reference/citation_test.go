package reference

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"lectern/internal/source"
)

func TestParseCitation(t *testing.T) {
	for text, want := range map[string][]Key{
		"@tracy2016": {{ID: "tracy2016", At: source.Range{Start: 1, End: 10}}},
		"@tracy2016, p. 143; see @cyr2016": {
			{ID: "tracy2016", Locator: "p. 143", At: source.Range{Start: 1, End: 10}},
			{ID: "cyr2016", Prefix: "see", At: source.Range{Start: 25, End: 32}},
		},
		" e.g., @a , pp. 3–5 ":         {{ID: "a", Prefix: "e.g.,", Locator: "pp. 3–5", At: source.Range{Start: 8, End: 9}}},
		"@a para. 4":                   {{ID: "a", Locator: "para. 4", At: source.Range{Start: 1, End: 2}}},
		"@a,":                          {{ID: "a", At: source.Range{Start: 1, End: 2}}},
		"-@a, chapter 2":               {{ID: "a", Locator: "chapter 2", YearOnly: true, At: source.Range{Start: 2, End: 3}}},
		"see -@a":                      {{ID: "a", Prefix: "see", YearOnly: true, At: source.Range{Start: 6, End: 7}}},
		"@{http://x.org/items/A_1}, 5": {{ID: "http://x.org/items/A_1", Locator: "5", At: source.Range{Start: 2, End: 24}}},
		"@doi:10.1000/x-y":             {{ID: "doi:10.1000/x-y", At: source.Range{Start: 1, End: 16}}},
		"@été2016":                     {{ID: "été2016", At: source.Range{Start: 1, End: 10}}},
		"@a, see me@home.org":          {{ID: "a", Locator: "see me@home.org", At: source.Range{Start: 1, End: 2}}},
	} {
		c, ok := ParseCitation(text)
		if !ok || c.Narrative || !reflect.DeepEqual(c.Keys, want) {
			t.Errorf("[%s]\n got %+v %v\nwant %+v", text, c.Keys, ok, want)
		}
	}
}

func TestOtherBracketsAreNoCitations(t *testing.T) {
	for _, text := range []string{"", " ", "x", "@", "@ a", "see", "me@home.org", "@a;", ";@a", "@a; b", "@a, @b", "@a@b", "@a.", "@a)", "@{a", "@{}", "@{a b}", "--@a", "@-a", "x-@a"} {
		if c, ok := ParseCitation(text); ok {
			t.Errorf("[%s] is read as %+v", text, c)
		}
	}
}

func TestScanKeyLeavesThePunctuationOfTheSentence(t *testing.T) {
	for text, want := range map[string]string{
		"tracy2016.":           "tracy2016",
		"tracy2016, who":       "tracy2016",
		"tracy2016's":          "tracy2016",
		"tracy2016)":           "tracy2016",
		"tracy.2016: yes":      "tracy.2016",
		"a--b":                 "a",
		"a_b":                  "a_b",
		"{a.}b":                "a.",
		"":                     "",
		"?":                    "",
		".a":                   "",
		"{tracy2016":           "",
		"Straße–Weg":           "Straße",
		"nisga’a":              "nisga",
		"x/y?z=1&w#f and more": "x/y?z",
	} {
		id, size := ScanKey(text)
		if id != want {
			t.Errorf("%q: got %q, want %q", text, id, want)
		}
		if braces := strings.HasPrefix(text, "{") && want != ""; !braces && size != len(want) || braces && size != len(want)+2 {
			t.Errorf("%q: %d bytes are said to be read", text, size)
		}
	}
}

func FuzzParseCitation(f *testing.F) {
	for _, text := range []string{"@tracy2016, p. 143; see @cyr2016", "-@a", "@{a b}", "@{http://x}", "@é, é@", "; @", "\xff@a\xff", "@\u00a0a"} {
		f.Add(text)
	}
	l := library(f, shelf)
	f.Fuzz(func(t *testing.T, text string) {
		c, ok := ParseCitation(text)
		if !utf8.ValidString(text) {
			return // a lesson is UTF-8; it is enough that nothing panics
		}
		if ok != (len(c.Keys) > 0) {
			t.Fatalf("%q: ok is %v with %d works", text, ok, len(c.Keys))
		}
		for i, key := range c.Keys {
			if got := text[key.At.Start:key.At.End]; got != key.ID || key.ID == "" {
				t.Errorf("%q: the id %q is said to be at %q", text, key.ID, got)
			}
			c.Keys[i].ID = []string{"plan", "smith2018", "news"}[i%3]
		}
		parts, cited := l.Cite(c)
		if cited != ok {
			t.Errorf("%q: read as a citation: %v, cited: %v", text, ok, cited)
		}
		linked := 0
		for _, p := range parts {
			if p.ID != "" {
				linked++
			}
			checkInert(t, p.HTML)
		}
		if linked != len(c.Keys) {
			t.Errorf("%q: %d works are linked, not %d", text, linked, len(c.Keys))
		}
	})
}
