// Package cards reads the cards of the kinds of question. Only tests use it:
// those in a kind's own folder, and those in quiz/kinds over all kinds.
package cards

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/source"
	"lectern/layouts"
	"lectern/quiz"
)

// Card is one question through every stage. People write question.md and
// marks.json, or, for a card named bad-…, question.md and messages; key.json
// and page.html are golden.
type Card struct {
	Path    string
	Archive *txtar.Archive
}

// Good returns the cards in a folder that are questions.
func Good(t *testing.T, folder string) []Card { return in(t, folder, false) }

// Bad returns the cards in a folder that are refused or warned of.
func Bad(t *testing.T, folder string) []Card { return in(t, folder, true) }

func in(t *testing.T, folder string, bad bool) []Card {
	t.Helper()
	paths, err := filepath.Glob(folder + "/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var found []Card
	for _, path := range paths {
		if strings.HasPrefix(filepath.Base(path), "bad-") != bad {
			continue
		}
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, Card{path, archive})
	}
	return found
}

// Name is the name of the card's file, without its ending.
func (c Card) Name() string { return strings.TrimSuffix(filepath.Base(c.Path), ".txtar") }

// File returns a part of the card, "" when it has none of that name.
func (c Card) File(name string) string {
	for _, f := range c.Archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// Set replaces a part of the card, or adds it. The card's file stays as it is.
func (c Card) Set(name, data string) {
	for i := range c.Archive.Files {
		if c.Archive.Files[i].Name == name {
			c.Archive.Files[i].Data = []byte(data)
			return
		}
	}
	c.Archive.Files = append(c.Archive.Files, txtar.File{Name: name, Data: []byte(data)})
}

// Read takes question.md through Markdown and the kinds given.
func (c Card) Read(t *testing.T, kinds ...quiz.Kind) (questions []quiz.Question, messages string) {
	t.Helper()
	var d diag.List
	return c.Document(t, "question.md", &d, kinds...).Questions, printed(&d)
}

// Document takes a part of the card through Markdown and the kinds given.
func (c Card) Document(t *testing.T, name string, d *diag.List, kinds ...quiz.Kind) *markdown.Document {
	t.Helper()
	f, err := source.New(name, []byte(c.File(name)))
	if err != nil {
		t.Fatal(err)
	}
	m := markdown.New(markdown.Options{Kinds: kinds, Say: English(t).Say, HTML: true, Smart: true})
	return m.Parse(f, markdown.Request{Body: f.All(), Slug: "card"}, d)
}

func printed(d *diag.List) string {
	var b strings.Builder
	d.Print(&b)
	return b.String()
}

// Question is the one question of a good card.
func (c Card) Question(t *testing.T, kinds ...quiz.Kind) quiz.Question {
	t.Helper()
	questions, messages := c.Read(t, kinds...)
	if messages != "" || len(questions) != 1 {
		t.Fatalf("%s holds %d questions, want one without messages:\n%s", c.Path, len(questions), messages)
	}
	return questions[0]
}

// English are the words of the interface.
func English(t *testing.T) *layouts.Words {
	t.Helper()
	var d diag.List
	words := layouts.ReadWords(layouts.Over(nil), "en", &d)
	if words == nil {
		t.Fatal("the English words cannot be read")
	}
	return words
}
