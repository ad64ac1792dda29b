package kinds_test

import (
	"flag"
	"html"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"lectern/internal/prose"
	"lectern/quiz"
	"lectern/quiz/cards"
	"lectern/quiz/kinds"
)

var update = flag.Bool("update", false, "write key.json and page.html of the cards anew")

// shared are the cards of what every kind refuses.
const shared = "../testdata"

func goodCards(t *testing.T, k quiz.Kind) []cards.Card { return cards.Good(t, folderOf(k)) }

func badCards(t *testing.T, k quiz.Kind) []cards.Card { return cards.Bad(t, folderOf(k)) }

func folderOf(k quiz.Kind) string { return "../" + k.Name() + "/testdata" }

// read takes a card through the real catalog.
func read(t *testing.T, c cards.Card) ([]quiz.Question, string) {
	t.Helper()
	return c.Read(t, kinds.All()...)
}

func question(t *testing.T, c cards.Card) quiz.Question {
	t.Helper()
	return c.Question(t, kinds.All()...)
}

// page renders the question as a lesson's only one.
func page(t *testing.T, q quiz.Question) string {
	t.Helper()
	r, err := quiz.NewRenderer(kinds.All())
	if err != nil {
		t.Fatal(err)
	}
	var w strings.Builder
	err = r.Render(&w, quiz.View{Question: q, Number: 1, Of: 1, Words: cards.English(t), Fill: func(p prose.Text) string {
		return p.Fill(func(b *strings.Builder, r prose.Ref) { b.WriteString(html.EscapeString(r.Target)) })
	}})
	if err != nil {
		t.Fatal(err)
	}
	return w.String()
}

// golden compares one of a card's golden files, or writes it.
func golden(t *testing.T, c cards.Card, name, data string) {
	t.Helper()
	switch {
	case c.File(name) == data:
	case !*update:
		t.Errorf("%s of %s is not what it was; if it is better now, run with -update. It is\n%s", name, c.Path, data)
	default:
		c.Set(name, data)
		if err := os.WriteFile(c.Path, txtar.Format(c.Archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
