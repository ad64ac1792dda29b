package quiz

import (
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"strings"

	"lectern/internal/prose"
	"lectern/internal/stencil"
)

//go:embed quiz.html quizzes.html quiz.css registry.js dom.js view.js store.js frame.js keep.js core.js typed.js prompts.js prompts.css sure.js sure.css quizzes.js quizzes.css results.js
var frame embed.FS

// Words gives the interface's sentences in the page's language: Say returns
// the one named by key, with {name} replaced from pairs of name and value.
type Words interface {
	Say(key string, pairs ...any) string
}

// Renderer writes questions as HTML. It is safe for use by several goroutines.
type Renderer struct{ templates *stencil.Set }

// NewRenderer compiles the frame's template and those of the kinds.
func NewRenderer(c Catalog) (*Renderer, error) {
	t, err := template.ParseFS(frame, "quiz.html", "quizzes.html")
	if err != nil {
		return nil, err
	}
	for _, k := range c {
		if t, err = t.ParseFS(k.Files(), k.Name()+".html"); err != nil {
			return nil, fmt.Errorf("quiz kind %s: %w", k.Name(), err)
		}
	}
	return &Renderer{stencil.New(t, nil, quick...)}, nil
}

// quick are the methods that the templates of questions call most.
var quick = []stencil.Quick{
	stencil.Maker("HTML", (*View).HTML),
	stencil.Getter("Anchor", (*View).Anchor),
	stencil.Getter("Case", (*View).Case),
	stencil.Maker("Heading", (*View).Heading),
	stencil.Getter("Empty", (*prose.Text).Empty),
}

// View is one question on one page, as the templates see it.
type View struct {
	*Base
	Question   Question
	Number, Of int // its place among the page's questions, from 1
	Level      int // of its heading; 0 for the one the author chose
	Words      Words
	Fill       func(prose.Text) string // fills the openings for this page
	Form       template.HTML           // the kind's form, for the frame
	Answer     template.HTML           // the kind's answers and reasons, for the frame
	Revealed   bool                    // the answer lies open: who leads a group reads the page
}

// T returns a sentence of the interface.
func (v View) T(key string, pairs ...any) string { return v.Words.Say(key, pairs...) }

// HTML returns t with its openings filled.
func (v View) HTML(t prose.Text) template.HTML { return template.HTML(v.Fill(t)) }

// Anchor is the id of the question's form.
func (v View) Anchor() string { return "q-" + v.ID }

// OldIDs are the names the question had before, parted by spaces.
func (v View) OldIDs() string {
	var ids []string
	for _, old := range v.Was {
		ids = append(ids, old.Value)
	}
	return strings.Join(ids, " ")
}

// Heading is the stem in a heading of the question's level. With wrap, the
// stem is also the label of the field with that id.
func (v View) Heading(field string) template.HTML {
	stem := v.Fill(v.Stem)
	if field != "" {
		stem = fmt.Sprintf(`<label for="%s">%s</label>`, template.HTMLEscapeString(field), stem)
	}
	return template.HTML(fmt.Sprintf(`<h%d class="stem" id="%s-stem">%s</h%[1]d>`, v.Level, template.HTMLEscapeString(v.Anchor()), stem))
}

// HintName is the line that opens hint i, counted from 0.
func (v View) HintName(i int) string {
	if len(v.Hints) == 1 {
		return v.T("hint")
	}
	return v.T("hint-number", "n", i+1)
}

// Case is the detail between the stem and the answers.
func (v View) Case() template.HTML {
	if v.Detail.Empty() {
		return ""
	}
	return `<div class="case">` + v.HTML(v.Detail) + `</div>`
}

// KeyJSON is the key for the page's script. json.Marshal writes <, > and & as
// escapes, so no text in it can end the script element.
func (v View) KeyJSON() (template.JS, error) {
	data, err := json.Marshal(v.Question.Key())
	return template.JS(data), err
}

// Render writes one question.
func (r *Renderer) Render(w io.Writer, v View) error {
	v.Base = v.Question.Base()
	if v.Level == 0 {
		v.Level = v.Base.Level
	}
	var err error
	if v.Form, err = r.part(v.Kind, v); err != nil {
		return err
	}
	if v.Answer, err = r.part(v.Kind+"-answer", v); err != nil {
		return err
	}
	return r.templates.ExecuteTemplate(w, "question", v)
}

// QuizView is one quiz on one page, as the templates see it.
type QuizView struct {
	*Quiz
	Words Words
}

// T returns a sentence of the interface.
func (v QuizView) T(key string, pairs ...any) string { return v.Words.Say(key, pairs...) }

// RenderQuiz writes what begins a quiz, before its heading, and what students
// must know of it, below the heading. The end of a quiz is the end of a
// section.
func (r *Renderer) RenderQuiz(open, rules io.Writer, v QuizView) error {
	if err := r.templates.ExecuteTemplate(open, "quiz-open", v); err != nil {
		return err
	}
	return r.templates.ExecuteTemplate(rules, "quiz-rules", v)
}

func (r *Renderer) part(name string, v View) (template.HTML, error) {
	made, err := r.templates.String(name, v)
	return template.HTML(strings.TrimSpace(made)), err
}
