package markdown_test

import (
	"reflect"
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/source"
)

func TestBareAddressesBecomeLinks(t *testing.T) {
	m := markdown.New(english(t))
	for text, want := range map[string]string{
		"See https://a.example/b.":     `<a href="https://a.example/b">`,
		"http://a.example":             `<a href="http://a.example">`,
		"(www.a.example)":              `<a href="http://www.a.example">`,
		"Ask *sam@a.example* or [@x].": `<a href="mailto:sam@a.example">`,
		"ftp://a.example/c":            `<a href="ftp://a.example/c">`,
	} {
		doc, _ := parse(t, m, text, markdown.Request{})
		if !strings.Contains(doc.Body.HTML, want) {
			t.Errorf("%s becomes %s, want %s", text, doc.Body.HTML, want)
		}
	}
}

// Where no address can be, not looking for one makes no difference.
func FuzzBareAddresses(f *testing.F) {
	for _, text := range append(seeds(f), "[@x; @y] (@z) ;@a\n@b a@b.example", "*w*ww.a.example ~www.b~ http:/ /x https:x", "a **b** _c_ (d) ~~e~~ \"f\" -- g... h\n\ti\\\nj  \nk", "l      \nm", "m  \tn \t \no\t\t\np  \nq\\\nr") {
		f.Add(text)
	}
	m := markdown.New(english(f))
	wary := markdown.Wary(m)
	f.Fuzz(func(t *testing.T, text string) {
		file, err := source.New("lesson.md", []byte(text))
		if err != nil {
			t.Skip()
		}
		var d, wantD diag.List
		r := markdown.Request{Body: file.SplitFrontMatter().Body, Slug: "lesson"}
		got, want := m.Parse(file, r, &d), wary.Parse(file, r, &wantD)
		if !reflect.DeepEqual(got.Body, want.Body) || !reflect.DeepEqual(d.Sorted(), wantD.Sorted()) {
			t.Fatalf("%q becomes\n%s\nand should become\n%s", text, got.Body.HTML, want.Body.HTML)
		}
		for i, q := range got.Questions {
			if got, want := q.Base().Stem, want.Questions[i].Base().Stem; !reflect.DeepEqual(got, want) {
				t.Errorf("the question is %v, and should be %v", got, want)
			}
		}
	})
}
