package reference

import (
	"os"
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/source"
)

// parse reads text and returns what was printed about it.
func parse(t testing.TB, text string) (*Library, string) {
	t.Helper()
	f, err := source.New("references.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var d diag.List
	l := Parse(f, &d)
	var out strings.Builder
	d.Print(&out)
	return l, out.String()
}

// library reads text that must be without fault.
func library(t testing.TB, text string) *Library {
	t.Helper()
	l, messages := parse(t, text)
	if messages != "" {
		t.Fatalf("unexpected messages:\n%s", messages)
	}
	return l
}

func sourceLibrary(t testing.TB) *Library {
	t.Helper()
	text, err := os.ReadFile("testdata/sources.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return library(t, string(text))
}

// item reads the fields of one work, given without its id.
func item(t testing.TB, fields string) Item {
	t.Helper()
	l := library(t, "- id: it\n  "+strings.ReplaceAll(strings.TrimSpace(fields), "\n", "\n  ")+"\n")
	it, ok := l.Item("it")
	if !ok {
		t.Fatal("the work was not read")
	}
	return it
}

// cite writes what stands between the brackets of a citation.
func cite(t testing.TB, l *Library, inside string) []Part {
	t.Helper()
	c, ok := ParseCitation(inside)
	if !ok {
		t.Fatalf("%q is not read as a citation", inside)
	}
	parts, ok := l.Cite(c)
	if !ok {
		t.Fatalf("%q names a work that is not there", inside)
	}
	return parts
}

func ids(items []Item) string {
	var out []string
	for _, it := range items {
		out = append(out, it.ID)
	}
	return strings.Join(out, " ")
}
