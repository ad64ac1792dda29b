package quiz_test

import (
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/quiz"
	"lectern/quiz/choice"
)

// oneKind is enough to see what all kinds share. With the list of all of them,
// every kind would be compiled anew for every change that `make mutants` tries
// in this package.
var oneKind = quiz.Catalog{choice.Kind{}}

func words(s string) prose.Text { return prose.Text{HTML: s} }

// block is a question with two answers and the settings given.
func block(t *testing.T, settings string, pieces ...quiz.Piece) *quiz.Block {
	t.Helper()
	f, err := source.New("a.md", []byte(settings))
	if err != nil {
		t.Fatal(err)
	}
	var d diag.List
	node, ok := yamlx.Parse(f, f.All(), &d)
	if !ok {
		t.Fatalf("the settings %s cannot be read", settings)
	}
	answers := quiz.Piece{List: &quiz.List{Items: []quiz.Item{
		{Marker: "(x)", Text: words("Ask")}, {Marker: "( )", Text: words("Tell")},
	}}}
	return &quiz.Block{
		File: f, Keyword: "Question", Level: 3, Stem: words("What <em>first</em>?"), Slug: "lesson--what-first",
		Settings: node, Pieces: append([]quiz.Piece{answers}, pieces...),
	}
}

func parse(t *testing.T, b *quiz.Block) (quiz.Question, string) {
	t.Helper()
	var d diag.List
	q := oneKind.Parse(b, &d)
	var messages strings.Builder
	d.Print(&messages)
	return q, messages.String()
}

func mustParse(t *testing.T, b *quiz.Block) *quiz.Base {
	t.Helper()
	q, messages := parse(t, b)
	if q == nil || messages != "" {
		t.Fatalf("not a question:\n%s", messages)
	}
	return q.Base()
}

func TestSettingsReachTheQuestion(t *testing.T) {
	base := mustParse(t, block(t, "{id: first.1, was: [old, older], objective: respond, points: 2.5, tries: 3}"))
	if base.ID != "first.1" || base.Derived || base.Points != 2.5 || base.Tries != 3 {
		t.Errorf("got %+v", base)
	}
	if len(base.Was) != 2 || base.Was[1].Value != "older" || len(base.Objectives) != 1 || base.Objectives[0].Value != "respond" {
		t.Errorf("was %v, objectives %v", base.Was, base.Objectives)
	}
	if at := base.File.Slice(base.IDAt); at != "first.1" {
		t.Errorf("the id is said to be at %q", at)
	}
}

func TestWithoutSettingsAQuestionHasDefaults(t *testing.T) {
	for _, settings := range []string{"", "{id: , points: , tries: , objective: }"} {
		base := mustParse(t, block(t, settings))
		if base.ID != "lesson--what-first" || !base.Derived || base.Points != 1 || base.Tries != 0 || len(base.Objectives) != 0 {
			t.Errorf("with %q: got %+v", settings, base)
		}
	}
	if base := mustParse(t, block(t, "")); base.StemText != "What first?" || base.Kind != "choice" {
		t.Errorf("stem %q, kind %q", base.StemText, base.Kind)
	}
}

func TestIdsMayBeInAnyScriptAndHoldNothingThatMeansSomethingElse(t *testing.T) {
	for _, id := range []string{"a", "1", "lété--prénom", "ᐃᓄᒃ--ᐅᖃᐅᓯᖅ", "lesson--", "a.b_c-D", strings.Repeat("é", 160)} {
		if base := mustParse(t, block(t, `{id: "`+id+`"}`)); base.ID != id || base.Derived {
			t.Errorf("%s became %s", id, base.ID)
		}
	}
	for _, id := range []string{"-a", ".a", "a b", "a/b", "a#b", "a%20b", "a:b", "<b>", "a\u00a0b", "½", strings.Repeat("a", 161)} {
		for _, settings := range []string{`{id: "` + id + `"}`, `{id: good, was: "` + id + `"}`} {
			if q, messages := parse(t, block(t, settings)); q != nil || !strings.Contains(messages, "cannot be an id [id-bad]") {
				t.Errorf("%s is accepted: %s", settings, messages)
			}
		}
	}
}

func TestLabelledQuotesAndProseFindTheirPlace(t *testing.T) {
	base := mustParse(t, block(t, "",
		quiz.Piece{Text: words("The case.")},
		quiz.Piece{Text: words("One."), Label: quiz.LabelHint},
		quiz.Piece{Text: words("Because."), Label: quiz.LabelWhy},
		quiz.Piece{Text: words("A list."), List: &quiz.List{Items: []quiz.Item{{Text: words("no marker")}}}},
		quiz.Piece{Text: words("Two."), Label: quiz.LabelHint},
		quiz.Piece{Text: words("So."), Label: quiz.LabelWhy},
	))
	if base.Detail.HTML != "The case.A list." || base.Why.HTML != "Because.So." {
		t.Errorf("detail %q, why %q", base.Detail.HTML, base.Why.HTML)
	}
	if len(base.Hints) != 2 || base.Hints[1].HTML != "Two." {
		t.Errorf("hints %v", base.Hints)
	}
}

func TestTheLimitsOfNumbersAreAllowed(t *testing.T) {
	for _, settings := range []string{"{points: 0.01}", "{points: 1000}", "{tries: 1}", "{tries: 100}"} {
		mustParse(t, block(t, settings))
	}
	for _, settings := range []string{"{points: 1000.5}", "{points: -1}", "{tries: 101}", "{tries: -1}"} {
		if q, messages := parse(t, block(t, settings)); q != nil || messages == "" {
			t.Errorf("%s is accepted", settings)
		}
	}
}

func TestAnswersThatArePicturesAreToldApart(t *testing.T) {
	b := block(t, "")
	picture := prose.Text{HTML: "<img alt=\"\">"}
	b.Pieces[0].List.Items = []quiz.Item{
		{Marker: "(x)", Text: picture, Source: "![Open door](open.png)"},
		{Marker: "( )", Text: picture, Source: "![Shut door](shut.png)"},
	}
	mustParse(t, b)
}
