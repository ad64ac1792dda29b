package markdown_test

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/util"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/layouts"
	"lectern/quiz/kinds"
)

// english are the options of a course in English, as package site sets them.
func english(t testing.TB) markdown.Options {
	t.Helper()
	return markdown.Options{
		Kinds: kinds.All(),
		Say:   wordsOf(t, "en").Say,
		HTML:  true,
		Smart: true,
		Icons: []string{"house", "door", "people"},
	}
}

// wordsOf are the theme's own sentences in a language.
func wordsOf(t testing.TB, language string) *layouts.Words {
	t.Helper()
	var d diag.List
	words := layouts.ReadWords(layouts.Over(nil), language, &d)
	if words == nil {
		t.Fatalf("the theme has no words in %s", language)
	}
	return words
}

// parse reads text as the lesson "lesson" of the file lesson.md.
func parse(t testing.TB, m *markdown.Markdown, text string, r markdown.Request) (*markdown.Document, *diag.List) {
	t.Helper()
	f, err := source.New("lesson.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r.Body, r.Slug = f.All(), "lesson"
	var d diag.List
	return m.Parse(f, r, &d), &d
}

// asWritten fills links and pictures with the address the author wrote, as
// CommonMark itself does.
func asWritten(text prose.Text) string {
	return text.Fill(func(b *strings.Builder, r prose.Ref) {
		address := string(util.EscapeHTML(util.URLEscape([]byte(r.Target), false)))
		if r.Kind == prose.Image {
			address = ` src="` + address + `"`
		}
		b.WriteString(address)
	})
}

func messages(d *diag.List) string {
	var b strings.Builder
	d.Print(&b)
	return b.String()
}
