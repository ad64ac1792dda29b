package kinds_test

import (
	"flag"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/layouts"
	"lectern/quiz"
	"lectern/quiz/kinds"
)

var update = flag.Bool("update", false, "write key.json and page.html of the cards anew")

// card is one question through every stage. People write question.md and
// marks.json, or, for a card named bad-…, question.md and messages; key.json
// and page.html are written by -update.
type card struct {
	path    string
	archive *txtar.Archive
}

// cards returns the cards of a kind, good or bad.
func cards(t *testing.T, k quiz.Kind, bad bool) []card {
	t.Helper()
	return cardsIn(t, "../"+k.Name()+"/testdata", bad)
}

func cardsIn(t *testing.T, folder string, bad bool) []card {
	t.Helper()
	paths, err := filepath.Glob(folder + "/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var found []card
	for _, path := range paths {
		if strings.HasPrefix(filepath.Base(path), "bad-") != bad {
			continue
		}
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, card{path, archive})
	}
	return found
}

func (c card) name() string { return strings.TrimSuffix(filepath.Base(c.path), ".txtar") }

func (c card) file(name string) string {
	for _, f := range c.archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// read takes question.md through Markdown and the real catalog.
func (c card) read(t *testing.T) ([]quiz.Question, string) {
	t.Helper()
	f, err := source.New("question.md", []byte(c.file("question.md")))
	if err != nil {
		t.Fatal(err)
	}
	var d diag.List
	m := markdown.New(markdown.Options{Kinds: kinds.All(), Say: english(t).Say, HTML: true, Smart: true})
	doc := m.Parse(f, markdown.Request{Body: f.All(), Slug: "card"}, &d)
	var messages strings.Builder
	d.Print(&messages)
	return doc.Questions, messages.String()
}

func (c card) question(t *testing.T) quiz.Question {
	t.Helper()
	questions, messages := c.read(t)
	if messages != "" || len(questions) != 1 {
		t.Fatalf("%s holds %d questions, want one without messages:\n%s", c.path, len(questions), messages)
	}
	return questions[0]
}

func english(t *testing.T) *layouts.Words {
	t.Helper()
	var d diag.List
	words := layouts.ReadWords(layouts.Over(nil), "en", &d)
	if words == nil {
		t.Fatal("the English words cannot be read")
	}
	return words
}

// page renders the question as a lesson's only one.
func page(t *testing.T, q quiz.Question) string {
	t.Helper()
	r, err := quiz.NewRenderer(kinds.All())
	if err != nil {
		t.Fatal(err)
	}
	var w strings.Builder
	err = r.Render(&w, quiz.View{Question: q, Number: 1, Of: 1, Words: english(t), Fill: func(p prose.Text) string {
		return p.Fill(func(b *strings.Builder, r prose.Ref) { b.WriteString(html.EscapeString(r.Target)) })
	}})
	if err != nil {
		t.Fatal(err)
	}
	return w.String()
}

// golden compares one of a card's golden files, or writes it.
func (c card) golden(t *testing.T, name, data string) {
	t.Helper()
	switch {
	case c.file(name) == data:
	case !*update:
		t.Errorf("%s of %s is not what it was; if it is better now, run with -update. It is\n%s", name, c.path, data)
	default:
		c.set(name, data)
		if err := os.WriteFile(c.path, txtar.Format(c.archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func (c card) set(name, data string) {
	for i := range c.archive.Files {
		if c.archive.Files[i].Name == name {
			c.archive.Files[i].Data = []byte(data)
			return
		}
	}
	c.archive.Files = append(c.archive.Files, txtar.File{Name: name, Data: []byte(data)})
}
