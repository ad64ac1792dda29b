package quiz_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/prose"
	"lectern/quiz"
)

func TestTheFrameComesInTheOrderItNeeds(t *testing.T) {
	frame, err := quiz.Frame()
	if err != nil || len(frame.Style) == 0 {
		t.Fatalf("a frame without style: %v", err)
	}
	last := -1
	for _, sign := range []string{"var Lectern =", "Lectern.dom =", "Lectern.viewOf =", "typeof document"} {
		at := bytes.Index(frame.Script, []byte(sign))
		if at <= last {
			t.Errorf("%q stands at %d, after %d", sign, at, last)
		}
		last = at
	}
}

// sharp is a question whose author's words are sharp in every place.
type sharp struct{ quiz.Question }

const edge = `"></script><script>alert(1)</script><!--`

func (sharp) Base() *quiz.Base {
	return &quiz.Base{Kind: "sharp", ID: edge, Level: 2, Stem: prose.Text{HTML: "Stem"}, Points: 1}
}
func (sharp) Key() any { return []string{edge, "\u2028"} }

// templateOnly is a kind with a template and nothing else.
type templateOnly struct {
	quiz.Kind
	name, template string
}

func (k templateOnly) Name() string { return k.name }
func (k templateOnly) Files() fs.FS {
	return fstest.MapFS{k.name + ".html": {Data: []byte(k.template)}}
}

func TestNothingAnAuthorWritesEndsTheScriptElement(t *testing.T) {
	r, err := quiz.NewRenderer(quiz.Catalog{templateOnly{name: "sharp", template: `{{define "sharp"}}{{.Heading .ID}}<input id="{{.ID}}">{{end}}{{define "sharp-answer"}}{{end}}`}})
	if err != nil {
		t.Fatal(err)
	}
	var w strings.Builder
	fill := func(p prose.Text) string { return p.HTML }
	if err := r.Render(&w, quiz.View{Question: sharp{}, Number: 1, Of: 1, Words: spelled{}, Fill: fill}); err != nil {
		t.Fatal(err)
	}
	if strings.Count(w.String(), "<script") != 1 || strings.Count(w.String(), "</script") != 1 || strings.Contains(w.String(), "<!--") {
		t.Errorf("the page is cut open:\n%s", w.String())
	}
	_, key, _ := strings.Cut(w.String(), `<script type="application/json">`)
	key, _, _ = strings.Cut(key, "</script>")
	var got []string
	if err := json.Unmarshal([]byte(key), &got); err != nil || got[0] != edge {
		t.Errorf("the key %s does not read back: %v", key, err)
	}
}

func TestARendererNamesTheKindWhoseTemplateIsBroken(t *testing.T) {
	_, err := quiz.NewRenderer(quiz.Catalog{templateOnly{name: "broken", template: `{{define "broken"}}{{if}}`}})
	if err == nil || !strings.Contains(err.Error(), "quiz kind broken") {
		t.Errorf("got %v", err)
	}
}

func TestOneHintIsNotNumberedAndSeveralAreFromOne(t *testing.T) {
	view := quiz.View{Base: &quiz.Base{Hints: []prose.Text{words("a")}}, Words: spelled{}}
	if got := view.HintName(0); got != "hint" {
		t.Errorf("one hint is called %q", got)
	}
	view.Hints = append(view.Hints, words("b"))
	if got := view.HintName(0) + " " + view.HintName(1); got != "hint-number n1 hint-number n2" {
		t.Errorf("two hints are called %q", got)
	}
}

// spelled says the key and what it was given.
type spelled struct{}

func (spelled) Say(key string, pairs ...any) string {
	return strings.TrimSpace(key + " " + strings.Trim(fmt.Sprint(pairs...), "[]"))
}
